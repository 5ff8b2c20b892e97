package vn.partyregister.platform.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Visitor;

/**
 * The main menu (mục chính): groups of pages, and the pages of the group that is open. Only what the visitor may open
 * stands in it, and a group leads to the first of its pages.
 *
 * @param pages those of the open group; empty where there is only one
 * @param above the page of the menu that the one shown lies below; null where it is one itself
 */
record Menu(List<Link> groups, List<Link> pages, @Nullable Link above) {
    private static final List<Group> GROUPS = List.of(
            new Group(
                    "today", page("home", "/", Permission.SEE_HOME), page("inbox", "/inbox", Permission.READ_MEMBERS)),
            new Group(
                    "members",
                    page("members", "/members", Permission.READ_MEMBERS, "/temporary-members", "/restorations"),
                    page("movements", "/movements", Permission.READ_MEMBERS),
                    page("transfers", "/transfers", Permission.READ_MEMBERS),
                    page("residence-links", "/residence-links", Permission.READ_MEMBERS),
                    page("recognition", "/recognition", Permission.READ_MEMBERS)),
            new Group(
                    "development",
                    page("admissions", "/admissions", Permission.READ_MEMBERS),
                    page("classes", "/classes", Permission.READ_MEMBERS),
                    page("plans", "/plans", Permission.READ_MEMBERS)),
            new Group(
                    "organisations",
                    page("organisations", "/organisations", Permission.READ_ORGANISATIONS),
                    page("committees", "/committees", Permission.READ_ORGANISATIONS),
                    page("reorganisations", "/reorganisations", Permission.READ_ORGANISATIONS)),
            new Group(
                    "files",
                    page("papers", "/papers", Permission.READ_PAPERS),
                    page("paper-files", "/paper-files", Permission.READ_PAPERS),
                    page("supplements", "/supplements", Permission.READ_MEMBERS),
                    page("quality", "/quality", Permission.READ_MEMBERS)),
            new Group(
                    "statistics",
                    page("statistics", "/statistics/1", Permission.READ_MEMBERS),
                    page("periods", "/periods", Permission.READ_MEMBERS),
                    page("reconciliations", "/reconciliations", Permission.READ_MEMBERS)),
            new Group("imports", page("imports", "/imports", Permission.IMPORT)),
            new Group(
                    "register",
                    page("rulebook", "/rulebook", Permission.READ_RULEBOOK),
                    page("audit", "/audit", Permission.READ_AUDIT),
                    page("accounts", "/accounts", Permission.KEEP_ACCOUNTS)));

    /** @param path the address of the page that is shown, without what is asked of it */
    static Menu of(Visitor visitor, String path) {
        var groups = GROUPS.stream().map(group -> group.openTo(visitor)).filter(group -> !group.pages.isEmpty());
        var known = groups.toList();
        var here = known.stream()
                .flatMap(group -> group.pages.stream())
                .filter(page -> page.holds(path))
                .max(Comparator.comparingInt(page -> page.address.length()))
                .orElse(null);
        return new Menu(
                known.stream().map(group -> group.link(here)).toList(),
                open(known, here)
                        .filter(group -> group.pages.size() > 1)
                        .map(group -> group.pages.stream()
                                .map(page -> page.link(here))
                                .toList())
                        .orElse(List.of()),
                here == null || here.address.equals(path) ? null : here.link(here));
    }

    private static Optional<Group> open(List<Group> groups, @Nullable Page here) {
        return groups.stream()
                .filter(group -> here != null && group.pages.contains(here))
                .findFirst();
    }

    private static Page page(String name, String address, Permission permission, String... besides) {
        return new Page(name, address, permission, List.of(besides));
    }

    /**
     * A word of the menu.
     *
     * @param current where the reader is
     */
    record Link(String address, String label, boolean current) {}

    private record Group(String name, List<Page> pages) {
        Group(String name, Page... pages) {
            this(name, List.of(pages));
        }

        Group openTo(Visitor visitor) {
            return new Group(
                    name,
                    pages.stream().filter(page -> visitor.may(page.permission)).toList());
        }

        Link link(@Nullable Page here) {
            return new Link(
                    pages.getFirst().address, "platform.menu.group." + name, here != null && pages.contains(here));
        }
    }

    /**
     * A page that the menu leads to.
     *
     * @param besides addresses elsewhere that one reaches from it
     */
    private record Page(String name, String address, Permission permission, List<String> besides) {
        /** Whether an address belongs to this page: it is its own, or lies below its first step. */
        boolean holds(String path) {
            return address.equals("/")
                    ? path.equals("/")
                    : Stream.concat(Stream.of(first(address), address), besides.stream())
                            .anyMatch(mine -> path.equals(mine) || path.startsWith(mine + "/"));
        }

        private static String first(String address) {
            var second = address.indexOf('/', 1);
            return second < 0 ? address : address.substring(0, second);
        }

        Link link(@Nullable Page here) {
            return new Link(address, "platform.menu." + name, equals(here));
        }
    }
}

package vn.partyregister.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.organisation.MemberCounts;
import vn.partyregister.organisation.OrganisationFilter;
import vn.partyregister.organisation.OrganisationHistory;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.OrganisationList;
import vn.partyregister.organisation.OrganisationLists;
import vn.partyregister.organisation.OrganisationPart;
import vn.partyregister.organisation.OrganisationRow;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.organisation.OrganisationTree.Named;
import vn.partyregister.organisation.Soundness;
import vn.partyregister.organisation.Succession;
import vn.partyregister.organisation.TreeRules;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.RuleSource;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableColumn;
import vn.partyregister.platform.TableDownload;
import vn.partyregister.platform.TableFormat;
import vn.partyregister.platform.Visitor;

/** The tree with its counts, and the file of one organisation. */
@Controller
@Permitted(Permission.READ_ORGANISATIONS)
class OrganisationController {
    private static final int CHOICES = 12;

    private final OrganisationTree tree;
    private final OrganisationList list;
    private final OrganisationLists lists;
    private final Soundness soundness;
    private final OrganisationHistory history;
    private final TreeRules rules;
    private final Succession succession;
    private final BusinessDay businessDay;
    private final TableDownload download;
    private final AuditTrail trail;
    private final MessageSource messages;
    private final List<OrganisationPart> parts;

    OrganisationController(
            OrganisationTree tree,
            OrganisationList list,
            OrganisationLists lists,
            Soundness soundness,
            OrganisationHistory history,
            TreeRules rules,
            Succession succession,
            BusinessDay businessDay,
            TableDownload download,
            AuditTrail trail,
            MessageSource messages,
            ObjectProvider<OrganisationPart> parts) {
        this.tree = tree;
        this.list = list;
        this.lists = lists;
        this.soundness = soundness;
        this.history = history;
        this.rules = rules;
        this.succession = succession;
        this.businessDay = businessDay;
        this.download = download;
        this.trail = trail;
        this.messages = messages;
        this.parts = parts.orderedStream().toList();
    }

    @GetMapping("/organisations")
    String list(@ModelAttribute("query") ListAddress query, Scope scope, Visitor visitor, Model model) {
        if (tree.root().isEmpty()) {
            return "organisation/empty";
        }
        var day = query.day(businessDay.today());
        var node = node(query, scope, visitor, day);
        fillTree(node, scope, day, model);
        fillRows(query, query.filter(node, day), scope, model);
        model.addAttribute("unreadable", query.unreadable());
        model.addAttribute("types", lists.types(day));
        model.addAttribute("kinds", lists.kinds(day));
        fillDay(day, model);
        return "organisation/list";
    }

    /** The day, and how links carry it on: not at all while it is the business day. */
    private void fillDay(LocalDate day, Model model) {
        var carried = day.equals(businessDay.today()) ? "" : "asAt=" + day;
        model.addAttribute("asAt", day);
        model.addAttribute("moreDay", carried.isEmpty() ? "" : "&" + carried);
        model.addAttribute("onlyDay", carried.isEmpty() ? "" : "?" + carried);
    }

    /** The organisation asked for, or the visitor's own; never one beyond the scope. */
    private @Nullable OrganisationId node(ListAddress query, Scope scope, Visitor visitor, LocalDate day) {
        var chosen = query.chosen();
        if (chosen != null) {
            return tree.get(chosen, scope, day).id();
        }
        var home = visitor.home() == null ? null : new OrganisationId(visitor.home());
        return home != null && tree.find(home, scope, day).isPresent()
                ? home
                : tree.tops(scope, day).stream().findFirst().map(Named::id).orElse(null);
    }

    private void fillTree(@Nullable OrganisationId node, Scope scope, LocalDate day, Model model) {
        var path = node == null ? List.<Named>of() : tree.path(node, scope, day);
        var children = node == null ? List.<Named>of() : tree.children(node, scope, day);
        var tops = tree.tops(scope, day);
        var shown = Stream.of(path, children, tops)
                .flatMap(List::stream)
                .map(Named::id)
                .distinct()
                .toList();
        model.addAttribute("node", node)
                .addAttribute("path", path)
                .addAttribute("children", children)
                .addAttribute("tops", tops)
                .addAttribute("counts", tree.counts(shown, day));
    }

    private void fillRows(ListAddress query, OrganisationFilter filter, Scope scope, Model model) {
        var sort = query.sort() != null && list.sorts(query.sort()) ? query.sort() : ListAddress.DEFAULT_SORT;
        var here = query.address(filter.organisation(), filter.asAt(), businessDay.today());
        model.addAttribute("listing", list.page(filter, scope, sort, query.pageNumber(), here));
        model.addAttribute("filter", filter);
        model.addAttribute("xlsx", file(here, sort, "xlsx"));
        model.addAttribute("csv", file(here, sort, "csv"));
    }

    private static String file(String here, String sort, String ending) {
        return here.replaceFirst("^/organisations", "/organisations." + ending) + (here.contains("?") ? "&" : "?")
                + "sort=" + sort;
    }

    @GetMapping("/organisations.{format:xlsx|csv}")
    @Permitted(Permission.EXPORT)
    void download(
            @PathVariable TableFormat format,
            @ModelAttribute("query") ListAddress query,
            Scope scope,
            Visitor visitor,
            Locale locale,
            HttpServletResponse response) {
        query.requireReadable(list::sorts);
        var day = query.day(businessDay.today());
        var filter = query.filter(node(query, scope, visitor, day), day);
        var sort = query.sort() != null && list.sorts(query.sort()) ? query.sort() : ListAddress.DEFAULT_SORT;
        var node = filter.organisation();
        trail.read(
                "organisation.list-exported",
                new Subject("list", null, node == null ? null : node.id()),
                query.parts(node, day, businessDay.today()));
        download.send(response, format, "to-chuc-dang", columns(locale), () -> list.all(filter, scope, sort).stream());
    }

    /** Headed as the import reads them. */
    private List<TableColumn<OrganisationRow>> columns(Locale locale) {
        return List.of(
                TableColumn.text(heading("import.column.code", locale), OrganisationRow::code),
                TableColumn.text(heading("import.column.name", locale), OrganisationRow::name),
                TableColumn.text(heading("import.column.type", locale), OrganisationRow::typeLabel),
                TableColumn.text(heading("import.column.kind", locale), OrganisationRow::kindLabel),
                TableColumn.text(
                        heading("import.column.parent", locale),
                        row -> row.parentCode() == null ? row.parent() : row.parentCode()),
                TableColumn.date(heading("import.column.founded_on", locale), OrganisationRow::since),
                TableColumn.date(heading("import.column.ended_on", locale), OrganisationRow::lastDay),
                TableColumn.number(
                        heading("organisation.members", locale),
                        row -> row.count().members()),
                TableColumn.number(
                        heading("organisation.official", locale),
                        row -> row.count().official()),
                TableColumn.number(
                        heading("organisation.probationary", locale),
                        row -> row.count().probationary()));
    }

    private String heading(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    /** What a picker offers while somebody types. */
    @GetMapping("/organisations/choices")
    String choices(
            @RequestParam(defaultValue = "") String parent,
            @RequestParam(defaultValue = "") String organisation,
            Scope scope,
            Model model) {
        var typed = (parent.isEmpty() ? organisation : parent).replace('\0', ' ');
        model.addAttribute(
                "choices",
                tree.search(typed.substring(0, Math.min(100, typed.length())), scope, businessDay.today(), CHOICES));
        return "organisation/fields :: choices";
    }

    @GetMapping("/organisations/{id}")
    String show(
            @PathVariable OrganisationId id,
            @RequestParam(required = false) @Nullable String asAt,
            Scope scope,
            Visitor visitor,
            Model model) {
        var today = businessDay.today();
        var asked = asAt == null || asAt.isBlank() ? today : Dates.read(asAt).orElse(today);
        var then = tree.find(id, scope, asked);
        var day = then.isPresent() ? asked : tree.lastDay(id, asked);
        var facts = then.orElseGet(() -> tree.get(id, scope, day));
        var children = tree.children(id, scope, day);
        var shown =
                Stream.concat(Stream.of(id), children.stream().map(Named::id)).toList();
        var counts = tree.counts(shown, day);
        fillDay(day, model);
        model.addAttribute("facts", facts)
                .addAttribute("path", tree.path(id, scope, day))
                .addAttribute("children", children)
                .addAttribute("counts", counts)
                .addAttribute("approval", approval(facts, day))
                .addAttribute(
                        "formOfCode", soundness.formOfCode(facts.code(), day).orElse(null))
                .addAttribute("history", history.of(id))
                .addAttribute("became", succession.became(id))
                .addAttribute("cameFrom", succession.cameFrom(id))
                .addAttribute("parts", parts)
                .addAttribute(
                        "warnings",
                        facts.lastDay() == null
                                ? soundness.of(facts.type(), counts.getOrDefault(id, MemberCounts.Count.NONE), day)
                                : List.of())
                .addAttribute(
                        "unreadable",
                        asAt != null && !asAt.isBlank() && Dates.read(asAt).isEmpty())
                .addAttribute(
                        "keeps",
                        facts.lastDay() == null
                                && keeps(visitor, id, day.equals(today) ? scope : Scope.NOTHING, today));
        trail.read("organisation.opened", new Subject("organisation", id.id(), id.id()), null);
        return "organisation/show";
    }

    /** The rule by which it stands where it does only with the written consent of the superior; null where it needs none. */
    private @Nullable RuleSource approval(OrganisationTree.Facts facts, LocalDate day) {
        var parent = facts.parent();
        return parent == null
                ? null
                : rules.approvalFor(parent, facts.type(), day).orElse(null);
    }

    /** @param seen the scope in which the organisation was found today */
    private boolean keeps(Visitor visitor, OrganisationId id, Scope seen, LocalDate today) {
        if (!visitor.may(Permission.KEEP_ORGANISATIONS)) {
            return false;
        }
        var kept = visitor.scope(Permission.KEEP_ORGANISATIONS);
        return kept.equals(seen) || tree.find(id, kept, today).isPresent();
    }
}

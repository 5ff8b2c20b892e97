package vn.partyregister.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.partyregister.exchange.Column;
import vn.partyregister.exchange.Column.Form;
import vn.partyregister.exchange.SheetLines;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.VietnameseText;
import vn.partyregister.reference.CodeLists;

/**
 * Reads places that were pasted or uploaded from a sheet: a line for each, with its kind, its name, who looks after it, its
 * cell, whether members are there, who is in charge and since when, between tabs or semicolons.
 */
@Component
public class PlaceLines {
    /** More than a district has hamlets. */
    public static final int MOST = 500;

    private static final Pattern BETWEEN = Pattern.compile("[\\t;]");
    private static final int LONGEST_NAME = 200;
    private static final Set<String> YES = Set.of("co", "x", "yes", "1");
    private static final Set<String> NO = Set.of("", "khong", "chua", "no", "0");
    private static final List<Column> COLUMNS = List.of(
            column("kind", true, "Loại", "Loại nơi", "Kind"),
            column("name", true, "Tên", "Tên nơi", "Tên ấp, khóm", "Name"),
            column("organisation", true, "Cấp ủy quản lý", "Cấp ủy", "Đảng bộ", "Committee"),
            column("cell", false, "Chi bộ", "Cell"),
            column("members", false, "Có đảng viên", "Đảng viên", "Members"),
            column("charge", false, "Cấp ủy viên phụ trách", "Người phụ trách", "In charge"),
            column("since", true, "Từ ngày", "Since"));

    private final PlaceBook book;
    private final OrganisationTree tree;
    private final CodeLists codes;
    private final BusinessDay businessDay;

    PlaceLines(PlaceBook book, OrganisationTree tree, CodeLists codes, BusinessDay businessDay) {
        this.book = book;
        this.tree = tree;
        this.codes = codes;
        this.businessDay = businessDay;
    }

    private static Column column(String key, boolean mandatory, String... headings) {
        return new Column(key, Form.TEXT, mandatory, null, List.of(headings));
    }

    /** The rows of a spreadsheet as lines, to be looked at before anything is recorded. */
    public String ofSheet(byte[] file, String name) {
        return SheetLines.read(file, name, COLUMNS, MOST);
    }

    /**
     * All lines, and what is wrong with which of them.
     *
     * @param somebody the one member of the scope who is meant by a number or a name
     */
    public Read read(String pasted, Function<String, Optional<MemberId>> somebody, Scope scope) {
        var today = businessDay.today();
        var organisations = new HashMap<String, Optional<OrganisationId>>();
        var members = new HashMap<String, Optional<MemberId>>();
        var places = new ArrayList<NewPlace>();
        var wrong = new ArrayList<Wrong>();
        var known = new HashSet<List<Object>>();
        var lines = pasted.lines().map(String::strip).toList();
        for (var at = 0; at < lines.size() && places.size() + wrong.size() < MOST; at++) {
            if (lines.get(at).isEmpty()) {
                continue;
            }
            var line = new Line(at + 1, BETWEEN.split(lines.get(at), -1), wrong);
            var kind = line.kind(written -> codes.match(PlaceBook.KIND, written, today));
            var name = line.name();
            Function<String, Optional<OrganisationId>> meant =
                    written -> organisations.computeIfAbsent(written, typed -> tree.meant(typed, scope, today));
            var organisation = line.mandatory(2, meant);
            var cell = line.optional(3, meant, "planning.line.organisation");
            var withMembers = line.withMembers();
            var charge =
                    line.optional(5, written -> members.computeIfAbsent(written, somebody), "planning.line.somebody");
            var since = line.since();
            if (kind != null && name != null && organisation != null && since != null && line.isSound()) {
                var place = new NewPlace(kind, name, since, new Situation(organisation, cell, withMembers, charge));
                if (known.add(List.of(kind, VietnameseText.folded(name), organisation))) {
                    line.judge(() -> book.judge(place, scope));
                } else {
                    line.fails("planning.line.twice", name);
                }
                places.add(place);
            }
        }
        return new Read(places, wrong);
    }

    /** What was read. */
    public record Read(List<NewPlace> places, List<Wrong> wrong) {
        public Read {
            places = List.copyOf(places);
            wrong = List.copyOf(wrong);
        }
    }

    /**
     * What is wrong with a line.
     *
     * @param key a message that says it
     */
    public record Wrong(int line, String key, List<Object> arguments) {
        public Wrong {
            arguments = List.copyOf(arguments);
        }
    }

    /** The cells of one line. */
    private static final class Line {
        private final int number;
        private final String[] cells;
        private final List<Wrong> wrong;
        private final int wrongBefore;

        Line(int number, String[] cells, List<Wrong> wrong) {
            this.number = number;
            this.cells = cells;
            this.wrong = wrong;
            this.wrongBefore = wrong.size();
        }

        boolean isSound() {
            return wrong.size() == wrongBefore;
        }

        @Nullable
        String kind(Function<String, Optional<String>> match) {
            var found = match.apply(cell(0));
            return found.isPresent() ? found.get() : fails("planning.line.kind", cell(0));
        }

        @Nullable
        String name() {
            var name = cell(1);
            return name.isEmpty() || name.length() > LONGEST_NAME ? fails("planning.line.name", name) : name;
        }

        @Nullable
        OrganisationId mandatory(int at, Function<String, Optional<OrganisationId>> meant) {
            var found = cell(at).isEmpty() ? Optional.<OrganisationId>empty() : meant.apply(cell(at));
            return found.isPresent() ? found.get() : fails("planning.line.organisation", cell(at));
        }

        <T> @Nullable T optional(int at, Function<String, Optional<T>> meant, String key) {
            if (cell(at).isEmpty()) {
                return null;
            }
            var found = meant.apply(cell(at));
            return found.isPresent() ? found.get() : fails(key, cell(at));
        }

        boolean withMembers() {
            var written = VietnameseText.folded(cell(4));
            if (!YES.contains(written) && !NO.contains(written)) {
                fails("planning.line.members", cell(4));
            }
            return YES.contains(written);
        }

        @Nullable
        LocalDate since() {
            var day = Dates.read(cell(6));
            return day.isPresent() ? day.get() : fails("planning.line.since", cell(6));
        }

        void judge(Runnable judgement) {
            try {
                judgement.run();
            } catch (Refusal refused) {
                wrong.add(new Wrong(number, refused.key(), refused.arguments()));
            }
        }

        private String cell(int at) {
            return at < cells.length ? VietnameseText.tidy(cells[at]) : "";
        }

        <T> @Nullable T fails(String key, String value) {
            wrong.add(new Wrong(number, key, List.of(value)));
            return null;
        }
    }
}

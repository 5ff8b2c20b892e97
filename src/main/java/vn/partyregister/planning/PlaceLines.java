package vn.partyregister.planning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.partyregister.exchange.Column;
import vn.partyregister.exchange.PastedLine;
import vn.partyregister.exchange.SheetLines;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.VietnameseText;
import vn.partyregister.reference.CodeLists;

/**
 * Reads places that were pasted or uploaded from a sheet: a line for each, with its kind, its name, who looks after it, its
 * cell, whether members are there, who is in charge and since when, between tabs or semicolons.
 */
@Component
public class PlaceLines implements EnteredLines<NewPlace> {
    /** More than a district has hamlets. */
    public static final int MOST = 500;

    private static final Predicate<String> WRITTEN = Predicate.not(String::isEmpty);
    private static final int LONGEST_NAME = 200;
    private static final Set<String> YES = Set.of("co", "x", "yes", "1");
    private static final Set<String> NO = Set.of("", "khong", "chua", "no", "0");
    private static final List<Column> COLUMNS = List.of(
            Column.text("kind", true, "Loại", "Loại nơi", "Kind"),
            Column.text("name", true, "Tên", "Tên nơi", "Tên ấp, khóm", "Name"),
            Column.text("organisation", true, "Cấp ủy quản lý", "Cấp ủy", "Đảng bộ", "Committee"),
            Column.text("cell", false, "Chi bộ", "Cell"),
            Column.text("members", false, "Có đảng viên", "Đảng viên", "Members"),
            Column.text("charge", false, "Cấp ủy viên phụ trách", "Người phụ trách", "In charge"),
            Column.text("since", true, "Từ ngày", "Since"));

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

    @Override
    public String ofSheet(byte[] file, String name) {
        return SheetLines.read(file, name, COLUMNS, MOST);
    }

    @Override
    public Read<NewPlace> read(String pasted, Function<String, Optional<MemberId>> somebody, Scope scope) {
        var today = businessDay.today();
        var organisations = new HashMap<String, Optional<OrganisationId>>();
        var members = new HashMap<String, Optional<MemberId>>();
        var places = new ArrayList<NewPlace>();
        var known = new HashSet<List<Object>>();
        var wrong = PastedLine.each(pasted, MOST, line -> {
            Function<String, Optional<OrganisationId>> meant =
                    written -> organisations.computeIfAbsent(written, typed -> tree.meant(typed, scope, today));
            var kind = line.meant(0, codes.match(PlaceBook.KIND, line.cell(0), today), "planning.line.kind");
            var name = line.text(1, LONGEST_NAME, "planning.line.name");
            var organisation = line.meant(
                    2, Optional.of(line.cell(2)).filter(WRITTEN).flatMap(meant), "planning.line.organisation");
            var cell = optional(line, 3, meant, "planning.line.organisation");
            var withMembers = isYes(line, 4, "planning.line.members");
            var charge =
                    optional(line, 5, written -> members.computeIfAbsent(written, somebody), "planning.line.somebody");
            var since = line.meant(6, Dates.read(line.cell(6)), "planning.line.since");
            if (kind != null && name != null && organisation != null && since != null && line.isSound()) {
                var place = new NewPlace(kind, name, since, new Situation(organisation, cell, withMembers, charge));
                if (known.add(List.of(kind, VietnameseText.folded(name), organisation))) {
                    line.judge(() -> book.judge(place, scope));
                } else {
                    line.fails("planning.line.twice", name);
                }
                places.add(place);
            }
        });
        return new Read<>(places, wrong);
    }

    private static <T> @Nullable T optional(PastedLine line, int at, Function<String, Optional<T>> meant, String key) {
        return line.cell(at).isEmpty() ? null : line.meant(at, meant.apply(line.cell(at)), key);
    }

    /** Yes or no; what is neither is wrong, and nothing is no. */
    static boolean isYes(PastedLine line, int at, String key) {
        var written = VietnameseText.folded(line.cell(at));
        if (!YES.contains(written) && !NO.contains(written)) {
            line.fails(key, line.cell(at));
        }
        return YES.contains(written);
    }

    @Override
    public int record(List<NewPlace> rows, Scope scope) {
        return book.recordAll(rows, scope);
    }
}

package vn.partyregister.planning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.partyregister.exchange.Column;
import vn.partyregister.exchange.PastedLine;
import vn.partyregister.exchange.SheetLines;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.VietnameseText;
import vn.partyregister.reference.CodeLists;

/**
 * Reads who holds the posts of hamlets, pasted or uploaded from a sheet as the list of posts is exported: a line for each, with
 * the holder, the post, the place, who looks after it, whether the holder is a member and since when.
 */
@Component
public class PostLines implements EnteredLines<NewPost> {
    /** More posts than a district has. */
    public static final int MOST = 500;

    private static final int LONGEST_NAME = 100;
    private static final List<Column> COLUMNS = List.of(
            Column.text("holder", true, "Người giữ", "Họ và tên", "Holder"),
            Column.text("post", true, "Chức danh", "Post"),
            Column.text("place", true, "Nơi", "Ấp, khóm", "Tên ấp, khóm", "Place"),
            Column.text(
                    "organisation",
                    false,
                    "Cấp ủy quản lý",
                    "Tổ chức",
                    "Cấp ủy",
                    "Đảng bộ",
                    "Organisation",
                    "Committee"),
            Column.text("member", false, "Là đảng viên", "Đảng viên", "Member"),
            Column.text("since", true, "Từ ngày", "Since"));

    private final PlaceBook book;
    private final PlaceCandidates places;
    private final CodeLists codes;
    private final BusinessDay businessDay;

    PostLines(PlaceBook book, PlaceCandidates places, CodeLists codes, BusinessDay businessDay) {
        this.book = book;
        this.places = places;
        this.codes = codes;
        this.businessDay = businessDay;
    }

    @Override
    public String ofSheet(byte[] file, String name) {
        return SheetLines.read(file, name, COLUMNS, MOST);
    }

    @Override
    public Read<NewPost> read(String pasted, Function<String, Optional<MemberId>> somebody, Scope scope) {
        var today = businessDay.today();
        var meant = new HashMap<String, Optional<PlaceId>>();
        var posts = new ArrayList<NewPost>();
        var known = new HashSet<List<Object>>();
        var wrong = PastedLine.each(pasted, MOST, line -> {
            var holder = line.text(0, LONGEST_NAME, "planning.line.holder");
            var post = line.meant(1, codes.match(PlaceBook.POST, line.cell(1), today), "planning.line.post");
            var place = line.meant(
                    2,
                    meant.computeIfAbsent(
                            PlaceCandidates.written(line.cell(2), line.cell(3)), typed -> places.meant(typed, scope)),
                    "planning.line.place");
            var isMember = PlaceLines.isYes(line, 4, "planning.line.is-member");
            var since = line.meant(5, Dates.read(line.cell(5)), "planning.line.since");
            if (holder != null && post != null && place != null && since != null && line.isSound()) {
                var member = isMember ? line.meant(0, somebody.apply(holder), "planning.line.holder-member") : null;
                var told = new NewPost(place, post, isMember ? null : holder, member, since);
                judge(told, holder, line, known, scope);
                posts.add(told);
            }
        });
        return new Read<>(posts, wrong);
    }

    private void judge(NewPost told, String holder, PastedLine line, Set<List<Object>> known, Scope scope) {
        var who = told.member() == null ? VietnameseText.folded(holder) : told.member();
        if (!known.add(List.of(told.place(), told.post(), who))) {
            line.fails("planning.line.twice", holder);
        } else if (line.isSound()) {
            line.judge(() -> book.judge(told, scope));
        }
    }

    @Override
    public int record(List<NewPost> rows, Scope scope) {
        return book.fillAll(rows, scope);
    }
}

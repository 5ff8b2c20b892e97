package vn.partyregister.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Uuids;
import vn.partyregister.reference.Code;
import vn.partyregister.reference.CodeLists;

/** Places are recorded, change and end on days; their posts are held by members or not, and together with others. */
@RegisterTest
class PlacesTests {
    private static final LocalDate TODAY = LocalDate.of(2022, 4, 30);
    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);

    @Autowired
    private PlaceBook book;

    @Autowired
    private PlaceList list;

    @Autowired
    private CodeLists codes;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private Orgs.Tree tree;
    private Scope east;
    private Scope west;

    @BeforeEach
    void aTreeOfItsOwn() {
        tree = orgs.tree();
        east = Scope.of(Set.of(tree.east().id()));
        west = Scope.of(Set.of(tree.west().id()));
    }

    @Test
    void aPlaceIsSeenByWhoLooksAfterItAlone() {
        var place = place(null, false);
        assertThat(list.get(place, east).hasMembers()).isFalse();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> list.get(place, west));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> book.change(place, TODAY, situation(null, true), west));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> book.end(place, TODAY, west));
    }

    @Test
    void aChangeComesAfterTheDayItBeganAndTodayAtTheLatest() {
        var place = place(null, false);
        refused("planning.place-changed-later", () -> book.change(place, SINCE, situation(null, true), east));
        refused("planning.in-the-future", () -> book.change(place, TODAY.plusDays(1), situation(null, true), east));
        book.change(place, SINCE.plusDays(1), situation(tree.eastCell(), false), east);
        assertThat(list.get(place, east))
                .returns(true, PlaceRow::hasMembers)
                .returns(tree.eastCell().id(), PlaceRow::cellId)
                .returns(SINCE.plusDays(1), PlaceRow::since);
        assertThat(jdbc.sql("select count(*) from planning.place_state where place_id = ?")
                        .param(place.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void theCellOfAPlaceLiesBelowWhoLooksAfterIt() {
        refused("planning.cell-of-another", () -> place(tree.westCell(), true));
        refused(
                "planning.organisation-not-there",
                () -> book.record("HAMLET", "Ấp cũ", LocalDate.of(2009, 12, 31), situation(null, true), east));
    }

    @Test
    void aPlaceIsThereOnItsLastDayAndNotAfter() {
        var yesterday = place(null, true);
        var today = place(null, true);
        book.end(yesterday, TODAY.minusDays(1), east);
        book.end(today, TODAY, east);
        assertThat(list.get(today, east)).isNotNull();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> list.get(yesterday, east));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> book.end(yesterday, TODAY, east));
    }

    @Test
    void aPostIsHeldOnceAtATimeAndLeftOnItsLastDay() {
        var place = place(null, true);
        refused("planning.place-not-there", () -> fill(place, "HEAD", "Lê Văn Một", null, SINCE.minusDays(1)));
        refused("planning.in-the-future", () -> fill(place, "HEAD", "Lê Văn Một", null, TODAY.plusDays(1)));
        fill(place, "HEAD", "Lê Văn Một", null, SINCE);
        refused("planning.holds-it-already", () -> fill(place, "HEAD", "Lê Văn Một", null, TODAY));
        var post = new PlacePostId(list.posts(place, east).getFirst().id());
        refused("planning.left-before-it-began", () -> book.leave(post, SINCE.minusDays(1), east));
        book.leave(post, TODAY, east);
        assertThat(list.posts(place, east)).hasSize(1);
        refused("planning.left-before-it-began", () -> book.leave(post, TODAY, east));
    }

    @Test
    void figuresSumToTheWholeAndPostsHeldTogetherAreTold() {
        var member = people.add(tree.eastCell(), person -> person.named("Lê Thị Lan"));
        secretary(member, tree.eastCell());
        var hamlet = place(tree.eastCell(), true);
        place(null, false);
        book.record("ENTERPRISE", "Doanh nghiệp thử", SINCE, new Situation(tree.east(), null, true, member), east);
        fill(hamlet, "HEAD", null, member, SINCE);
        fill(hamlet, "FRONT_HEAD", "Trần Văn Hai", null, SINCE);
        var figures = list.figures(tree.east().id(), east);
        var sum = figures.getLast();
        assertThat(sum)
                .returns(3L, PlaceList.Figures::places)
                .returns(1L, PlaceList.Figures::withoutMembers)
                .returns(2L, PlaceList.Figures::withoutCell)
                .returns(2L, PlaceList.Figures::withoutCharge)
                .returns(2L, PlaceList.Figures::posts)
                .returns(1L, PlaceList.Figures::byMembers)
                .returns(50.0, PlaceList.Figures::share);
        assertThat(figures.subList(0, figures.size() - 1).stream()
                        .mapToLong(PlaceList.Figures::places)
                        .sum())
                .isEqualTo(sum.places());
        for (var gap : PlaceGap.values()) {
            var opened = filter(Map.of("organisation", tree.east().toString(), "gap", gap.name()));
            assertThat(list.page(opened, east, PlaceList.STANDARD_ORDER, 1).total())
                    .as(gap.name())
                    .isEqualTo(
                            switch (gap) {
                                case MEMBERS -> sum.withoutMembers();
                                case CELL -> sum.withoutCell();
                                case IN_CHARGE -> sum.withoutCharge();
                            });
        }
        var held = filter(Map.of("organisation", tree.east().toString(), "held", "true", "together", "true"));
        assertThat(list.posts(held, east, "holder,asc", 1).rows())
                .singleElement()
                .satisfies(post -> {
                    assertThat(post.holder()).isEqualTo("Lê Thị Lan");
                    assertThat(post.together()).contains(orgs.name(tree.eastCell()));
                });
        assertThat(list.figures(tree.east().id(), west).getLast().places()).isZero();
    }

    private void secretary(MemberId member, OrganisationId cell) {
        var id = Uuids.next();
        jdbc.sql("""
                        with decided as (
                            insert into organisation.decision (id, issuer_name, number, issued_on)
                            values (:id, 'Đảng ủy xã', cast(:id as text), '2020-05-20') returning id)
                        insert into committee.term (id, version, organisation_id, label, body, valid, members, decision_id,
                            recorded_by)
                        select :id, 0, :cell, '2020–2025', 'SECRETARY_ALONE', '[2020-06-01,2025-06-01)', 1, id, 'test'
                        from decided
                        """).param("id", id).param("cell", cell.id()).update();
        jdbc.sql("""
                        insert into committee.holding (id, term_id, member_id, post, manner, place, valid, decision_id,
                            recorded_by)
                        values (:id, :id, :member, 'SECRETARY', 'ELECTED', 1, '[2020-06-01,2025-06-01)', :id, 'test')
                        """).param("id", id).param("member", member.id()).update();
    }

    private PlaceId place(@Nullable OrganisationId cell, boolean members) {
        return book.record("HAMLET", "Ấp thử", SINCE, situation(cell, members), east);
    }

    private Situation situation(@Nullable OrganisationId cell, boolean members) {
        return new Situation(tree.eastBase(), cell, members, null);
    }

    private void fill(PlaceId place, String post, @Nullable String holder, @Nullable MemberId member, LocalDate from) {
        book.fill(new NewPost(place, post, holder, member, from), east);
    }

    private PlaceFilter filter(Map<String, String> given) {
        return PlaceFilter.read(
                new Parameters(given),
                codes.of(PlaceBook.KIND).stream().map(Code::code).toList());
    }

    private static void refused(String key, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.RuleBroken.class).isThrownBy(act).returns(key, Refusal::key);
    }
}

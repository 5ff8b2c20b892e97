package vn.partyregister.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;

@RegisterTest
class CommitteeRulesTests {
    private static final LocalDate TODAY = LocalDate.of(2022, 4, 30);

    @Autowired
    Committees committees;

    @Autowired
    CommitteeFiles files;

    @Autowired
    Orgs orgs;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private Orgs.Tree tree;

    @BeforeEach
    void plant() {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("vi"));
        tree = orgs.tree();
    }

    @AfterEach
    void leaveTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void aCellOfEightOfficialMembersIsWarnedOfAndOneOfNineNot() {
        official(tree.eastCell(), 8);
        begin(tree.eastCell(), Body.CELL_COMMITTEE, 3);
        assertThat(warnings(tree.eastCell())).contains("few-official 8 9 Điều lệ Đảng, Điều 24, khoản 4");
        official(tree.eastCell(), 1);
        assertThat(warnings(tree.eastCell())).noneMatch(warning -> warning.startsWith("few-official"));
    }

    @Test
    void probationersDoNotCountForTheNine() {
        official(tree.eastCell(), 8);
        people.add(tree.eastCell(), one -> one.joined(LocalDate.of(2021, 9, 2), null));
        begin(tree.eastCell(), Body.CELL_COMMITTEE, 3);
        assertThat(warnings(tree.eastCell())).anyMatch(warning -> warning.startsWith("few-official 8 9"));
    }

    @Test
    void aSecretaryAloneIsWarnedOfFromNineOfficialMembersOn() {
        official(tree.eastCell(), 8);
        begin(tree.eastCell(), Body.SECRETARY_ALONE, 1);
        assertThat(warnings(tree.eastCell())).noneMatch(warning -> warning.startsWith("enough-official"));
        official(tree.eastCell(), 1);
        assertThat(warnings(tree.eastCell())).anyMatch(warning -> warning.startsWith("enough-official 9 9"));
    }

    @Test
    void aCellCommitteeHasSevenMembersAtMost() {
        begin(tree.eastCell(), Body.CELL_COMMITTEE, 7);
        assertThat(warnings(tree.eastCell())).noneMatch(warning -> warning.startsWith("many-members"));
        begin(tree.otherEastCell(), Body.CELL_COMMITTEE, 8);
        assertThat(warnings(tree.otherEastCell())).contains("many-members 8 7 29-QĐ/TW, điểm 24");
    }

    @Test
    void theStandingCommitteeIsAThirdOfTheCommitteeAtMost() {
        var term = begin(tree.eastBase(), Body.COMMITTEE, 9);
        fill(term, "SECRETARY");
        fill(term, "DEPUTY");
        fill(term, "STANDING_MEMBER");
        assertThat(warnings(tree.eastBase())).noneMatch(warning -> warning.startsWith("large-standing"));
        fill(term, "STANDING_MEMBER");
        assertThat(warnings(tree.eastBase()))
                .anyMatch(warning -> warning.startsWith("large-standing 4 9 1/3 Điều lệ Đảng"));
    }

    @Test
    void aSecretaryAndADeputyOfASmallCommitteeMakeNoStandingCommittee() {
        var term = begin(tree.eastBase(), Body.COMMITTEE, 5);
        fill(term, "SECRETARY");
        fill(term, "DEPUTY");
        assertThat(warnings(tree.eastBase())).noneMatch(warning -> warning.startsWith("large-standing"));
    }

    @Test
    void aTermOfACellThatLastsLongerThanThirtyMonthsIsWarnedOf() {
        committees.begin(cellTermTo(LocalDate.of(2022, 12, 1)), Terms.DECISION, Scope.EVERYTHING);
        assertThat(warnings(tree.eastCell())).noneMatch(warning -> warning.startsWith("long-term"));
        plant();
        committees.begin(cellTermTo(LocalDate.of(2022, 12, 2)), Terms.DECISION, Scope.EVERYTHING);
        assertThat(warnings(tree.eastCell()))
                .contains("long-term 02/12/2022 01/12/2022 Điều lệ Đảng, Điều 24, khoản 3");
    }

    @Test
    void aProbationerIsWarnedOfAndWhoIsOfficialThatVeryDayIsNot() {
        var term = begin(tree.eastCell(), Body.SECRETARY_ALONE, 2);
        var recognised =
                people.add(tree.eastCell(), one -> one.joined(LocalDate.of(2020, 5, 19), LocalDate.of(2021, 5, 19)));
        fill(term, recognised, "SECRETARY", LocalDate.of(2021, 5, 19));
        assertThat(warnings(tree.eastCell())).noneMatch(warning -> warning.startsWith("not-official"));
        fill(term, recognised, "DEPUTY", LocalDate.of(2021, 5, 18));
        assertThat(warnings(tree.eastCell()))
                .contains("not-official Nguyễn Văn An Phó bí thư 18/05/2021 Điều lệ Đảng, Điều 3, khoản 4");
    }

    @Test
    void whoBelongsElsewhereIsWarnedOfAndWhoBelongsBelowIsNot() {
        var base = begin(tree.eastBase(), Body.COMMITTEE, 9);
        fill(base, people.add(tree.eastCell(), one -> one), "SECRETARY", Terms.ELECTED);
        assertThat(warnings(tree.eastBase())).noneMatch(warning -> warning.startsWith("not-of-organisation"));
        var cell = begin(tree.eastCell(), Body.SECRETARY_ALONE, 1);
        fill(cell, people.add(tree.otherEastCell(), one -> one), "SECRETARY", Terms.ELECTED);
        assertThat(warnings(tree.eastCell())).anyMatch(warning -> warning.startsWith("not-of-organisation"));
    }

    @Test
    void whoDiedInAPostIsWarnedOf() {
        var term = begin(tree.eastCell(), Body.SECRETARY_ALONE, 1);
        var secretary = people.add(tree.eastCell(), one -> one);
        fill(term, secretary, "SECRETARY", Terms.ELECTED);
        assertThat(warnings(tree.eastCell())).noneMatch(warning -> warning.startsWith("gone"));
        people.died(secretary, tree.eastCell(), TODAY);
        assertThat(warnings(tree.eastCell())).anyMatch(warning -> warning.startsWith("gone"));
    }

    @Test
    void twoSecretariesAtOnceAreWarnedOfAndOneAfterTheOtherAreNot() {
        var term = begin(tree.eastCell(), Body.SECRETARY_ALONE, 2);
        var first = fill(term, people.add(tree.eastCell(), one -> one), "SECRETARY", Terms.ELECTED);
        fill(term, people.add(tree.eastCell(), one -> one), "SECRETARY", LocalDate.of(2022, 1, 1));
        assertThat(warnings(tree.eastCell())).contains("many-holders Bí thư 2 1 Điều lệ Đảng, Điều 24, khoản 4");
        committees.leave(first, LocalDate.of(2021, 12, 31), Terms.DECISION, Scope.EVERYTHING);
        assertThat(warnings(tree.eastCell())).noneMatch(warning -> warning.startsWith("many-holders"));
    }

    @Test
    void thePersonWhoHoldsTwoPostsIsWarnedOf() {
        var term = begin(tree.eastCell(), Body.SECRETARY_ALONE, 2);
        var both = people.add(tree.eastCell(), one -> one);
        fill(term, both, "SECRETARY", Terms.ELECTED);
        fill(term, both, "DEPUTY", Terms.ELECTED);
        assertThat(warnings(tree.eastCell())).contains("same-person Nguyễn Văn An Bí thư, Phó bí thư");
    }

    @Test
    void aTermDoesNotEndBeforeItBegins() {
        refused(
                "end-before-begin",
                () -> committees.begin(cellTermTo(Terms.ELECTED.minusDays(1)), Terms.DECISION, Scope.EVERYTHING));
        var oneDay = cellTermTo(Terms.ELECTED);
        assertThat(committees.begin(oneDay, Terms.DECISION, Scope.EVERYTHING)).isNotNull();
    }

    @Test
    void termsFollowEachOtherAndDoNotOverlap() {
        begin(tree.eastCell(), Body.SECRETARY_ALONE, 1);
        var before = LocalDate.of(2018, 1, 1);
        refused(
                "terms-overlap",
                () -> committees.begin(cellTerm(before, Terms.ELECTED), Terms.DECISION, Scope.EVERYTHING));
        var earlier = committees.begin(cellTerm(before, Terms.ELECTED.minusDays(1)), Terms.DECISION, Scope.EVERYTHING);
        refused(
                "terms-overlap",
                () -> committees.changeEnd(earlier, 0, Terms.ELECTED, Terms.DECISION, Scope.EVERYTHING));
    }

    @Test
    void theTableItselfRefusesOverlappingTermsAndPostsOutsideTheirTerm() {
        var term = begin(tree.eastCell(), Body.SECRETARY_ALONE, 1);
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> jdbc.sql("""
                        insert into committee.term (id, version, organisation_id, label, body, valid, members, decision_id,
                            recorded_by)
                        select gen_random_uuid(), 0, organisation_id, label, body, valid, members, decision_id, recorded_by
                        from committee.term where id = :term
                        """).param("term", term.id()).update())
                .withMessageContaining("do_not_overlap");
        var held = fill(term, "SECRETARY");
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> jdbc.sql("""
                        update committee.holding set valid = daterange('2020-05-31', upper(valid)) where id = :held
                        """).param("held", held.id()).update())
                .withMessageContaining("a post is held within its term");
    }

    @Test
    void aCellHasNoCommitteeOfACommuneAndAPostMustBeOneOfItsBody() {
        refused("no-such-body", () -> begin(tree.eastCell(), Body.COMMITTEE, 9));
        var term = begin(tree.eastCell(), Body.SECRETARY_ALONE, 1);
        refused("no-such-post", () -> fill(term, "CELL_MEMBER"));
        refused("no-such-post", () -> fill(term, "nonsense"));
    }

    @Test
    void aPostIsHeldWithinItsTerm() {
        var term = begin(tree.eastCell(), Body.SECRETARY_ALONE, 1);
        var secretary = people.add(tree.eastCell(), one -> one);
        refused("outside-term", () -> fill(term, secretary, "SECRETARY", Terms.ELECTED.minusDays(1)));
        var held = fill(term, secretary, "SECRETARY", Terms.ELECTED);
        refused("holds-already", () -> fill(term, secretary, "SECRETARY", TODAY));
        refused(
                "end-before-begin",
                () -> committees.leave(held, Terms.ELECTED.minusDays(1), Terms.DECISION, Scope.EVERYTHING));
        refused("in-the-future", () -> committees.leave(held, TODAY.plusDays(1), Terms.DECISION, Scope.EVERYTHING));
        committees.leave(held, TODAY, Terms.DECISION, Scope.EVERYTHING);
        refused("left-already", () -> committees.leave(held, TODAY, Terms.DECISION, Scope.EVERYTHING));
    }

    @Test
    void aTermEndsNoSoonerThanItsPostsBegan() {
        var term = begin(tree.eastCell(), Body.SECRETARY_ALONE, 1);
        fill(term, people.add(tree.eastCell(), one -> one), "SECRETARY", LocalDate.of(2021, 1, 1));
        refused(
                "posts-after-end",
                () -> committees.changeEnd(term, 0, LocalDate.of(2020, 12, 31), Terms.DECISION, Scope.EVERYTHING));
        refused("same-end", () -> committees.changeEnd(term, 0, Terms.LAST_DAY, Terms.DECISION, Scope.EVERYTHING));
        committees.changeEnd(term, 0, LocalDate.of(2021, 1, 1), Terms.DECISION, Scope.EVERYTHING);
        var ended = files.open(tree.eastCell(), Scope.EVERYTHING, Scope.EVERYTHING, TODAY);
        assertThat(ended.hasEnded()).isTrue();
        assertThat(ended.holders()).extracting(CommitteeFile.Holder::lastDay).containsExactly(LocalDate.of(2021, 1, 1));
        assertThatExceptionOfType(ObjectOptimisticLockingFailureException.class)
                .isThrownBy(() -> committees.changeEnd(term, 0, Terms.LAST_DAY, Terms.DECISION, Scope.EVERYTHING));
    }

    @Test
    void aTermIsTakenBackAfterItsPostsAndLeavesRoomForTheRightOne() {
        var term = begin(tree.eastCell(), Body.SECRETARY_ALONE, 1);
        var held = fill(term, "SECRETARY");
        refused("term-has-posts", () -> committees.takeBack(term, "Nhầm chi bộ", Scope.EVERYTHING));
        committees.takeBack(held, "Nhầm chi bộ", Scope.EVERYTHING);
        refused("taken-back-already", () -> committees.takeBack(held, "Nhầm chi bộ", Scope.EVERYTHING));
        refused("illegible", () -> committees.takeBack(term, "\u200b", Scope.EVERYTHING));
        committees.takeBack(term, "Nhầm chi bộ", Scope.EVERYTHING);
        assertThat(begin(tree.eastCell(), Body.SECRETARY_ALONE, 1)).isNotNull();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> committees.takeBack(term, "Lần nữa", Scope.EVERYTHING));
    }

    @Test
    void nothingIsEnteredAheadOfItsDay() {
        refused(
                "in-the-future",
                () -> committees.begin(
                        cellTerm(TODAY.plusDays(1), TODAY.plusYears(2)), Terms.DECISION, Scope.EVERYTHING));
        assertThat(committees.begin(cellTerm(TODAY, TODAY.plusYears(2)), Terms.DECISION, Scope.EVERYTHING))
                .isNotNull();
    }

    @Test
    void everyWriteIsInTheTrailAndNothingIsDeleted() {
        var term = begin(tree.eastCell(), Body.SECRETARY_ALONE, 1);
        var held = fill(term, "SECRETARY");
        committees.leave(held, TODAY, Terms.DECISION, Scope.EVERYTHING);
        assertThat(jdbc.sql("select act from audit.entry where organisation_id = :cell order by id")
                        .param("cell", tree.eastCell().id())
                        .query(String.class)
                        .list())
                .containsExactly("committee.term-begun", "committee.post-filled", "committee.post-left");
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql("delete from committee.holding where id = :held")
                        .param("held", held.id())
                        .update());
    }

    private TermId begin(OrganisationId organisation, Body body, int members) {
        return committees.begin(Terms.of(organisation, body, members), Terms.DECISION, Scope.EVERYTHING);
    }

    private NewTerm cellTermTo(LocalDate lastDay) {
        return cellTerm(Terms.ELECTED, lastDay);
    }

    private NewTerm cellTerm(LocalDate from, LocalDate lastDay) {
        return new NewTerm(tree.eastCell(), "khóa này", Body.SECRETARY_ALONE, from, lastDay, 1);
    }

    private HoldingId fill(TermId term, String post) {
        return fill(term, people.add(tree.eastCell(), one -> one), post, Terms.ELECTED);
    }

    private HoldingId fill(TermId term, MemberId member, String post, LocalDate from) {
        return committees.fill(
                new NewHolding(term, member, post, Manner.ELECTED, 1, from),
                Terms.DECISION,
                Scope.EVERYTHING,
                Scope.EVERYTHING);
    }

    private void official(OrganisationId cell, int number) {
        for (var i = 0; i < number; i++) {
            people.add(cell, one -> one);
        }
    }

    /** Each warning with its values and its source in one line. */
    private List<String> warnings(OrganisationId organisation) {
        return files.open(organisation, Scope.EVERYTHING, Scope.EVERYTHING, TODAY).warnings().stream()
                .map(warning -> {
                    var parts = new ArrayList<String>();
                    parts.add(warning.key().replace("committee.warning.", ""));
                    warning.arguments().forEach(argument -> parts.add(argument.toString()));
                    if (warning.source() != null) {
                        parts.add(warning.source().directive() + ", "
                                + warning.source().clause());
                    }
                    return String.join(" ", parts);
                })
                .toList();
    }

    private static void refused(String key, Runnable act) {
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(act::run)
                .extracting(Refusal::key)
                .isEqualTo("committee.refused." + key);
    }
}

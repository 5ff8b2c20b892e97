package vn.partyregister.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Uuids;

/** What each module tells of: from when, by when, until it is done, to whom. */
@RegisterTest
class ObligationsTests {
    @Autowired
    private Inbox inbox;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MessageSource messages;

    private Orgs.Tree tree;

    @BeforeEach
    void aTree() {
        tree = orgs.tree();
    }

    /** All of a kind that the east owes as at a day, in whatever state. */
    private List<Obligation> of(String kind, LocalDate asAt) {
        return Arrays.stream(ObligationState.values())
                .flatMap(state -> {
                    var filter = InboxFilter.read(
                            new Parameters(Map.of("kind", kind, "state", state.name())), inbox.kinds());
                    try (var all = inbox.all(filter, Scope.of(Set.of(tree.east().id())), asAt, Inbox.STANDARD_ORDER)) {
                        return all.toList().stream();
                    }
                })
                .peek(this::requireSource)
                .toList();
    }

    /** It says which rule its day follows from and where that stands, or where else the day comes from. */
    private void requireSource(Obligation one) {
        if (one.rule() == null) {
            assertThat(messages.getMessage("Obligation." + one.kind() + ".day", null, Locale.ENGLISH))
                    .isNotBlank();
        } else {
            assertThat(one.directive()).as(one.rule()).isNotNull();
            assertThat(one.clause()).as(one.rule()).isNotNull();
        }
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    private UUID decision() {
        var id = Uuids.next();
        jdbc.sql(
                        "insert into organisation.decision (id, issuer_name, number, issued_on) values (:id, cast(:id as text), '1-GGT', '2020-01-06')")
                .param("id", id)
                .update();
        return id;
    }

    private void scan(MemberId member, String kind, String dated) {
        jdbc.sql("""
                        insert into dossier.scan (id, member_id, kind, format, pages, bytes, dated, content_sealed, recorded_by)
                        values (:id, :member, :kind, 'PDF', 1, 1, cast(:dated as date), '', 'test')
                        """)
                .param("id", Uuids.next())
                .param("member", member.id())
                .param("kind", kind)
                .param("dated", dated)
                .update();
    }

    /** Thirty working days, with Tết 2022 (31/01–04/02), Hùng Kings (11/04), 30/4 and 1/5 (02 and 03/05) among them. */
    @ParameterizedTest
    @CsvSource({
        "2022-01-14, 2022-03-04",
        "2022-01-28, 2022-03-18",
        "2022-03-01, 2022-04-13",
        "2022-03-18, 2022-05-04",
    })
    void aBiographyIsDueThirtyWorkingDaysAfterTheCeremony(LocalDate ceremony, LocalDate due) {
        var member = people.add(
                tree.eastCell(),
                person -> person.named("Lâm Lý Lịch").joined(ceremony, null).withoutBiography());
        assertThat(of("MEMBER_BIOGRAPHY", ceremony.minusDays(1))).isEmpty();
        assertThat(of("MEMBER_BIOGRAPHY", due))
                .singleElement()
                .returns(due, Obligation::dueOn)
                .returns(ObligationState.DUE, Obligation::state)
                .returns(tree.eastCell().id(), Obligation::ownerId);
        assertThat(of("MEMBER_BIOGRAPHY", due.plusDays(1)))
                .singleElement()
                .returns(ObligationState.OVERDUE, Obligation::state);
        scan(member, "MEMBER_BIOGRAPHY", ceremony.toString());
        assertThat(of("MEMBER_BIOGRAPHY", due))
                .as("the sheet is missing")
                .singleElement()
                .returns(null, Obligation::doneOn);
        scan(member, "MEMBER_SHEET", due.toString());
        assertThat(of("MEMBER_BIOGRAPHY", due)).singleElement().returns(ObligationState.IN_TIME, Obligation::state);
    }

    @Test
    void aBiographyADayLaterIsLate() {
        var member = people.add(
                tree.eastCell(),
                person ->
                        person.named("Lâm Trễ").joined(day("2022-01-14"), null).withoutBiography());
        scan(member, "MEMBER_BIOGRAPHY", "2022-03-05");
        scan(member, "MEMBER_SHEET", "2022-02-01");
        assertThat(of("MEMBER_BIOGRAPHY", day("2022-03-05")))
                .singleElement()
                .returns(ObligationState.LATE, Obligation::state);
    }

    @Test
    void aCommentOfTheResidenceIsDueOnTheLastOfNovember() {
        var member = people.add(tree.eastCell(), person -> person.named("Lâm Cư Trú"));
        var link = Uuids.next();
        jdbc.sql("""
                        insert into membership.residence_link (id, member_id, valid, mode, place, letter_id, recorded_by)
                        values (:id, :member, '[2021-05-01,)', 'FULL', 'Chi bộ phố', :letter, 'test')
                        """)
                .param("id", link)
                .param("member", member.id())
                .param("letter", decision())
                .update();
        assertThat(of("RESIDENCE_COMMENT", day("2021-11-30")))
                .singleElement()
                .returns("residence-comment-before-year-end", Obligation::rule)
                .returns("33-HD/BTCTW", Obligation::directive)
                .returns(ObligationState.DUE, Obligation::state);
        assertThat(of("RESIDENCE_COMMENT", day("2021-12-01")))
                .singleElement()
                .returns(ObligationState.OVERDUE, Obligation::state);
        jdbc.sql("""
                        insert into membership.residence_comment (id, link_id, year, text, commented_on, signed_by, recorded_by)
                        values (:id, :link, 2021, 'Tốt', '2021-12-01', 'Bí thư', 'test')
                        """).param("id", Uuids.next()).param("link", link).update();
        assertThat(of("RESIDENCE_COMMENT", day("2021-12-01")))
                .singleElement()
                .returns(ObligationState.LATE, Obligation::state);
        assertThat(of("RESIDENCE_COMMENT", day("2022-01-01")))
                .as("that of the next year is owed from its first day")
                .extracting(Obligation::dueOn)
                .containsExactlyInAnyOrder(day("2021-11-30"), day("2022-11-30"));
    }

    @Test
    void aTermIsToldThreeMonthsBeforeItsEndAndMetByTheNext() {
        term("[2020-06-01,2025-06-01)");
        assertThat(of("COMMITTEE_TERM", day("2025-02-27"))).isEmpty();
        assertThat(of("COMMITTEE_TERM", day("2025-02-28")))
                .singleElement()
                .returns(day("2025-05-31"), Obligation::dueOn);
        assertThat(of("COMMITTEE_TERM", day("2025-05-31")))
                .singleElement()
                .returns(ObligationState.DUE, Obligation::state);
        assertThat(of("COMMITTEE_TERM", day("2025-06-01")))
                .singleElement()
                .returns(ObligationState.OVERDUE, Obligation::state);
        term("[2025-06-01,2030-06-01)");
        assertThat(of("COMMITTEE_TERM", day("2025-06-01")))
                .singleElement()
                .returns(ObligationState.LATE, Obligation::state);
    }

    private void term(String valid) {
        jdbc.sql("""
                        insert into committee.term (id, version, organisation_id, label, body, valid, members, decision_id, recorded_by)
                        values (:id, 0, :organisation, :valid, 'COMMITTEE', cast(:valid as daterange), 3, :decision, 'test')
                        """)
                .param("id", Uuids.next())
                .param("organisation", tree.eastBase().id())
                .param("valid", valid)
                .param("decision", decision())
                .update();
    }

    @Test
    void aBatchOfBadgesIsSubmittedBeforeItsDayAndDecidedByIt() {
        var batch = Uuids.next();
        jdbc.sql("""
                        insert into recognition.batch (id, organisation_id, award_day, recorded_at, recorded_by)
                        values (:id, :organisation, '2022-05-19', '2022-02-01', 'test')
                        """).param("id", batch).param("organisation", tree.east().id()).update();
        assertThat(of("BADGE_PROPOSAL", day("2022-04-04")))
                .singleElement()
                .returns(day("2022-04-04"), Obligation::dueOn)
                .returns(ObligationState.DUE, Obligation::state);
        assertThat(of("BADGE_PROPOSAL", day("2022-04-05")))
                .singleElement()
                .returns(ObligationState.OVERDUE, Obligation::state);
        jdbc.sql(
                        "update recognition.batch set state = 'SUBMITTED', submission_number = '1', submitted_on = '2022-04-04' where id = :id")
                .param("id", batch)
                .update();
        assertThat(of("BADGE_PROPOSAL", day("2022-04-05")))
                .singleElement()
                .returns(ObligationState.IN_TIME, Obligation::state);
        assertThat(of("BADGE_DECISION", day("2022-04-05")))
                .as("the root decides")
                .isEmpty();
        var ofTheRoot = InboxFilter.read(new Parameters(Map.of("kind", "BADGE_DECISION")), inbox.kinds());
        try (var all = inbox.all(ofTheRoot, Scope.EVERYTHING, day("2022-04-05"), Inbox.STANDARD_ORDER)) {
            assertThat(all)
                    .filteredOn(one -> one.address().endsWith(batch.toString()))
                    .singleElement()
                    .returns("badge-award-day", Obligation::rule)
                    .returns("12-HD/BTCTW", Obligation::directive);
        }
    }

    @Test
    void aCheckOfCardsIsFinishedInSixtyWorkingDays() {
        jdbc.sql(
                        "insert into recognition.card_check (id, organisation_id, name, begun_on, opened_by) values (:id, :organisation, 'Đợt', '2022-01-14', 'test')")
                .param("id", Uuids.next())
                .param("organisation", tree.eastBase().id())
                .update();
        var due = jdbc.sql("select reference.last_day('2022-01-14', 60, 'WORKING_DAYS')")
                .query(LocalDate.class)
                .single();
        assertThat(of("CARD_CHECK", due))
                .singleElement()
                .returns(due, Obligation::dueOn)
                .returns(ObligationState.DUE, Obligation::state);
        assertThat(of("CARD_CHECK", due.plusDays(1)))
                .singleElement()
                .returns(ObligationState.OVERDUE, Obligation::state);
    }

    @Test
    void paperFilesAreCountedEverySixMonths() {
        counted("2022-02-01");
        assertThat(of("PAPER_FILE_COUNT", day("2022-08-01")))
                .singleElement()
                .returns(ObligationState.DUE, Obligation::state);
        assertThat(of("PAPER_FILE_COUNT", day("2022-08-02")))
                .singleElement()
                .returns(ObligationState.OVERDUE, Obligation::state);
        counted("2022-08-02");
        assertThat(of("PAPER_FILE_COUNT", day("2022-08-02")))
                .extracting(Obligation::state)
                .containsExactlyInAnyOrder(ObligationState.LATE, ObligationState.DUE);
    }

    private void counted(String on) {
        jdbc.sql("""
                        insert into paperfile.count (id, organisation_id, counted_on, opened_by, closed_at, closed_by)
                        values (:id, :organisation, cast(:on as date), 'test', now(), 'test')
                        """)
                .param("id", Uuids.next())
                .param("organisation", tree.eastBase().id())
                .param("on", on)
                .update();
    }

    @Test
    void aSupplementIsOwedByTheCellUntilItsLastMemberHasHandedIn() {
        var campaign = Uuids.next();
        jdbc.sql("""
                        insert into supplement.campaign (id, version, organisation_id, year, opens_on, due_on, guidance, recorded_by)
                        values (:id, 0, :organisation, 2022, '2022-04-01', '2022-04-29', '5-CV/HU', 'test')
                        """)
                .param("id", campaign)
                .param("organisation", tree.east().id())
                .update();
        var one = expected(campaign, "Lâm Một");
        var other = expected(campaign, "Lâm Hai");
        handedIn(campaign, one);
        assertThat(of("SUPPLEMENT", day("2022-04-29")))
                .singleElement()
                .returns(tree.eastCell().id(), Obligation::ownerId)
                .returns(null, Obligation::rule)
                .returns(ObligationState.DUE, Obligation::state);
        assertThat(of("SUPPLEMENT", day("2022-04-30")))
                .singleElement()
                .returns(ObligationState.OVERDUE, Obligation::state);
        handedIn(campaign, other);
        assertThat(of("SUPPLEMENT", day("2022-04-30")))
                .singleElement()
                .returns(ObligationState.IN_TIME, Obligation::state);
    }

    private MemberId expected(UUID campaign, String name) {
        var member = people.add(tree.eastCell(), person -> person.named(name));
        jdbc.sql(
                        "insert into supplement.expected (campaign_id, member_id, organisation_id, since) values (:campaign, :member, :cell, '2022-04-01')")
                .param("campaign", campaign)
                .param("member", member.id())
                .param("cell", tree.eastCell().id())
                .update();
        return member;
    }

    private void handedIn(UUID campaign, MemberId member) {
        jdbc.sql(
                        "insert into supplement.handing_in (campaign_id, member_id, handed_in_on, changed, recorded_by) values (:campaign, :member, '2022-04-29', false, 'test')")
                .param("campaign", campaign)
                .param("member", member.id())
                .update();
    }

    @Test
    void aPeriodIsClosedFromWhenTheCommitteeOrOneAboveItClosedOne() {
        assertThat(of("CLOSING_MONTH", day("2022-04-05"))).isEmpty();
        closed(tree.east(), "2022-02-01", "2022-02-28");
        assertThat(of("CLOSING_MONTH", day("2022-04-05")))
                .filteredOn(one -> one.ownerId().equals(tree.eastBase().id()))
                .extracting(Obligation::dueOn)
                .containsExactlyInAnyOrder(day("2022-03-05"), day("2022-04-05"));
        assertThat(of("CLOSING_MONTH", day("2022-04-05")))
                .filteredOn(one -> one.ownerId().equals(tree.east().id()))
                .extracting(Obligation::state)
                .as("closed long after, as far as the clock tells; and March, on its last day")
                .containsExactlyInAnyOrder(ObligationState.LATE, ObligationState.DUE);
        assertThat(of("CLOSING_MONTH", day("2022-04-06")))
                .filteredOn(one ->
                        one.doneOn() == null && one.ownerId().equals(tree.east().id()))
                .singleElement()
                .returns(ObligationState.OVERDUE, Obligation::state);
        assertThat(of("CLOSING_MONTH", day("2022-04-05")))
                .allSatisfy(one -> assertThat(one.rule()).isEqualTo("period-due-month"))
                .as("a cell closes nothing")
                .noneMatch(one -> one.ownerId().equals(tree.eastCell().id()));
    }

    private void closed(OrganisationId organisation, String from, String to) {
        jdbc.sql("""
                        insert into statistics.closing (id, organisation_id, name, kind, from_on, to_on, form, code, title_vi,
                            title_en, directive, entries, fingerprint, closed_by)
                        values (:id, :organisation, 'Đảng bộ', 'MONTH', cast(:from as date), cast(:to as date), '1', 'Biểu số 1', 'Tăng, giảm',
                            'Increase', '11-HD/BTCTW', 0, '', 'test')
                        """)
                .param("id", Uuids.next())
                .param("organisation", organisation.id())
                .param("from", from)
                .param("to", to)
                .update();
    }

    @Test
    void aComparisonThatOneSideSignedIsOwedByTheOther() {
        jdbc.sql("""
                        insert into statistics.reconciliation_signature (id, organisation_id, reconciled_on, side, signed_as, signed_as_name,
                            own, above, only_own, only_above, signed_by, signed_at)
                        values (:id, :organisation, '2022-03-31', 'OWN', :organisation, 'Đảng bộ xã', 0, 0, '{}', '{}', 'test', '2022-04-01')
                        """)
                .param("id", Uuids.next())
                .param("organisation", tree.eastBase().id())
                .update();
        assertThat(of("RECONCILIATION", day("2022-04-22")))
                .singleElement()
                .returns(tree.east().id(), Obligation::ownerId)
                .returns(day("2022-04-22"), Obligation::dueOn);
    }

    @Test
    void nobodySeesWhatTheOtherDistrictOwes() {
        people.add(
                tree.westCell(),
                person -> person.named("Lâm Phía Tây")
                        .joined(day("2022-01-14"), null)
                        .withoutBiography());
        assertThat(of("MEMBER_BIOGRAPHY", day("2022-03-04"))).isEmpty();
    }
}

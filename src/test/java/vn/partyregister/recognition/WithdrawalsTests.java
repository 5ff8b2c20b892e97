package vn.partyregister.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.Decision;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.recognition.BadgeBatchList.Part;
import vn.partyregister.recognition.Withdrawal.Ground;

/** A badge is taken back for a reason: the award stays readable, the badge goes where it is said to, the level is free again. */
@RegisterTest
class WithdrawalsTests {
    private static final LocalDate TODAY = LocalDate.of(2022, 4, 30);
    private static final LocalDate DECIDED = LocalDate.of(2022, 4, 20);
    private static final LocalDate MAY = LocalDate.of(2022, 5, 19);
    private static final Scope ALL = Scope.EVERYTHING;

    @Autowired
    private Withdrawals withdrawals;

    @Autowired
    private BadgeBatches batches;

    @Autowired
    private BadgeBatchList list;

    @Autowired
    private Awards awards;

    @Autowired
    private Candidates candidates;

    @Autowired
    private Stock stock;

    @Autowired
    private StockEntries entries;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private Orgs.Tree tree;
    private MemberId member;

    @BeforeEach
    void somebodyOfThirtyYears() {
        tree = orgs.tree();
        member = people.add(
                tree.eastCell(), person -> person.joined(LocalDate.of(1992, 5, 19), LocalDate.of(1993, 5, 19)));
    }

    private static Decision decision(LocalDate day) {
        return new Decision("Ban Thường vụ Tỉnh ủy", "%d-QĐ/TU".formatted(System.nanoTime()), day, null);
    }

    private BatchId awarded(boolean numbered) {
        var batch = batches.drawUp(tree.east(), MAY, null, ALL);
        batches.proposeAll(batch, false, ALL);
        batches.submit(batch, "12-TTr/HU", DECIDED, ALL);
        awards.decide(batch, decision(DECIDED), numbered, ALL);
        return batch;
    }

    private String aBadgeInStock() {
        var series = "R" + Long.toString(System.nanoTime() % 100_000_000, 36) + "-";
        stock.receive(tree.east(), "YEARS_30", new Serials(series, 1, 1, 3), DECIDED, "PNK", ALL);
        return series + "001";
    }

    private static Withdrawal said(Ground ground, LocalDate day, @Nullable BadgeGoes goes) {
        return new Withdrawal(ground, day, "Ghi nhầm người", ground == Ground.REVOKED ? decision(DECIDED) : null, goes);
    }

    private void withdraw(Ground ground, LocalDate day, @Nullable BadgeGoes goes) {
        withdrawals.withdraw(member, 30, said(ground, day, goes), ALL);
    }

    private static void refuses(String key, ThrowingCallable act) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(act).returns(key, RuleBroken::key);
    }

    private boolean isCandidate() {
        var filter = new CandidateFilter(tree.east().id(), MAY, null, null);
        return candidates.figures(filter, ALL, TODAY).of(Reason.DUE, 30) == 1;
    }

    @ParameterizedTest
    @EnumSource(
            value = Ground.class,
            names = {"ENTERED_WRONGLY", "REVOKED"})
    void theAwardAndItsWithdrawalStayReadableAndTheLevelIsAwardedAgain(Ground ground) {
        var batch = awarded(false);
        assertThat(isCandidate()).isFalse();
        withdraw(ground, TODAY, null);
        assertThat(list.badges(member)).isEmpty();
        assertThat(isCandidate()).isTrue();
        assertThat(list.withdrawn(member))
                .singleElement()
                .returns(ground, BadgeBatchList.Withdrawn::ground)
                .returns(MAY, BadgeBatchList.Withdrawn::awardedOn)
                .returns(TODAY, BadgeBatchList.Withdrawn::withdrawnOn)
                .returns("Ghi nhầm người", BadgeBatchList.Withdrawn::why);
        var decided = list.get(batch, ALL);
        assertThat(decided.proposed()).isZero();
        assertThat(decided.withdrawn()).isEqualTo(1);
        assertThat(list.figures(decided)).isEmpty();
        try (var rows = list.rows(decided, Part.WITHDRAWN, null, "name,asc")) {
            assertThat(rows).singleElement().returns(TODAY, Proposal::withdrawnOn);
        }
        awarded(false);
        assertThat(list.badges(member)).hasSize(1);
        assertThat(list.withdrawn(member)).hasSize(1);
        withdraw(Ground.ENTERED_WRONGLY, TODAY, null);
        assertThat(list.withdrawn(member)).hasSize(2);
    }

    @Test
    void whatIsTakenBackIsNotTakenBackTwice() {
        refuses("recognition.badge-not-held", () -> withdraw(Ground.ENTERED_WRONGLY, TODAY, null));
        awarded(false);
        withdraw(Ground.ENTERED_WRONGLY, TODAY, null);
        refuses("recognition.withdrawn-already", () -> withdraw(Ground.ENTERED_WRONGLY, TODAY, null));
    }

    @Test
    void theFileTellsThatTheBadgeStoodThereAndWhyItWent() {
        awarded(false);
        withdraw(Ground.ENTERED_WRONGLY, TODAY, null);
        assertThat(jdbc.sql("select ground, reason from member.amendment where member_id = :id order by recorded")
                        .param("id", member.id())
                        .query((row, _) -> row.getString("ground") + " " + row.getString("reason"))
                        .list())
                .containsExactly("DECISION null", "CORRECTION Ghi nhầm người");
    }

    @ParameterizedTest
    @CsvSource({"2022-04-19, recognition.withdrawn-before-award", "2022-05-01, membership.in-the-future"})
    void itIsTakenBackFromTheDayOfTheDecisionUntilToday(LocalDate wrong, String key) {
        awarded(false);
        refuses(key, () -> withdraw(Ground.ENTERED_WRONGLY, wrong, null));
        withdraw(Ground.ENTERED_WRONGLY, DECIDED, null);
        assertThat(list.badges(member)).isEmpty();
    }

    @Test
    void aBadgeOfTheStockGoesBackThereAndIsGivenToAnother() {
        var serial = aBadgeInStock();
        awarded(true);
        refuses("recognition.say-where-the-badge-goes", () -> withdraw(Ground.ENTERED_WRONGLY, TODAY, null));
        withdraw(Ground.ENTERED_WRONGLY, TODAY, BadgeGoes.STOCK);
        assertThat(leftOver()).isEqualTo(1);
        awarded(true);
        assertThat(list.badges(member)).singleElement().returns(serial, BadgeBatchList.Held::number);
        assertThat(leftOver()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = BadgeGoes.class,
            names = {"SPOILT", "LOST"})
    void aBadgeThatIsSpoiltOrLostComesInAndIsWrittenOff(BadgeGoes goes) {
        aBadgeInStock();
        awarded(true);
        withdraw(Ground.ENTERED_WRONGLY, TODAY, goes);
        assertThat(leftOver()).isZero();
        assertThat(jdbc.sql("""
                        select o.kind || ' ' || o.why from recognition.outgoing o
                        join recognition.receipt r on r.id = o.receipt_id
                        where r.organisation_id = :east and r.source = 'BACK'
                        """)
                        .param("east", tree.east().id())
                        .query(String.class)
                        .single())
                .isEqualTo(goes + " Ghi nhầm người");
    }

    @Test
    void aBadgeThatWasReportedLostDoesNotComeBackToTheStock() {
        aBadgeInStock();
        awarded(true);
        awards.lost(member, 30, TODAY, "Bản tường trình", null, ALL);
        refuses(
                "recognition.a-lost-badge-does-not-come-back",
                () -> withdraw(Ground.ENTERED_WRONGLY, TODAY, BadgeGoes.STOCK));
        withdraw(Ground.ENTERED_WRONGLY, TODAY, BadgeGoes.LOST);
        assertThat(leftOver()).isZero();
    }

    @Test
    void theBadgeGivenForALostOneIsTheOneThatComesBack() {
        var lost = aBadgeInStock();
        awarded(true);
        var instead = aBadgeInStock();
        awards.lost(member, 30, DECIDED, "Bản tường trình", instead, ALL);
        assertThat(leftOver()).isZero();
        withdraw(Ground.ENTERED_WRONGLY, TODAY, BadgeGoes.STOCK);
        assertThat(leftOver()).isEqualTo(1);
        assertThat(list.withdrawn(member)).singleElement().returns(instead, BadgeBatchList.Withdrawn::number);
        refuses("recognition.badge-not-held", () -> awards.lost(member, 30, TODAY, "Lại mất", lost, ALL));
    }

    @Test
    void aBadgeGivenForALostOneThatIsLostTooDoesNotComeBack() {
        aBadgeInStock();
        awarded(true);
        awards.lost(member, 30, DECIDED, "Bản tường trình", aBadgeInStock(), ALL);
        awards.lost(member, 30, TODAY, "Lại mất", null, ALL);
        refuses(
                "recognition.a-lost-badge-does-not-come-back",
                () -> withdraw(Ground.ENTERED_WRONGLY, TODAY, BadgeGoes.STOCK));
        withdraw(Ground.ENTERED_WRONGLY, TODAY, BadgeGoes.LOST);
        assertThat(leftOver()).isZero();
    }

    private long leftOver() {
        return entries.balances(new StockFilter(tree.east().id(), null, null, null, null), ALL).stream()
                .peek(one -> assertThat(one.balances()).isTrue())
                .mapToLong(StockBalance::inHand)
                .sum();
    }

    private void leaves(String kind, LocalDate day) {
        jdbc.sql("""
                        insert into membership.movement (id, member_id, kind, effective_on, from_organisation_id, recorded_by)
                        values (gen_random_uuid(), :member, :kind, :day, :cell, 'test')
                        """)
                .param("member", member.id())
                .param("kind", kind)
                .param("day", day)
                .param("cell", tree.eastCell().id())
                .update();
    }

    @Test
    void whoIsPutOutOfThePartyHandsTheBadgeBackByTheRuleFromThatDayOn() {
        awarded(false);
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> withdraw(Ground.PUT_OUT, TODAY, null))
                .returns("recognition.badge-not-handed-back", RuleBroken::key)
                .satisfies(refused -> assertThat(refused.source()).isNotNull());
        leaves("EXPELLED", LocalDate.of(2022, 4, 28));
        refuses("recognition.before-leaving", () -> withdraw(Ground.PUT_OUT, LocalDate.of(2022, 4, 27), null));
        withdraw(Ground.PUT_OUT, LocalDate.of(2022, 4, 28), null);
        assertThat(list.badges(member)).isEmpty();
    }

    @Test
    void whoLeavesByTheirOwnWishKeepsIt() {
        awarded(false);
        leaves("RESIGNED", LocalDate.of(2022, 4, 28));
        refuses("recognition.badge-not-handed-back", () -> withdraw(Ground.PUT_OUT, TODAY, null));
    }

    @Test
    void aBadgeThatOnlyTheFileKnowsIsHandedBackByWhoIsPutOutAndElseCorrectedInTheFile() {
        jdbc.sql("""
                        insert into member.sheet (member_id, section, content)
                        values (:member, 'BADGE', '[{"level":"YEARS_30","given_on":"2010","number":"77"}]')
                        """).param("member", member.id()).update();
        refuses("recognition.badge-not-of-the-register", () -> withdraw(Ground.ENTERED_WRONGLY, TODAY, null));
        leaves("STRUCK_OFF", LocalDate.of(2022, 4, 28));
        withdraw(Ground.PUT_OUT, TODAY, null);
        assertThat(list.withdrawn(member))
                .singleElement()
                .returns("77", BadgeBatchList.Withdrawn::number)
                .returns(null, BadgeBatchList.Withdrawn::awardedOn);
        assertThat(list.badges(member)).isEmpty();
    }

    @Test
    void theSchemaAloneRefusesASecondAwardOfALevelThatWasNotTakenBack() {
        awarded(false);
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> again(2))
                .withMessageContaining("it_is_awarded_again_once_it_was_taken_back");
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> again(1))
                .withMessageContaining("a_level_is_awarded_once_at_a_time");
    }

    private void again(int occurrence) {
        jdbc.sql("""
                        insert into recognition.award (member_id, level, occurrence, basis, batch_id, awarded_on, decision_id)
                        select member_id, level, :occurrence, basis, batch_id, awarded_on, decision_id
                        from recognition.award where member_id = :member
                        """)
                .param("occurrence", occurrence)
                .param("member", member.id())
                .update();
    }
}

package vn.partyregister.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.member.MemberId;
import vn.partyregister.member.Members;
import vn.partyregister.member.NewMember;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.Founding;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.Organisations;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;

/** What may be entered of whom: each guard on the day before its edge, and on the day itself. */
@RegisterTest
class MovementsTests {
    private static final LocalDate TODAY = LocalDate.of(2022, 4, 30);
    private static final LocalDate LEFT = LocalDate.of(2019, 3, 15);
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Autowired
    private Movements movements;

    @Autowired
    private Reversals reversals;

    @Autowired
    private Journal journal;

    @Autowired
    private Members members;

    @Autowired
    private Organisations organisations;

    @Autowired
    private People people;

    @Autowired
    private Orgs orgs;

    @Autowired
    private JdbcClient jdbc;

    private Orgs.Tree tree;
    private Scope east;
    private MemberId member;

    @BeforeEach
    void somebody() {
        tree = orgs.tree();
        east = Scope.of(Set.of(tree.east().id()));
        member = people.add(tree.eastCell(), person -> person);
    }

    private static Decision decision() {
        return new Decision(
                "Ban Thường vụ Huyện ủy", "%d-QĐ/HU".formatted(NUMBERS.incrementAndGet()), LEFT.minusDays(5), null);
    }

    private static Act act(MovementKind kind, LocalDate day) {
        return act(kind, day, null);
    }

    private static Act act(MovementKind kind, LocalDate day, @Nullable OrganisationId to) {
        var ground =
                switch (kind) {
                    case STRUCK_OFF -> "NO_DUES";
                    case RESIGNED -> "OWN_REQUEST";
                    case EXPELLED -> "DISCIPLINE";
                    case DIED -> "ILLNESS";
                    case TRANSFERRED, TRANSFERRED_OUT -> "WORK";
                    case ADMISSION_CANCELLED -> "STANDARDS";
                    case RESTORED -> "COMPLAINT";
                    case OPENING, ADMITTED, RECOGNISED, TRANSFERRED_IN, REASSIGNED -> null;
                };
        return new Act(
                kind,
                day,
                to,
                kind.asks(MovementKind.Asked.STATUS) ? Status.OFFICIAL : null,
                ground,
                kind.asks(MovementKind.Asked.ELSEWHERE) ? "Đảng ủy phường bạn" : null,
                kind.asks(MovementKind.Asked.DECISION) ? decision() : null,
                null);
    }

    private void enter(MovementKind kind, LocalDate day) {
        movements.record(member, act(kind, day), east);
    }

    private void comeBack(MovementKind kind, LocalDate day) {
        movements.record(member, act(kind, day, tree.otherEastCell()), east);
    }

    private void admitAgain(LocalDate day) {
        var person = new NewMember(
                "Thạch Văn Lại",
                null,
                "MALE",
                PartialDate.of(LocalDate.of(1970, 2, 1)),
                "KHMER",
                "NONE",
                null,
                day,
                day,
                null,
                null);
        journal.admit(new Admission(person, tree.eastCell(), decision(), member), east);
    }

    private static void assertRefused(String key, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act).returns(key, Refusal::key);
    }

    private static void assertRefusedByRule(String key, ThrowingCallable act) {
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(act)
                .returns(key, RuleBroken::key)
                .satisfies(refused -> assertThat(refused.source()).isNotNull());
    }

    private @Nullable String standing(LocalDate day) {
        return jdbc.sql("""
                        select organisation_id || ' ' || status from membership.standing
                        where member_id = :member and valid @> cast(:day as date)
                        """)
                .param("member", member.id())
                .param("day", day)
                .query((row, _) -> row.getString(1))
                .optional()
                .orElse(null);
    }

    private MovementId lastEntry() {
        return jdbc.sql(
                        "select id from membership.told where member_id = :id order by effective_on desc, recorded desc limit 1")
                .param("id", member.id())
                .query((row, _) -> new MovementId(Objects.requireNonNull(row.getObject(1, UUID.class))))
                .single();
    }

    @ParameterizedTest
    @EnumSource(names = {"TRANSFERRED_OUT", "STRUCK_OFF", "RESIGNED", "EXPELLED", "DIED", "ADMISSION_CANCELLED"})
    void whoLeavesStandsThereUntilTheDayBefore(MovementKind kind) {
        enter(kind, LEFT);
        assertThat(standing(LEFT.minusDays(1))).isEqualTo(tree.eastCell() + " OFFICIAL");
        assertThat(standing(LEFT)).isNull();
        assertRefused(
                kind == MovementKind.DIED ? "membership.died-already" : "membership.ended",
                () -> enter(MovementKind.STRUCK_OFF, LEFT.plusDays(1)));
    }

    @Test
    void nobodyDiesTwice() {
        enter(MovementKind.DIED, LEFT);
        assertRefused("membership.died-already", () -> enter(MovementKind.DIED, LEFT));
        assertRefused("membership.died-already", () -> comeBack(MovementKind.RESTORED, LEFT.plusDays(1)));
    }

    @Test
    void nothingHappensBeforeBirthNorBeforeTheEntry() {
        assertRefused("membership.before-birth", () -> enter(MovementKind.DIED, LocalDate.of(1970, 1, 31)));
        assertRefused("membership.before-joining", () -> enter(MovementKind.DIED, LocalDate.of(1970, 2, 1)));
        assertRefused("membership.before-joining", () -> enter(MovementKind.DIED, LocalDate.of(1995, 2, 2)));
        var opening = LocalDate.of(2018, 12, 31);
        assertRefused("membership.told-later", () -> enter(MovementKind.DIED, opening.minusDays(1)));
        enter(MovementKind.DIED, opening);
    }

    @Test
    void nothingIsEnteredThatIsStillToCome() {
        assertRefused("membership.in-the-future", () -> enter(MovementKind.DIED, TODAY.plusDays(1)));
        enter(MovementKind.DIED, TODAY);
    }

    @Test
    void nothingIsEnteredBehindWhatTheJournalTellsLater() {
        movements.record(member, act(MovementKind.TRANSFERRED, LEFT, tree.otherEastCell()), east);
        assertRefused("membership.told-later", () -> enter(MovementKind.STRUCK_OFF, LEFT.minusDays(1)));
        enter(MovementKind.STRUCK_OFF, LEFT);
        assertThat(standing(LEFT)).isNull();
    }

    @Test
    void aTransferLeadsToAnotherCellWithinTheScopeThatIsThereThen() {
        assertRefused(
                "membership.same-organisation",
                () -> movements.record(member, act(MovementKind.TRANSFERRED, LEFT, tree.eastCell()), east));
        assertRefused(
                "membership.organisation-unknown",
                () -> movements.record(member, act(MovementKind.TRANSFERRED, LEFT, tree.westCell()), east));
        assertRefused(
                "membership.organisation-holds-none",
                () -> movements.record(member, act(MovementKind.TRANSFERRED, LEFT, tree.eastBase()), east));
        movements.record(member, act(MovementKind.TRANSFERRED, LEFT, tree.otherEastCell()), east);
        assertThat(standing(LEFT.minusDays(1))).isEqualTo(tree.eastCell() + " OFFICIAL");
        assertThat(standing(LEFT)).isEqualTo(tree.otherEastCell() + " OFFICIAL");
    }

    @Test
    void aTransferToACellThatIsNotYetThereOrNoLongerIsRefused() {
        var founded = LEFT;
        var young = organisations.found(
                new Founding("Chi bộ mới " + tree.east(), "CB_TT", null, tree.eastBase(), null, founded),
                decision(),
                Scope.EVERYTHING);
        assertRefused(
                "membership.organisation-not-yet",
                () -> movements.record(member, act(MovementKind.TRANSFERRED, founded.minusDays(1), young), east));
        movements.record(member, act(MovementKind.TRANSFERRED, founded, young), east);
        organisations.close(tree.otherEastCell(), 0, TODAY.minusDays(1), decision(), Scope.EVERYTHING);
        assertRefused(
                "membership.organisation-unknown",
                () -> movements.record(member, act(MovementKind.TRANSFERRED, TODAY, tree.otherEastCell()), east));
        assertRefused(
                "membership.organisation-closed",
                () -> movements.record(
                        member, act(MovementKind.TRANSFERRED, TODAY, tree.otherEastCell()), Scope.EVERYTHING));
    }

    @Test
    void aProbationerIsRecognisedOnTheDayProbationEndsAndNotADayEarlier() {
        var ceremony = LocalDate.of(2021, 4, 30);
        member = people.add(tree.eastCell(), person -> person.joined(ceremony, null));
        assertRefusedByRule("membership.probation-not-over", () -> enter(MovementKind.RECOGNISED, TODAY.minusDays(1)));
        enter(MovementKind.RECOGNISED, TODAY);
        assertThat(standing(TODAY)).isEqualTo(tree.eastCell() + " OFFICIAL");
        assertThat(members.get(member).officialOn()).isEqualTo(TODAY);
        assertRefused("membership.official-already", () -> enter(MovementKind.RECOGNISED, TODAY));
    }

    @Test
    void aRecognitionMayComeLaterThanTheMoveThatFollowedIt() {
        member = people.add(tree.eastCell(), person -> person.joined(LocalDate.of(2021, 3, 1), null));
        var moved = LocalDate.of(2022, 3, 10);
        movements.record(member, act(MovementKind.TRANSFERRED, moved, tree.otherEastCell()), east);
        enter(MovementKind.RECOGNISED, LocalDate.of(2022, 3, 1));
        assertThat(standing(moved)).isEqualTo(tree.otherEastCell() + " OFFICIAL");
    }

    @Test
    void whoLeftWaitsThirtySixMonthsAndIsAdmittedAgainOnce() {
        enter(MovementKind.STRUCK_OFF, LEFT);
        var first = LEFT.plusMonths(36);
        assertRefusedByRule("membership.again-too-soon", () -> admitAgain(first.minusDays(1)));
        admitAgain(first);
        assertThat(standing(first)).isEqualTo(tree.eastCell() + " PROBATIONARY");
        assertThat(jdbc.sql("select again from membership.told where id = :id")
                        .param("id", lastEntry().id())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertRefused("membership.already-a-member", () -> admitAgain(first.plusDays(1)));
    }

    @Test
    void nobodyIsAdmittedAgainASecondTime() {
        jdbc.sql("""
                        insert into membership.movement
                            (id, member_id, kind, effective_on, to_organisation_id, again, recorded_by)
                        values (uuidv7(), :member, 'ADMITTED', '2018-12-31', :cell, true, 'thử')
                        """)
                .param("member", member.id())
                .param("cell", tree.eastCell().id())
                .update();
        enter(MovementKind.RESIGNED, LEFT);
        assertRefusedByRule("membership.again-too-often", () -> admitAgain(LEFT.plusMonths(36)));
    }

    @Test
    void whoWasWronglyAdmittedNeverWasAMemberAndIsAdmittedAsForTheFirstTime() {
        enter(MovementKind.ADMISSION_CANCELLED, LEFT);
        admitAgain(LEFT.plusDays(1));
        assertThat(jdbc.sql("select again from membership.told where id = :id")
                        .param("id", lastEntry().id())
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void restoredIsWhoWasPutOutAndComesInAgainWhoMovedOut() {
        enter(MovementKind.EXPELLED, LEFT);
        assertRefused("membership.told-later", () -> comeBack(MovementKind.RESTORED, LEFT.minusDays(1)));
        assertRefused("membership.comes-back-otherwise", () -> comeBack(MovementKind.TRANSFERRED_IN, LEFT));
        comeBack(MovementKind.RESTORED, LEFT);
        assertThat(standing(LEFT)).isEqualTo(tree.otherEastCell() + " OFFICIAL");
        assertRefused("membership.already-a-member", () -> comeBack(MovementKind.RESTORED, LEFT.plusDays(1)));
        enter(MovementKind.TRANSFERRED_OUT, LEFT.plusDays(10));
        assertRefused("membership.comes-back-otherwise", () -> comeBack(MovementKind.RESTORED, LEFT.plusDays(20)));
        assertRefused("membership.left-by-transfer", () -> admitAgain(TODAY));
        comeBack(MovementKind.TRANSFERRED_IN, LEFT.plusDays(20));
    }

    @Test
    void aGroundIsOneOfTheKind() {
        assertRefused(
                "membership.no-such-ground",
                () -> movements.record(
                        member,
                        new Act(MovementKind.STRUCK_OFF, LEFT, null, null, "OWN_REQUEST", null, decision(), null),
                        east));
    }

    @Test
    void whoStandsOutOfTheScopeIsUnknown() {
        var west = Scope.of(Set.of(tree.west().id()));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> movements.record(member, act(MovementKind.DIED, LEFT), west));
    }

    @Test
    void manyAreJudgedByOneQuestionAndEnteredTogetherOrNotAtAll() {
        var others = List.of(
                people.add(tree.eastCell(), person -> person),
                people.add(tree.otherEastCell(), person -> person),
                people.add(tree.westCell(), person -> person));
        enter(MovementKind.DIED, LEFT);
        var all = List.of(member, others.get(0), others.get(1), others.get(2));
        var moved = act(MovementKind.TRANSFERRED, TODAY, tree.otherEastCell());
        assertThat(movements.refusals(all, moved, east))
                .hasSize(3)
                .hasEntrySatisfying(member, refused -> assertThat(refused.key()).isEqualTo("membership.died-already"))
                .hasEntrySatisfying(
                        others.get(1), refused -> assertThat(refused.key()).isEqualTo("membership.same-organisation"))
                .hasEntrySatisfying(
                        others.get(2), refused -> assertThat(refused.key()).isEqualTo("member.unknown"));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> movements.record(all, moved, east));
        var left = act(MovementKind.STRUCK_OFF, TODAY);
        movements.record(List.of(others.get(0), others.get(1)), left, east);
        member = others.get(1);
        assertThat(standing(TODAY)).isNull();
        assertThat(jdbc.sql("select from_organisation_id from membership.told where id = :id")
                        .param("id", lastEntry().id())
                        .query(UUID.class)
                        .single())
                .isEqualTo(tree.otherEastCell().id());
    }

    @Test
    void whoComesFromElsewhereStandsAsWhatTheyAreFromTheDayTheyCome() {
        var joined = LocalDate.of(2000, 5, 19);
        var person = new NewMember(
                "Sơn Thị Đến",
                null,
                "FEMALE",
                PartialDate.of(LocalDate.of(1975, 1, 1)),
                "KHMER",
                "NONE",
                null,
                joined,
                joined,
                null,
                null);
        var arrival = new Arrival(person, tree.eastCell(), LEFT, "Đảng ủy phường bạn", joined.plusYears(1), decision());
        member = journal.arrive(arrival, east);
        assertThat(standing(LEFT)).isEqualTo(tree.eastCell() + " OFFICIAL");
        assertThat(standing(LEFT.minusDays(1))).isNull();
        assertThat(members.get(member).officialOn()).isEqualTo(joined.plusYears(1));
        assertRefused(
                "membership.arrived-before-official",
                () -> journal.arrive(
                        new Arrival(person, tree.eastCell(), LEFT, "Đảng ủy", LEFT.plusDays(1), decision()), east));
    }

    @Test
    void theLastEntryIsTakenBackAndTheRightOneStandsInForIt() {
        enter(MovementKind.DIED, LEFT);
        var wrong = lastEntry();
        reversals.reverse(member, wrong, "Nhầm người cùng tên", east);
        assertThat(standing(LEFT)).isEqualTo(tree.eastCell() + " OFFICIAL");
        assertRefused("membership.unknown-entry", () -> reversals.reverse(member, wrong, "Lần nữa", east));
        var right = new Act(MovementKind.STRUCK_OFF, LEFT, null, null, "NO_DUES", null, decision(), wrong);
        movements.record(member, right, east);
        assertThat(standing(LEFT)).isNull();
        assertThat(jdbc.sql("select corrects from membership.told where id = :id")
                        .param("id", lastEntry().id())
                        .query(UUID.class)
                        .single())
                .isEqualTo(wrong.id());
    }

    @Test
    void anEntryThatALaterOneRestsOnIsTakenBackOnlyAfterThatOne() {
        movements.record(member, act(MovementKind.TRANSFERRED, LEFT, tree.otherEastCell()), east);
        var moved = lastEntry();
        enter(MovementKind.STRUCK_OFF, LEFT);
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> reversals.reverse(member, moved, "Nhầm", east))
                .returns("membership.rests-on-it", RuleBroken::key)
                .satisfies(refused -> assertThat(refused.arguments()).contains("15/03/2019"));
        reversals.reverse(member, lastEntry(), "Nhầm", east);
        reversals.reverse(member, moved, "Nhầm", east);
        assertThat(standing(LEFT)).isEqualTo(tree.eastCell() + " OFFICIAL");
    }

    @Test
    void whoWasRecognisedByMistakeIsOnProbationAgain() {
        member = people.add(tree.eastCell(), person -> person.joined(LocalDate.of(2021, 3, 1), null));
        enter(MovementKind.RECOGNISED, LocalDate.of(2022, 3, 1));
        reversals.reverse(member, lastEntry(), "Chi bộ chưa đề nghị", east);
        assertThat(standing(TODAY)).isEqualTo(tree.eastCell() + " PROBATIONARY");
        assertThat(members.get(member).officialOn()).isNull();
        enter(MovementKind.RECOGNISED, LocalDate.of(2022, 3, 1));
    }

    @Test
    void whoseOnlyEntryWasTakenBackIsStillFoundWhereTheyWereEntered() {
        reversals.reverse(member, lastEntry(), "Người của nơi khác", east);
        assertThat(standing(TODAY)).isNull();
        admitAgain(TODAY);
        assertThat(standing(TODAY)).isEqualTo(tree.eastCell() + " PROBATIONARY");
    }

    @Test
    void nobodyReturnsToACellThatHasEndedSince() {
        enter(MovementKind.STRUCK_OFF, LEFT);
        organisations.close(tree.eastCell(), 0, LEFT, decision(), Scope.EVERYTHING);
        assertRefused("membership.organisation-closed", () -> reversals.reverse(member, lastEntry(), "Nhầm", east));
    }

    @Test
    void anAdmissionThatIsEnteredAnewStandsInForTheOneThatWasTakenBack() {
        member = people.add(tree.eastCell(), person -> person.joined(LEFT, null));
        var entry = lastEntry();
        reversals.reverse(member, entry, "Sai ngày kết nạp", east);
        var right = Act.admission(LEFT.plusDays(3), tree.otherEastCell(), decision());
        movements.recordAnew(member, right, east);
        assertThat(corrects(member)).containsExactly(entry);
        reversals.reverse(member, lastEntry(), "Vẫn sai", east);
        movements.record(member, act(MovementKind.TRANSFERRED_IN, LEFT.plusDays(3), tree.eastCell()), east);
        assertThat(corrects(member)).containsExactly(entry);
    }

    @Test
    void anOpeningIsEnteredByHandOnlyInThePlaceOfOneThatWasTakenBack() {
        var opening =
                new Act(MovementKind.OPENING, LEFT, tree.otherEastCell(), Status.OFFICIAL, null, null, null, null);
        assertRefused("membership.already-a-member", () -> movements.record(member, opening, east));
        var wrong = lastEntry();
        reversals.reverse(member, wrong, "Sai chi bộ", east);
        assertRefused("membership.opening-only-corrects", () -> movements.record(member, opening, east));
        movements.record(member, opening.correcting(wrong), east);
        assertThat(corrects(member)).containsExactly(wrong);
    }

    private List<MovementId> corrects(MemberId whose) {
        return jdbc.sql("select corrects from membership.movement where member_id = :id and corrects is not null")
                .param("id", whose.id())
                .query((row, _) -> new MovementId(row.getObject("corrects", UUID.class)))
                .list();
    }

    @Test
    void anExemptionNeedsTheEntryThatBeginsTheTimeItIsOf() {
        journal.exempt(member, "OLD_AND_WEAK", LEFT, null, decision(), east);
        assertRefused("membership.fact-rests-on-it", () -> reversals.reverse(member, lastEntry(), "Nhầm", east));
    }
}

package vn.partyregister.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.Orgs;
import vn.partyregister.RegisterTest;
import vn.partyregister.member.MemberId;
import vn.partyregister.member.NewMember;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;

@RegisterTest
class JournalTests {
    private static final LocalDate TODAY = LocalDate.of(2022, 4, 30);
    private static final LocalDate CEREMONY = LocalDate.of(2021, 4, 30);
    private static final Decision DECISION =
            new Decision("Ban Thường vụ Huyện ủy Đông", "12-QĐ/HU", CEREMONY.minusDays(10), null);
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Autowired
    private Journal journal;

    @Autowired
    private Headcounts headcounts;

    @Autowired
    private Orgs orgs;

    @Autowired
    private JdbcClient jdbc;

    private Orgs.Tree tree;
    private Scope east;

    @BeforeEach
    void plant() {
        tree = orgs.tree();
        east = Scope.of(Set.of(tree.east().id()));
    }

    private static NewMember person(LocalDate born, LocalDate decided, LocalDate joined, @Nullable String citizen) {
        return new NewMember(
                "Thạch Thị Thử " + NUMBERS.incrementAndGet(),
                null,
                "FEMALE",
                PartialDate.of(born),
                "KHMER",
                "BUDDHISM",
                citizen,
                decided,
                joined,
                "FARMER",
                "UPPER_SECONDARY");
    }

    private MemberId admit(OrganisationId cell, NewMember person, @Nullable MemberId again) {
        return journal.admit(new Admission(person, cell, DECISION, again), east);
    }

    private MemberId probationer() {
        return admit(tree.eastCell(), person(LocalDate.of(1995, 1, 1), DECISION.day(), CEREMONY, null), null);
    }

    private static void assertRefused(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act).returns(key, Refusal::key);
    }

    @Test
    void whoIsAdmittedStandsOnProbationFromTheCeremony() {
        var member = probationer();
        assertThat(jdbc.sql("select status || ' ' || valid from membership.standing where member_id = :id")
                        .param("id", member.id())
                        .query((found, _) -> found.getString(1))
                        .single())
                .isEqualTo("PROBATIONARY [2021-04-30,)");
        assertThat(Objects.requireNonNull(
                                headcounts.below(Set.of(tree.east()), CEREMONY).get(tree.east()))
                        .probationary())
                .isEqualTo(1);
        assertThat(headcounts.below(Set.of(tree.east()), CEREMONY.minusDays(1))).isEmpty();
        assertThat(headcounts.occupied(Set.of(tree.eastCell(), tree.westCell()), TODAY))
                .containsExactly(tree.eastCell());
    }

    @Test
    void nobodyIsAdmittedBeforeTheMonthInWhichTheyAreOfAge() {
        var decided = LocalDate.of(2021, 4, 20);
        admit(tree.eastCell(), person(LocalDate.of(2003, 4, 30), decided, CEREMONY, null), null);
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(
                        () -> admit(tree.eastCell(), person(LocalDate.of(2003, 5, 1), decided, CEREMONY, null), null))
                .returns("membership.too-young", RuleBroken::key)
                .satisfies(refused -> assertThat(refused.source()).isNotNull());
    }

    @Test
    void nothingIsRecordedThatIsStillToCome() {
        assertRefused(
                "membership.in-the-future",
                () -> admit(
                        tree.eastCell(),
                        person(LocalDate.of(1990, 1, 1), DECISION.day(), TODAY.plusDays(1), null),
                        null));
        admit(tree.eastCell(), person(LocalDate.of(1990, 1, 1), DECISION.day(), TODAY, null), null);
    }

    @Test
    void nobodyJoinsBeforeTheDecision() {
        assertRefused(
                "membership.joined-before-decision",
                () -> admit(
                        tree.eastCell(), person(LocalDate.of(1990, 1, 1), CEREMONY.plusDays(1), CEREMONY, null), null));
    }

    @Test
    void membersAreAdmittedToACellWithinTheScopeThatExistsThen() {
        var person = person(LocalDate.of(1990, 1, 1), DECISION.day(), CEREMONY, null);
        assertRefused("membership.organisation-holds-none", () -> admit(tree.eastBase(), person, null));
        assertRefused("membership.organisation-unknown", () -> admit(tree.westCell(), person, null));
        var early = LocalDate.of(2009, 12, 31);
        assertRefused(
                "membership.organisation-not-yet",
                () -> admit(tree.eastCell(), person(LocalDate.of(1980, 1, 1), early, early, null), null));
        var baseCell = orgs.add("Chi bộ cơ sở " + tree.east(), "CB_CS", "XA", tree.east());
        admit(baseCell, person, null);
    }

    @Test
    void aKnownCitizenNumberIsNotAdmittedASecondTime() {
        var number = "0840950%05d".formatted(NUMBERS.incrementAndGet());
        var person = person(LocalDate.of(1990, 1, 1), DECISION.day(), CEREMONY, number);
        var member = admit(tree.eastCell(), person, null);
        assertRefused("membership.already-known", () -> admit(tree.eastCell(), person, null));
        assertRefused("membership.already-a-member", () -> admit(tree.eastCell(), person, member));
    }

    @Test
    void anExemptionNeverChangesTheCountAndNeverOverlaps() {
        var member = probationer();
        var from = LocalDate.of(2022, 1, 1);
        assertRefused(
                "membership.exempt-ends-before-it-begins",
                () -> journal.exempt(member, "MATERNITY", from, from.minusDays(1), DECISION, east));
        assertRefused(
                "membership.exempt-before-joining",
                () -> journal.exempt(member, "MATERNITY", CEREMONY.minusDays(1), null, DECISION, east));
        journal.exempt(member, "MATERNITY", from, from.plusDays(30), DECISION, east);
        assertRefused(
                "membership.exempt-already",
                () -> journal.exempt(member, "MATERNITY", from.plusDays(30), null, DECISION, east));
        journal.exempt(member, "OLD_AND_WEAK", from.plusDays(31), null, DECISION, east);
        assertThat(Objects.requireNonNull(
                                headcounts.below(Set.of(tree.east()), TODAY).get(tree.east()))
                        .members())
                .isEqualTo(1);
    }
}

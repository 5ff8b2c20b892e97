package vn.partyregister.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.membership.MovementKind;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.Reorganising;
import vn.partyregister.transfer.Introducing;

/**
 * Members live, several things on one day, wrong entries are taken back; they are transferred by letters that are signed,
 * received, returned and cancelled; organisations are merged, split, moved, renamed, closed and founded, and that is taken
 * back at once, later, or not. Whatever of all this the program takes: everybody stands where the journal read by hand says,
 * a replay gives the same standings, form 1 of any organisation and period is the one drawn up by hand, closes, and is the
 * sum of its parts, and the lists of any day show whom somebody finds who walks the tree of that day.
 */
@NullMarked
class HistoryProperties {
    static final LocalDate START = LocalDate.of(2021, 6, 1);
    private static final int DAYS = 60;
    private static final JdbcClient jdbc = Form1Properties.jdbc;
    private static final Introducing introducing = Introducing.on(Form1Properties.PROGRAM);
    private static final Reorganising reorganising =
            Reorganising.on(jdbc, START.plusDays(2L * DAYS), Introducing.barsReorganisations());

    /** What becomes of organisations. */
    enum Act {
        MERGE_CELLS,
        MERGE_BASES,
        MOVE_A_CELL,
        MOVE_A_BASE,
        CHANGE_TYPE,
        RENAME,
        CLOSE,
        SPLIT,
        FOUND_A_BASE_OF_ONE,
        FOUND_A_CELL_OF_ONE
    }

    /** Somebody wants a step; what the rules forbid is left out. */
    record Wish(Act act, int one, int other) {}

    enum What {
        ENTRY,
        REVERSAL,
        LETTER
    }

    /** Somebody's life goes on. */
    record Event(
            int member,
            What what,
            @Nullable MovementKind kind,
            int cell,
            int back,
            boolean official,
            int step,
            int other) {}

    /** Whether a reorganisation proves a mistake. */
    enum Mistake {
        NONE,
        SEEN_AT_ONCE,
        SEEN_LATER
    }

    /** What is told of some days: of members, then of a reorganisation, then of members on the same day. */
    record Chapter(int days, List<Event> before, List<Wish> wishes, List<Event> after, Mistake mistake) {}

    record Question(int node, int from, int days) {}

    record Life(int members, List<Chapter> chapters, List<Question> questions) {}

    @Provide
    Arbitrary<Life> lives() {
        var wish = Combinators.combine(
                        Arbitraries.of(Act.class),
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(0, 7))
                .as(Wish::new);
        var event = Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.frequency(
                                Tuple.of(3, What.ENTRY), Tuple.of(1, What.REVERSAL), Tuple.of(3, What.LETTER)),
                        Arbitraries.of(MovementKind.class).filter(MovementKind::isEnteredAnew),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.of(0, 0, 0, 1, 4),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.integers().between(0, 11))
                .as(Event::new);
        var chapter = Combinators.combine(
                        Arbitraries.of(0, 1, 3, 9, 15),
                        event.list().ofMaxSize(5),
                        wish.list().ofMaxSize(2),
                        event.list().ofMaxSize(3),
                        Arbitraries.frequency(
                                Tuple.of(3, Mistake.NONE),
                                Tuple.of(1, Mistake.SEEN_AT_ONCE),
                                Tuple.of(2, Mistake.SEEN_LATER)))
                .as(Chapter::new);
        var question = Combinators.combine(
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(-2, DAYS),
                        Arbitraries.integers().between(0, DAYS))
                .as(Question::new);
        return Combinators.combine(
                        Arbitraries.integers().between(2, 5),
                        chapter.list().ofMinSize(1).ofMaxSize(3),
                        question.list().ofSize(3))
                .as(Life::new);
    }

    @Tag("soak")
    @Property(tries = 10_000, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void whateverIsToldItBalancesInTenThousandHistories(@ForAll("lives") Life life) {
        whateverIsToldTheRegisterStandsReplaysBalancesAndRemembers(life);
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void whateverIsToldTheRegisterStandsReplaysBalancesAndRemembers(@ForAll("lives") Life life) {
        introducing.live(() -> {
            var register = new LivingRegister(jdbc, introducing, reorganising, life.members());
            live(register, life.chapters());
            register.tellsOfEverybodyWhatTheJournalTells();
            isSound();
            life.questions().forEach(question -> answer(question, register));
        });
    }

    private static void live(LivingRegister register, List<Chapter> chapters) {
        var day = START;
        for (var chapter : chapters) {
            day = day.plusDays(chapter.days());
            for (var event : chapter.before()) {
                register.tell(event, day);
            }
            var done = chapter.wishes().isEmpty() ? null : register.reorganise(chapter, day);
            if (done != null && chapter.mistake() == Mistake.SEEN_AT_ONCE) {
                register.takeBack(done);
            }
            for (var event : chapter.after()) {
                register.tell(event, day);
            }
            if (done != null && chapter.mistake() == Mistake.SEEN_LATER) {
                register.takeBack(done);
            }
        }
    }

    /** What is derived is what it is derived from. */
    private static void isSound() {
        assertThat(number("select count(*) from membership.standing_out_of_step"))
                .as("standings a replay gives otherwise")
                .isZero();
        assertThat(number("select count(*) from membership.headcount_out_of_step"))
                .as("head-counts of other standings")
                .isZero();
        assertThat(number("""
                        select count(*) from membership.standing s where not (
                            select coalesce(range_agg(v.valid), '{}') from organisation.organisation_version v
                            where v.organisation_id = s.organisation_id and v.type = 'CB_TT') @> s.valid
                        """)).as("members who stand nowhere in the tree").isZero();
        var kept = closure();
        reorganising.rebuildClosure();
        assertThat(closure()).isEqualTo(kept);
    }

    private static void answer(Question question, LivingRegister register) {
        var organisation = new OrganisationId(register.nodes.get(question.node() % register.nodes.size()));
        var from = START.plusDays(question.from());
        var period = new Period(from, from.plusDays(question.days()));
        var journals = register.people.stream().map(person -> person.journal).toList();
        var naive = Form1Properties.check(register.tree, journals, organisation.toString(), period);
        PeriodProperties.asAt(organisation, period.eve(), naive.opening);
        PeriodProperties.asAt(organisation, period.to(), naive.closing);
        assertThat(Form1Properties.counts.inTransit(organisation, period.to()))
                .as("in transit from %s on %s", organisation, period.to())
                .isEqualTo(register.people.stream()
                        .filter(person -> person.inTransit(period.to())
                                && register.tree.part(organisation.toString(), person.cell(period.to()), period.to())
                                        != null)
                        .count());
    }

    private static List<String> closure() {
        return jdbc.sql("""
                        select ancestor_id || ' ' || descendant_id || ' ' || valid || ' ' || depth
                        from organisation.ancestry order by 1
                        """).query((row, _) -> row.getString(1)).list();
    }

    private static long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}

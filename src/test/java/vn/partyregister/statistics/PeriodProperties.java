package vn.partyregister.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.NullMarked;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.partyregister.member.FileChanges;
import vn.partyregister.membership.Differences;
import vn.partyregister.membership.MemberFilter;
import vn.partyregister.membership.MemberList;
import vn.partyregister.membership.MovementKind;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Remembered;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Seal;
import vn.partyregister.statistics.ClosedForm.Change;
import vn.partyregister.statistics.Form1Properties.Question;
import vn.partyregister.statistics.Form1Properties.Wish;
import vn.partyregister.statistics.NaiveForm.Entry;

/**
 * Whatever is told late of a closed period, in whatever order, of whatever day: frozen + added − taken out is what is counted
 * anew, row by row, and each of these figures lists as many people. And whoever asks as at a past day is told what a naive
 * reader of the journal finds on that day.
 */
@NullMarked
class PeriodProperties {
    private static final JdbcClient jdbc = Form1Properties.jdbc;
    private static final LocalDate TODAY = Form1Properties.START.plusDays(3L * Form1Properties.DAYS);
    private static final FormRows rows = new FormRows(jdbc);
    private static final FlowCounts counts = new FlowCounts(jdbc);
    private static final ClosingStore store = new ClosingStore(jdbc);
    private static final RestatedList list = new RestatedList(store, jdbc);
    private static final AnnotationConfigApplicationContext CONTEXT = context();
    private static final Restatements restatements = new Restatements(store, jdbc, CONTEXT.getBean(Remembered.class));
    private static final MemberList members = CONTEXT.getBean(MemberList.class);
    private static final Differences differences = CONTEXT.getBean(Differences.class);

    /** What is told of somebody before a period is closed, and after. */
    record Told(List<Wish> before, List<Wish> after) {}

    /** One life of the register, and the period that is closed in the middle of it. */
    record Life(DatedTree.Turn turn, int turnDay, List<Told> members, Question closed) {}

    @Provide
    Arbitrary<Life> lives() {
        var wish = Combinators.combine(
                        Arbitraries.of(MovementKind.class),
                        Arbitraries.integers().between(0, Form1Properties.DAYS - 1),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(-12, 5))
                .as(Wish::new);
        var told = Combinators.combine(
                        wish.list().ofMinSize(1).ofMaxSize(5), wish.list().ofMaxSize(3))
                .as(Told::new);
        var question = Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(-2, Form1Properties.DAYS - 2),
                        Arbitraries.integers().between(0, Form1Properties.DAYS))
                .as(Question::new);
        return Combinators.combine(
                        Arbitraries.of(DatedTree.Turn.class),
                        Arbitraries.integers().between(1, Form1Properties.DAYS - 1),
                        told.list().ofMinSize(1).ofMaxSize(3),
                        question)
                .as(Life::new);
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void frozenAndRestatedIsWhatIsCountedAnewAndAnyDayIsToldAsItWas(@ForAll("lives") Life life) {
        new TransactionTemplate(new JdbcTransactionManager(Form1Properties.PROGRAM))
                .executeWithoutResult(transaction -> {
                    transaction.setRollbackOnly();
                    var tree = new DatedTree(life.turn(), Form1Properties.START.plusDays(life.turnDay()));
                    tree.write(jdbc);
                    var people = life.members().stream()
                            .map(_ -> Form1Properties.somebody())
                            .toList();
                    var journal = people.stream()
                            .map(_ -> (List<Entry>) new ArrayList<Entry>())
                            .toList();
                    tell(life, people, journal, tree, true);
                    var organisation = life.closed().organisation(tree);
                    var period = life.closed().period();
                    var closing = close(tree.id(organisation), period);
                    nothingIsRestatedYet(closing, new NaiveForm(tree, journal, organisation, period));
                    tell(life, people, journal, tree, false);
                    frozenAndRestatedIsCountedAnew(closing, tree.id(organisation), period);
                    anyDayIsToldAsItWas(tree, journal, organisation, period);
                });
    }

    private static void tell(Life life, List<UUID> people, List<List<Entry>> journal, DatedTree tree, boolean before) {
        for (var person = 0; person < people.size(); person++) {
            var told = life.members().get(person);
            Form1Properties.tell(people.get(person), journal.get(person), before ? told.before() : told.after(), tree);
        }
    }

    private static Closing close(OrganisationId organisation, Period period) {
        var id = ClosingId.next();
        var form = rows.of(Form1.FORM, period.to());
        store.freeze(
                id,
                organisation,
                "thử",
                "MONTH",
                period,
                new Form1.Drawn(
                        form,
                        Form1.figures(form, counts.count(Form1.FORM, organisation, period)),
                        Map.of(),
                        List.of(),
                        List.of()),
                counts.inTransit(organisation, period.to()));
        return store.find(id).orElseThrow();
    }

    private static void nothingIsRestatedYet(Closing closing, NaiveForm naive) {
        var form = restatements.of(closing);
        assertThat(form.restated()).isEmpty();
        assertThat(List.of(form.frozen("A"), form.frozen("B"), form.frozen("C"), form.frozen("D")))
                .isEqualTo(List.of(naive.opening, naive.in, naive.out, naive.closing));
    }

    private static void frozenAndRestatedIsCountedAnew(Closing closing, OrganisationId organisation, Period period) {
        var now = Form1.figures(rows.of(Form1.FORM, period.to()), counts.count(Form1.FORM, organisation, period));
        for (var line : restatements.of(closing).lines()) {
            var code = line.row().code();
            assertThat(line.restated()).as("%s, %s", code, period).isEqualTo(now.getOrDefault(code, 0L));
            listsAsMany(closing, code, Change.ADDED, line.added());
            listsAsMany(closing, code, Change.REMOVED, line.removed());
        }
    }

    private static void listsAsMany(Closing closing, String code, Change change, long expected) {
        if (expected > 0) {
            var page = list.page(
                    new RestatedList.Asked(closing, code, change, null),
                    Scope.EVERYTHING,
                    TODAY,
                    RestatedList.STANDARD_ORDER,
                    1);
            assertThat(page.total()).as("%s %s", code, change).isEqualTo(expected);
            assertThat(page.rows()).hasSize((int) expected);
        }
    }

    private static void anyDayIsToldAsItWas(
            DatedTree tree, List<List<Entry>> journal, String organisation, Period period) {
        var id = tree.id(organisation);
        var naive = new NaiveForm(tree, journal, organisation, period);
        asAt(id, period.eve(), naive.opening);
        asAt(id, period.to(), naive.closing);
        if (!tree.line(organisation, period.to()).isEmpty()) {
            var asked = new Differences.Asked(id.id(), period.eve(), period.to(), Differences.Kind.JOINED);
            var page = differences.page(asked, Scope.EVERYTHING, TODAY, Differences.STANDARD_ORDER, 1);
            assertThat(page.figures().closes()).isTrue();
            assertThat(page.figures().stood()).isEqualTo(naive.opening);
            assertThat(page.figures().stands()).isEqualTo(naive.closing);
            for (var kind : Differences.Kind.values()) {
                if (page.figures().of(kind) == 0) {
                    continue;
                }
                assertThat(differences
                                .page(asked.of(kind), Scope.EVERYTHING, TODAY, Differences.STANDARD_ORDER, 1)
                                .listing()
                                .rows())
                        .as("%s, %s", kind, period)
                        .hasSize((int) page.figures().of(kind));
            }
        }
    }

    /** The list of a past day, its rows and its two ways of counting. */
    static void asAt(OrganisationId organisation, LocalDate day, long expected) {
        var everybody = MemberFilter.everybody(organisation.id(), day);
        assertThat(members.count(everybody, Scope.EVERYTHING))
                .as("heads on %s", day)
                .isEqualTo(expected);
        assertThat(members.page(everybody, Scope.EVERYTHING, MemberList.STANDARD_ORDER, 1, "/members")
                        .rows())
                .as("rows on %s", day)
                .hasSize((int) expected);
    }

    private static AnnotationConfigApplicationContext context() {
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(Seal.class, () -> mock(Seal.class));
        context.registerBean(FileChanges.class, () -> mock(FileChanges.class));
        context.register(Remembered.class, MemberList.class, Differences.class);
        context.refresh();
        return context;
    }
}

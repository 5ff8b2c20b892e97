package vn.partyregister.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.partyregister.ModuleDatabase;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.TreeLock;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Uuids;
import vn.partyregister.reference.Rulebook;

/** Whatever happened to somebody: the party age of their file is that of the lists, and that of a calendar crossed day by day. */
@NullMarked
class PartyAgeProperties {
    private static final LocalDate JOINED = LocalDate.of(1990, 3, 1);
    private static final DataSource PROGRAM = ModuleDatabase.create();
    private static final JdbcClient jdbc = JdbcClient.create(PROGRAM);
    private static final AnnotationConfigApplicationContext CONTEXT = context();
    private static final PartyAges AGES = CONTEXT.getBean(PartyAges.class);
    private static final Rulebook RULEBOOK = CONTEXT.getBean(Rulebook.class);
    private static final OrganisationId CELL = cell();

    /** An entry of the journal some days after the one before, with or without a decision some days earlier. */
    record Step(int days, int decidedBefore, boolean official) {}

    /** A stretch beside the journal; lasting where it has no length. */
    record Stretch(String kind, int after, @Nullable Integer days) {}

    record Life(
            @Nullable Integer decidedBefore, List<Step> steps, List<Stretch> facts, List<Stretch> breaks, int asked) {}

    @Provide
    Arbitrary<Life> lives() {
        var steps = Combinators.combine(
                        Arbitraries.integers().between(1, 900),
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.of(true, false))
                .as(Step::new)
                .list()
                .ofMaxSize(6);
        var facts = Combinators.combine(
                        Arbitraries.of("LOST_CONTACT", "SUSPENDED"),
                        Arbitraries.integers().between(0, 9000),
                        Arbitraries.integers().between(1, 700).injectNull(0.2))
                .as(Stretch::new)
                .list()
                .ofMaxSize(1);
        var breaks = Combinators.combine(
                        Arbitraries.of("STRUCK_OFF", "EXPELLED", "RESIGNED", "LOST_CONTACT", "TRANSFER_GAP"),
                        Arbitraries.integers().between(0, 9000),
                        Arbitraries.integers().between(1, 700))
                .as((kind, after, days) -> new Stretch(kind, after, days))
                .list()
                .ofMaxSize(1);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 90).injectNull(0.3),
                        steps,
                        facts,
                        breaks,
                        Arbitraries.integers().between(0, 4000))
                .as(Life::new);
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void theFileAndTheListsTellTheSameAge(@ForAll("lives") Life life) {
        new TransactionTemplate(new JdbcTransactionManager(PROGRAM)).executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            var member = live(life);
            var on = LocalDate.of(2022, 1, 1).plusDays(life.asked());
            var age = AGES.compute(member, RULEBOOK.on(on), on);
            var listed = jdbc.sql(
                            "select begins, left_out, counted_from from membership.party_age(:day) where member_id = :id")
                    .param("day", on)
                    .param("id", member.id())
                    .query((row, _) -> List.<Object>of(
                            row.getObject("begins", LocalDate.class),
                            row.getLong("left_out"),
                            row.getObject("counted_from", LocalDate.class)))
                    .single();
            assertThat(listed).isEqualTo(List.<Object>of(age.begins(), age.leftOut(), age.countedFrom()));
            assertThat(age.leftOut())
                    .isEqualTo(age.begins()
                            .datesUntil(on.isBefore(age.begins()) ? age.begins() : on)
                            .filter(day -> age.breaks().stream().anyMatch(one -> one.leftOut() && holds(one, day)))
                            .count());
            assertThat(fullBy(age.countedFrom(), age.years(), on)).isTrue();
            assertThat(fullBy(age.countedFrom(), age.years() + 1, on)).isFalse();
        });
    }

    private static boolean holds(PartyAge.Break one, LocalDate day) {
        var until = one.until();
        return !day.isBefore(one.from()) && (until == null || day.isBefore(until));
    }

    /** As the lists ask it. */
    private static boolean fullBy(LocalDate from, int years, LocalDate on) {
        return jdbc.sql(
                        "select cast(cast(:from as date) + make_interval(years => :years) as date) <= cast(:on as date) or :years = 0")
                .param("from", from)
                .param("years", years)
                .param("on", on)
                .query(Boolean.class)
                .single();
    }

    /** Leaves and comes back by turns: struck off, admitted again, left, restored, cancelled, admitted. */
    private static MemberId live(Life life) {
        var member = new MemberId(Uuids.next());
        jdbc.sql("""
                        insert into member.member (id, version, full_name, family_name, middle_name, given_name, sex,
                            born_earliest, born_precision, ethnicity, religion, decided_on, joined_on, official_on)
                        values (:id, 0, 'Trần Văn Thử', 'Trần', 'Văn', 'Thử', 'MALE', '1960-01-01', 'YEAR', 'KINH', 'NONE',
                            :decided, :joined, :joined)
                        """)
                .param("id", member.id())
                .param(
                        "decided",
                        life.decidedBefore() == null ? null : JOINED.minusDays(life.decidedBefore()),
                        java.sql.Types.DATE)
                .param("joined", JOINED)
                .update();
        var day = JOINED.plusYears(2);
        move(member, "OPENING", day, null);
        var here = true;
        for (var step : life.steps()) {
            day = day.plusDays(step.days());
            if (here) {
                var ways = List.of("STRUCK_OFF", "RESIGNED", "EXPELLED", "ADMISSION_CANCELLED", "TRANSFERRED_OUT");
                move(member, ways.get(step.days() % ways.size()), day, null);
            } else {
                var ways = List.of("ADMITTED", "RESTORED", "ADMITTED", "TRANSFERRED_IN");
                move(
                        member,
                        ways.get(step.days() % ways.size()),
                        day,
                        step.official() ? day.minusDays(step.decidedBefore()) : null);
            }
            here = !here;
        }
        for (var fact : life.facts()) {
            var from = JOINED.plusDays(fact.after());
            jdbc.sql("""
                            insert into membership.dated_fact (id, member_id, kind, valid, recorded_by)
                            values (:id, :member, :kind, daterange(:from, :until), 'test')
                            """)
                    .param("id", Uuids.next())
                    .param("member", member.id())
                    .param("kind", fact.kind())
                    .param("from", from)
                    .param("until", fact.days() == null ? null : from.plusDays(fact.days()), java.sql.Types.DATE)
                    .update();
        }
        for (var one : life.breaks()) {
            var from = JOINED.plusDays(one.after());
            jdbc.sql("""
                            insert into membership.interruption (id, member_id, valid, ground, paper, recorded_by)
                            values (:id, :member, daterange(:from, :until), :ground, 'QĐ', 'test')
                            """)
                    .param("id", Uuids.next())
                    .param("member", member.id())
                    .param("ground", one.kind())
                    .param("from", from)
                    .param("until", from.plusDays(one.days() == null ? 1 : one.days()))
                    .update();
        }
        return member;
    }

    private static void move(MemberId member, String kind, LocalDate day, @Nullable LocalDate decided) {
        var comes = List.of("OPENING", "ADMITTED", "RESTORED", "TRANSFERRED_IN").contains(kind);
        UUID decision = null;
        if (decided != null) {
            decision = Uuids.next();
            jdbc.sql("""
                            insert into organisation.decision (id, issuer_name, number, issued_on)
                            values (:id, 'Huyện ủy', cast(:id as text), :day)
                            """).param("id", decision).param("day", decided).update();
        }
        jdbc.sql("""
                        insert into membership.movement (id, member_id, kind, effective_on, from_organisation_id,
                            to_organisation_id, status, decision_id, recorded_by)
                        values (:id, :member, :kind, :day, :from, :to, :status, :decision, 'test')
                        """)
                .param("id", Uuids.next())
                .param("member", member.id())
                .param("kind", kind)
                .param("day", day)
                .param("from", comes ? null : CELL.id(), java.sql.Types.OTHER)
                .param("to", comes ? CELL.id() : null, java.sql.Types.OTHER)
                .param("status", comes && !kind.equals("ADMITTED") ? "OFFICIAL" : null, java.sql.Types.VARCHAR)
                .param("decision", decision, java.sql.Types.OTHER)
                .update();
    }

    private static OrganisationId cell() {
        var id = OrganisationId.next();
        jdbc.sql("insert into organisation.organisation (id, version) values (:id, 0)")
                .param("id", id.id())
                .update();
        jdbc.sql("""
                        insert into organisation.organisation_version (organisation_id, valid, name, type, act)
                        values (:id, daterange('1980-01-01', null), 'Chi bộ thử', 'CB_TT', 'OPENED')
                        """).param("id", id.id()).update();
        return id;
    }

    private static AnnotationConfigApplicationContext context() {
        var day = mock(BusinessDay.class);
        when(day.today()).thenReturn(LocalDate.of(2022, 4, 30));
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(BusinessDay.class, () -> day);
        context.registerBean(AuditTrail.class, () -> mock(AuditTrail.class));
        context.register(Rulebook.class, TreeLock.class, Standings.class, PartyAges.class);
        context.refresh();
        return context;
    }
}

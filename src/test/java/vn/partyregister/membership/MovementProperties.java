package vn.partyregister.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.partyregister.ModuleDatabase;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.member.MemberId;
import vn.partyregister.member.Members;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.Decisions;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.TreeLock;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Uuids;
import vn.partyregister.reference.CodeLists;
import vn.partyregister.reference.Rulebook;

/**
 * Whatever clerks enter and take back in whichever order, several a day: the register takes what a naive reader of the
 * journal would take, and everybody stands where that reader says they stand, on any day.
 */
@NullMarked
class MovementProperties {
    private static final LocalDate START = LocalDate.of(2012, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2040, 1, 1);
    /** From when the book says that only official members are expelled. */
    private static final LocalDate EXPULSION_RULED = LocalDate.of(2017, 11, 15);

    private static final DataSource PROGRAM = ModuleDatabase.create();
    private static final JdbcClient jdbc = JdbcClient.create(PROGRAM);
    private static final AnnotationConfigApplicationContext CONTEXT = context();
    private static final List<OrganisationId> CELLS = cells();

    /** Somebody wants this entered, some days after the last that was; or an entry taken back, counted from the last. */
    record Wish(@Nullable MovementKind kind, int daysLater, int cell, boolean official, int back) {}

    @Provide
    Arbitrary<List<Wish>> histories() {
        var kinds = Arbitraries.frequency(
                Tuple.of(3, MovementKind.RECOGNISED),
                Tuple.of(4, MovementKind.TRANSFERRED),
                Tuple.of(2, MovementKind.TRANSFERRED_OUT),
                Tuple.of(3, MovementKind.TRANSFERRED_IN),
                Tuple.of(3, MovementKind.STRUCK_OFF),
                Tuple.of(2, MovementKind.RESIGNED),
                Tuple.of(1, MovementKind.EXPELLED),
                Tuple.of(1, MovementKind.DIED),
                Tuple.of(1, MovementKind.ADMISSION_CANCELLED),
                Tuple.of(3, MovementKind.RESTORED),
                Tuple.of(4, MovementKind.ADMITTED));
        return Combinators.combine(
                        kinds.injectNull(0.3),
                        Arbitraries.of(-1, 0, 0, 1, 30, 366, 1100),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(true, false),
                        Arbitraries.of(0, 0, 0, 1, 2))
                .as(Wish::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(25);
    }

    @Tag("soak")
    @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
    void theRegisterTakesAndTellsItOfTenThousandHistories(@ForAll("histories") List<Wish> wishes) {
        theRegisterTakesAndTellsWhatANaiveReaderTakesAndTells(wishes);
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void theRegisterTakesAndTellsWhatANaiveReaderTakesAndTells(@ForAll("histories") List<Wish> wishes) {
        new TransactionTemplate(new JdbcTransactionManager(PROGRAM)).executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            var naive = new Naive(begin());
            for (var wish : wishes) {
                if (wish.kind() == null) {
                    takeBack(naive, wish.back());
                } else {
                    enter(naive, wish, wish.kind());
                }
                assertThat(standings(naive))
                        .as("%s after %s", wish, naive.entries)
                        .isEqualTo(naive.standings());
            }
            assertThat(jdbc.sql("select count(*) from membership.standing_out_of_step")
                            .query(Long.class)
                            .single())
                    .isZero();
        });
    }

    private static void enter(Naive naive, Wish wish, MovementKind kind) {
        var last = naive.last();
        var day = (last == null ? START : last.day()).plusDays(wish.daysLater());
        if (day.isBefore(START) || day.isAfter(TODAY)) {
            return;
        }
        var to = kind == MovementKind.ADMITTED || kind.asks(MovementKind.Asked.ORGANISATION)
                ? CELLS.get(wish.cell())
                : null;
        var status = wish.official() ? Status.OFFICIAL : Status.PROBATIONARY;
        var taken = succeeds(() ->
                CONTEXT.getBean(Movements.class).record(naive.member, act(kind, day, to, status), Scope.EVERYTHING));
        assertThat(taken).as("%s on %s after %s", wish, day, naive.entries).isEqualTo(naive.takes(kind, day, to));
        if (taken) {
            naive.enter(newest(naive.member), kind, day, to, status);
        }
    }

    private static void takeBack(Naive naive, int back) {
        var told = naive.told();
        if (told.size() <= back) {
            return;
        }
        var entry = told.get(told.size() - 1 - back);
        var taken = succeeds(
                () -> CONTEXT.getBean(Reversals.class).reverse(naive.member, entry.id(), "nhầm", Scope.EVERYTHING));
        assertThat(taken).as("%s of %s", entry, told).isEqualTo(back == 0);
        if (taken) {
            naive.takeBack(entry);
        }
    }

    private static boolean succeeds(Runnable act) {
        try {
            act.run();
            return true;
        } catch (Refusal _) {
            return false;
        }
    }

    private static Act act(MovementKind kind, LocalDate day, @Nullable OrganisationId to, Status status) {
        var ground = kind.asks(MovementKind.Asked.GROUND)
                ? CONTEXT.getBean(CodeLists.class)
                        .of(kind.grounds(), day)
                        .getFirst()
                        .code()
                : null;
        return new Act(
                kind,
                day,
                to,
                kind.asks(MovementKind.Asked.STATUS) ? status : null,
                ground,
                kind.asks(MovementKind.Asked.ELSEWHERE) ? "Đảng bộ bạn" : null,
                new Decision("Huyện ủy nơi khác", "1", day, null),
                null);
    }

    /** The journal as somebody reads it who has never seen the program. */
    private static final class Naive {
        private final MemberId member;
        private final List<Entry> entries = new ArrayList<>();

        Naive(MemberId member) {
            this.member = member;
            enter(newest(member), MovementKind.OPENING, START, CELLS.getFirst(), Status.PROBATIONARY);
        }

        void enter(MovementId id, MovementKind kind, LocalDate day, @Nullable OrganisationId to, Status status) {
            var last = last();
            var again =
                    kind == MovementKind.ADMITTED && last != null && last.kind() != MovementKind.ADMISSION_CANCELLED;
            entries.add(new Entry(id, kind, day, to, status, again));
        }

        void takeBack(Entry entry) {
            entries.remove(entry);
        }

        List<Entry> told() {
            return entries.stream().sorted(Comparator.comparing(Entry::day)).toList();
        }

        @Nullable
        Entry last() {
            return entries.isEmpty() ? null : told().getLast();
        }

        List<LocalDate> days() {
            return entries.stream()
                    .flatMap(entry -> List.of(
                            entry.day().minusDays(1), entry.day(), entry.day().plusDays(1))
                            .stream())
                    .distinct()
                    .toList();
        }

        List<String> standings() {
            return days().stream().map(day -> day + " " + standing(day)).toList();
        }

        @Nullable
        String standing(LocalDate day) {
            OrganisationId place = null;
            String status = null;
            for (var entry : told()) {
                if (entry.day().isAfter(day)) {
                    break;
                }
                switch (entry.kind()) {
                    case OPENING, TRANSFERRED_IN, RESTORED -> {
                        place = entry.to();
                        status = entry.status().name();
                    }
                    case ADMITTED -> {
                        place = entry.to();
                        status = "PROBATIONARY";
                    }
                    case TRANSFERRED, REASSIGNED -> place = entry.to();
                    case RECOGNISED -> status = "OFFICIAL";
                    case TRANSFERRED_OUT, STRUCK_OFF, RESIGNED, EXPELLED, DIED, ADMISSION_CANCELLED -> place = null;
                }
            }
            return place == null ? null : place + " " + status;
        }

        boolean takes(MovementKind kind, LocalDate day, @Nullable OrganisationId to) {
            var last = last();
            var here = standing(day);
            if (last != null && last.kind() == MovementKind.DIED) {
                return false;
            }
            var late = kind == MovementKind.RECOGNISED;
            if (entries.stream()
                    .anyMatch(
                            entry -> entry.day().isAfter(day) && !(late && entry.kind() == MovementKind.TRANSFERRED))) {
                return false;
            }
            return switch (kind) {
                case OPENING, REASSIGNED -> false;
                case TRANSFERRED_OUT, STRUCK_OFF, RESIGNED, DIED, ADMISSION_CANCELLED -> here != null;
                case EXPELLED -> here != null && (day.isBefore(EXPULSION_RULED) || here.endsWith("OFFICIAL"));
                case TRANSFERRED ->
                    here != null && !here.startsWith(Objects.requireNonNull(to).toString());
                case RECOGNISED ->
                    here != null
                            && here.endsWith("PROBATIONARY")
                            && !day.isBefore(probation(day).plusMonths(12));
                case TRANSFERRED_IN -> here == null && (last == null || last.kind() == MovementKind.TRANSFERRED_OUT);
                case RESTORED ->
                    here == null
                            && last != null
                            && List.of(MovementKind.STRUCK_OFF, MovementKind.EXPELLED, MovementKind.ADMISSION_CANCELLED)
                                    .contains(last.kind());
                case ADMITTED -> here == null && mayBeAdmitted(last, day);
            };
        }

        private boolean mayBeAdmitted(@Nullable Entry last, LocalDate day) {
            if (last == null || last.kind() == MovementKind.ADMISSION_CANCELLED) {
                return true;
            }
            return last.kind() != MovementKind.TRANSFERRED_OUT
                    && !day.isBefore(last.day().plusMonths(36))
                    && entries.stream().noneMatch(Entry::again);
        }

        private LocalDate probation(LocalDate day) {
            return entries.stream()
                    .filter(entry -> entry.kind() == MovementKind.ADMITTED
                            && !entry.day().isAfter(day))
                    .map(Entry::day)
                    .max(Comparator.naturalOrder())
                    .orElse(START);
        }
    }

    private record Entry(
            MovementId id,
            MovementKind kind,
            LocalDate day,
            @Nullable OrganisationId to,
            Status status,
            boolean again) {}

    private static List<String> standings(Naive naive) {
        return jdbc.sql("""
                        select day || ' ' || coalesce(organisation_id || ' ' || status, 'null')
                        from unnest(cast(:days as date[])) with ordinality as asked (day, place)
                        left join membership.standing on member_id = :member and valid @> day
                        order by place
                        """)
                .param("member", naive.member.id())
                .param("days", naive.days().stream().map(LocalDate::toString).toArray(String[]::new))
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static MovementId newest(MemberId member) {
        return jdbc.sql("select id from membership.movement where member_id = :id order by recorded desc limit 1")
                .param("id", member.id())
                .query((row, _) -> new MovementId(row.getObject("id", UUID.class)))
                .single();
    }

    private static MemberId begin() {
        var id = new MemberId(Uuids.next());
        jdbc.sql("""
                        insert into member.member (id, version, full_name, family_name, middle_name, given_name, sex,
                            born_earliest, born_precision, ethnicity, religion, joined_on)
                        values (:id, 0, 'Trần Văn Thử', 'Trần', 'Văn', 'Thử', 'MALE', '1970-01-01', 'YEAR', 'KINH', 'NONE', :day)
                        """).param("id", id.id()).param("day", START).update();
        var opening =
                new Act(MovementKind.OPENING, START, CELLS.getFirst(), Status.PROBATIONARY, null, null, null, null);
        CONTEXT.getBean(MovementStore.class).append(opening, List.of(new MovementStore.Line(id, null, false)), null);
        return id;
    }

    private static List<OrganisationId> cells() {
        return Stream.of("Chi bộ 1", "Chi bộ 2", "Chi bộ 3")
                .map(name -> {
                    var id = OrganisationId.next();
                    jdbc.sql("insert into organisation.organisation (id, version) values (:id, 0)")
                            .param("id", id.id())
                            .update();
                    jdbc.sql("""
                                    insert into organisation.organisation_version (organisation_id, valid, name, type, act)
                                    values (:id, daterange('2010-01-01', null), :name, 'CB_TT', 'OPENED')
                                    """).param("id", id.id()).param("name", name).update();
                    return id;
                })
                .toList();
    }

    private static AnnotationConfigApplicationContext context() {
        var day = mock(BusinessDay.class);
        when(day.today()).thenReturn(TODAY);
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(BusinessDay.class, () -> day);
        context.registerBean(Members.class, () -> mock(Members.class));
        context.registerBean(Decisions.class, () -> mock(Decisions.class));
        context.registerBean(AuditTrail.class, () -> mock(AuditTrail.class));
        context.register(
                Rulebook.class,
                CodeLists.class,
                TreeLock.class,
                Standings.class,
                FactsOfMembers.class,
                MovementStore.class,
                LateEntries.class,
                Grounds.class,
                MovementJudgement.class,
                Movements.class,
                Reversals.class);
        context.refresh();
        return context;
    }
}

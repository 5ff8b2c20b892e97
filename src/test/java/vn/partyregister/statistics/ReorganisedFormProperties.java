package vn.partyregister.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.partyregister.ModuleDatabase;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.Reorganising;
import vn.partyregister.organisation.Step;
import vn.partyregister.platform.Uuids;

/**
 * Members live, organisations are merged, split, moved, renamed, closed and founded, and all of it is taken back or not: the
 * closure is that of the versions, standings are those of the journal, and each form closes and sums.
 */
@NullMarked
class ReorganisedFormProperties {
    private static final LocalDate START = LocalDate.of(2021, 6, 1);
    private static final int DAYS = 60;
    private static final LocalDate LATER = START.plusDays(2L * DAYS);
    private static final PGSimpleDataSource PROGRAM = ModuleDatabase.create();
    private static final JdbcClient jdbc = JdbcClient.create(PROGRAM);
    private static final FormRows rows = new FormRows(jdbc);
    private static final FlowCounts counts = new FlowCounts(jdbc);
    private static final Reorganising reorganising = Reorganising.on(jdbc, LATER);

    /** Somebody wants a step; what the rules forbid is left out. */
    record Wish(int act, int one, int other) {}

    /** Somebody's life goes on: which member, what, where to. */
    record Event(int member, int what, int cell) {}

    /** What is told of some days: members first, then a reorganisation, which may be taken back at once or not. */
    record Chapter(int days, List<Event> events, List<Wish> wishes, boolean back) {}

    record Question(int node, int from, int days) {}

    record Life(int members, List<Chapter> chapters, List<Question> questions) {}

    @Provide
    Arbitrary<Life> lives() {
        var wish = Combinators.combine(
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(0, 13),
                        Arbitraries.integers().between(0, 13))
                .as(Wish::new);
        var event = Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 9))
                .as(Event::new);
        var chapter = Combinators.combine(
                        Arbitraries.integers().between(1, 15),
                        event.list().ofMaxSize(5),
                        wish.list().ofMinSize(1).ofMaxSize(4),
                        Arbitraries.of(true, false, false))
                .as(Chapter::new);
        var question = Combinators.combine(
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(-2, DAYS),
                        Arbitraries.integers().between(0, DAYS))
                .as(Question::new);
        return Combinators.combine(
                        Arbitraries.integers().between(2, 9),
                        chapter.list().ofMinSize(1).ofMaxSize(3),
                        question.list().ofSize(3))
                .as(Life::new);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void whateverIsReorganisedEveryFormCloses(@ForAll("lives") Life life) {
        new TransactionTemplate(new JdbcTransactionManager(PROGRAM)).executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            var register = new Register(life.members());
            var day = START;
            for (var chapter : life.chapters()) {
                day = day.plusDays(chapter.days());
                for (var event : chapter.events()) {
                    register.tell(event, day);
                }
                register.reorganise(chapter, day);
                register.isSound();
            }
            life.questions().forEach(register::check);
        });
    }

    /** Two districts with bases and cells, members in the cells, and what becomes of them. */
    private static final class Register {
        private final List<UUID> nodes = new ArrayList<>();
        private final List<UUID> members = new ArrayList<>();
        private int names;

        Register(int people) {
            var root = add("Đảng bộ tỉnh", "DB_TINH", null);
            for (var district = 0; district < 2; district++) {
                var east = add("Đảng bộ huyện " + district, "DB_HUYEN", root);
                for (var base = 0; base < 2; base++) {
                    var commune = add("Đảng bộ xã " + district + base, "DB_CS", east);
                    add("Chi bộ 1", "CB_TT", commune);
                    add("Chi bộ 2", "CB_TT", commune);
                }
            }
            reorganising.rebuildClosure();
            for (var at = 0; at < people; at++) {
                members.add(somebody());
                move(
                        members.get(at),
                        "OPENING",
                        START.minusDays(30),
                        null,
                        cells(START).get(at % 8),
                        "PROBATIONARY");
            }
        }

        private UUID add(String name, String type, @Nullable UUID parent) {
            var id = Uuids.next();
            jdbc.sql("insert into organisation.organisation (id, version, is_root) values (:id, 0, :root)")
                    .param("id", id)
                    .param("root", parent == null)
                    .update();
            jdbc.sql("""
                            insert into organisation.organisation_version (organisation_id, valid, name, type, parent_id, act)
                            values (:id, '[2010-01-01,)', :name, :type, :parent, 'OPENED')
                            """)
                    .param("id", id)
                    .param("name", name)
                    .param("type", type)
                    .param("parent", parent, java.sql.Types.OTHER)
                    .update();
            nodes.add(id);
            return id;
        }

        private static List<UUID> cells(LocalDate day) {
            return jdbc.sql("""
                            select organisation_id from organisation.organisation_version
                            where type = 'CB_TT' and valid @> ?::date order by organisation_id
                            """)
                    .param(day)
                    .query((row, _) -> row.getObject(1, UUID.class))
                    .list();
        }

        void tell(Event event, LocalDate day) {
            var member = members.get(event.member() % members.size());
            var cells = cells(day);
            var here = place(member, day);
            var to = cells.get(event.cell() % cells.size());
            switch (event.what()) {
                case 0, 1, 2 -> {
                    if (here != null && !here.equals(to)) {
                        move(member, "TRANSFERRED", day, here, to, null);
                    }
                }
                case 3 -> {
                    if (here != null) {
                        move(member, "RECOGNISED", day, null, null, null);
                    }
                }
                case 4 -> {
                    if (here != null) {
                        move(member, "STRUCK_OFF", day, here, null, null);
                    }
                }
                default -> {
                    if (here == null) {
                        move(member, "RESTORED", day, null, to, "OFFICIAL");
                    }
                }
            }
        }

        void reorganise(Chapter chapter, LocalDate day) {
            var begun = new ArrayList<UUID>();
            var id = reorganising.draft(
                    new OrganisationId(nodes.getFirst()),
                    day,
                    chapter.wishes().stream().map(wish -> steps(wish, begun)).toList());
            choose(id.id());
            if (reorganising.carryOut(id)) {
                nodes.addAll(begun);
                if (chapter.back()) {
                    var before = standings(day.minusDays(1));
                    assertThat(reorganising.takeBack(id)).isTrue();
                    assertThat(standings(day.minusDays(1))).isEqualTo(before);
                    nodes.removeAll(begun);
                }
            }
        }

        private List<Step> steps(Wish wish, List<UUID> begun) {
            var one = new OrganisationId(nodes.get(wish.one() % nodes.size()));
            var other = new OrganisationId(nodes.get(wish.other() % nodes.size()));
            var next = OrganisationId.next();
            names++;
            return switch (wish.act()) {
                case 0 -> List.of(Step.merge(one, other));
                case 1 -> List.of(Step.move(one, other));
                case 2 -> List.of(Step.rename(one, "Tên khác " + names));
                case 3 -> List.of(Step.close(one));
                case 4 -> {
                    begun.add(next.id());
                    yield List.of(Step.split(next, one, "Chi bộ tách " + names, "CB_TT", null, other));
                }
                case 5 -> {
                    begun.add(next.id());
                    yield List.of(
                            Step.found(next, "Đảng bộ xã mới " + names, "DB_CS", null, other), Step.merge(one, next));
                }
                default -> {
                    begun.add(next.id());
                    yield List.of(Step.found(next, "Chi bộ mới " + names, "CB_TT", null, other), Step.merge(one, next));
                }
            };
        }

        /** Every second member of a cell that is split goes. */
        private static void choose(UUID reorganisation) {
            jdbc.sql("""
                            insert into membership.split_choice (reorganisation_id, member_id, organisation_id)
                            select distinct on (one.member_id) :id, one.member_id, one.organisation_id from (
                                select s.member_id, step.organisation_id, row_number() over (order by s.member_id) as place
                                from organisation.reorganisation_step step
                                join organisation.reorganisation r on r.id = step.reorganisation_id
                                join membership.standing s on s.organisation_id = step.source_id and s.valid @> r.effective_on
                                where step.reorganisation_id = :id and step.act = 'SPLIT') one
                            where one.place % 2 = 0
                            """).param("id", reorganisation).update();
        }

        void isSound() {
            assertThat(number("select count(*) from membership.standing_out_of_step"))
                    .isZero();
            assertThat(number("select count(*) from membership.headcount_out_of_step"))
                    .isZero();
            assertThat(number("""
                            select count(*) from membership.standing s where exists (select from generate_series(
                                greatest(lower(s.valid), date '2021-05-02'), date '2021-10-01', interval '1 day') as day
                                where s.valid @> cast(day as date)
                                and not exists (select from organisation.organisation_version v
                                    where v.organisation_id = s.organisation_id and v.valid @> cast(day as date) and v.type = 'CB_TT'))
                            """)).as("members who stand nowhere in the tree").isZero();
            var kept = closure();
            reorganising.rebuildClosure();
            assertThat(closure()).isEqualTo(kept);
        }

        void check(Question question) {
            var organisation = nodes.get(question.node() % nodes.size());
            var from = START.plusDays(question.from());
            var period = new Period(from, from.plusDays(question.days()));
            var counted = counts.count(Form1.FORM, organisation, period);
            var form = rows.of(Form1.FORM, period.to());
            var shown = Form1.figures(form, counted);
            assertThat(new Balance(
                                    form,
                                    row -> shown.getOrDefault(row.code(), 0L),
                                    heads(organisation, period.eve()),
                                    heads(organisation, period.to()),
                                    counted.parts().values())
                            .checks())
                    .allMatch(Check::holds);
        }

        private static long heads(UUID organisation, LocalDate day) {
            return jdbc.sql("""
                            with recursive below (id) as (
                                select organisation_id from organisation.organisation_version
                                where organisation_id = :organisation and valid @> cast(:day as date)
                                union
                                select v.organisation_id from below
                                join organisation.organisation_version v on v.parent_id = below.id and v.valid @> cast(:day as date))
                            select count(*) from membership.standing s join below on below.id = s.organisation_id
                            where s.valid @> cast(:day as date)
                            """)
                    .param("organisation", organisation)
                    .param("day", day)
                    .query(Long.class)
                    .single();
        }
    }

    private static List<String> standings(LocalDate day) {
        return jdbc.sql("""
                        select member_id || ' ' || organisation_id || ' ' || status from membership.standing
                        where valid @> ?::date order by 1
                        """).param(day).query((row, _) -> row.getString(1)).list();
    }

    private static List<String> closure() {
        return jdbc.sql("""
                        select ancestor_id || ' ' || descendant_id || ' ' || valid || ' ' || depth
                        from organisation.ancestry order by 1
                        """).query((row, _) -> row.getString(1)).list();
    }

    private static @Nullable UUID place(UUID member, LocalDate day) {
        return jdbc
                .sql("select organisation_id from membership.standing where member_id = ? and valid @> ?::date")
                .params(member, day)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list()
                .stream()
                .findFirst()
                .orElse(null);
    }

    private static long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static UUID somebody() {
        var id = Uuids.next();
        jdbc.sql("""
                        insert into member.member (id, version, full_name, family_name, middle_name, given_name, sex,
                            born_earliest, born_precision, ethnicity, religion, joined_on)
                        values (:id, 0, 'Trần Văn Thử', 'Trần', 'Văn', 'Thử', 'MALE', '1970-01-01', 'YEAR', 'KINH', 'NONE', '2000-01-01')
                        """).param("id", id).update();
        return id;
    }

    private static void move(
            UUID member, String kind, LocalDate day, @Nullable UUID from, @Nullable UUID to, @Nullable String status) {
        jdbc.sql("""
                        insert into membership.movement (id, member_id, kind, effective_on, from_organisation_id,
                            to_organisation_id, status, recorded_by)
                        values (:id, :member, :kind, :day, :from, :to, :status, 'test')
                        """)
                .param("id", Uuids.next())
                .param("member", member)
                .param("kind", kind)
                .param("day", day)
                .param("from", from, java.sql.Types.OTHER)
                .param("to", to, java.sql.Types.OTHER)
                .param("status", status)
                .update();
    }
}

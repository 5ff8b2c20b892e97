package vn.partyregister.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.partyregister.ModuleDatabase;
import vn.partyregister.membership.MovementKind;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Uuids;
import vn.partyregister.statistics.NaiveForm.Entry;

/**
 * Whatever the journal tells and however the tree changes: the form of any organisation and any period closes, its parts
 * sum to it, each figure lists as many people, and a naive reading of the journal counts the same.
 */
@NullMarked
class Form1Properties {
    static final LocalDate START = LocalDate.of(2021, 6, 20);
    static final int DAYS = 20;
    static final DataSource PROGRAM = ModuleDatabase.create();
    static final JdbcClient jdbc = JdbcClient.create(PROGRAM);
    private static final FormRows rows = new FormRows(jdbc);
    static final FlowCounts counts = new FlowCounts(jdbc);
    private static final PeopleList people = new PeopleList(rows, jdbc);

    /** Somebody wants this told. */
    record Wish(MovementKind kind, int day, int cell, boolean official, int reverses) {}

    /** Somebody asks for the form. */
    record Question(int node, int from, int days) {
        String organisation(DatedTree tree) {
            return tree.names().get(node);
        }

        Period period() {
            return new Period(START.plusDays(from), START.plusDays((long) from + days));
        }
    }

    /** One life of the register, and what is asked of it. */
    record Life(DatedTree.Turn turn, int turnDay, List<List<Wish>> members, List<Question> questions) {}

    @Provide
    Arbitrary<Life> lives() {
        var wish = Combinators.combine(
                        Arbitraries.of(MovementKind.class),
                        Arbitraries.integers().between(0, DAYS - 1),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(-20, 5))
                .as(Wish::new);
        var question = Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(-2, DAYS),
                        Arbitraries.integers().between(0, DAYS))
                .as(Question::new);
        return Combinators.combine(
                        Arbitraries.of(DatedTree.Turn.class),
                        Arbitraries.integers().between(1, DAYS - 1),
                        wish.list()
                                .ofMinSize(1)
                                .ofMaxSize(9)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(6),
                        question.list().ofSize(3))
                .as(Life::new);
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void everyFormClosesSumsAndTellsWhatTheJournalTells(@ForAll("lives") Life life) {
        new TransactionTemplate(new JdbcTransactionManager(PROGRAM)).executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            var tree = new DatedTree(life.turn(), START.plusDays(life.turnDay()));
            tree.write(jdbc);
            var members =
                    life.members().stream().map(wishes -> tell(wishes, tree)).toList();
            for (var asked : life.questions()) {
                check(tree, members, asked.organisation(tree), asked.period());
            }
            var first = life.questions().getFirst();
            everyFigureListsAsMany(first.organisation(tree), tree, first.period());
        });
    }

    /** The form as it is counted against one that is drawn up by hand. */
    static NaiveForm check(NaiveTree tree, List<List<Entry>> members, String organisation, Period period) {
        var id = tree.id(organisation);
        var counted = counts.count(Form1.FORM, id, period);
        var naive = new NaiveForm(tree, members, organisation, period);
        var form = rows.of(Form1.FORM, period.to());
        var shown = Form1.figures(form, counted);
        assertThat(List.of(
                        counted.of(Flow.OPENING), counted.of(Flow.IN), counted.of(Flow.OUT), counted.of(Flow.CLOSING)))
                .as("%s, %s", organisation, period)
                .isEqualTo(List.of(naive.opening, naive.in, naive.out, naive.closing));
        assertThat(leaves(form, shown)).as("%s, %s", organisation, period).isEqualTo(naive.codes);
        assertThat(counted.parts()).as("%s, %s", organisation, period).isEqualTo(byId(naive.parts, tree));
        assertThat(new Balance(
                                form,
                                row -> shown.getOrDefault(row.code(), 0L),
                                naive.opening,
                                naive.closing,
                                counted.parts().values())
                        .checks())
                .allMatch(Check::holds);
        return naive;
    }

    /** The rows without parts that count somebody. */
    private static Map<String, Long> leaves(List<FormRow> form, Map<String, Long> shown) {
        return form.stream()
                .filter(row -> row.whole() != null && shown.getOrDefault(row.code(), 0L) > 0)
                .filter(row -> form.stream().noneMatch(part -> row.code().equals(part.whole()) && part.sums()))
                .collect(Collectors.toMap(FormRow::code, row -> shown.getOrDefault(row.code(), 0L)));
    }

    private static void everyFigureListsAsMany(String name, DatedTree tree, Period period) {
        var organisation = tree.id(name);
        var counted = counts.count(Form1.FORM, organisation, period);
        Form1.figures(rows.of(Form1.FORM, period.to()), counted).forEach((code, count) -> {
            if (count > 0) {
                assertThat(listed(new People(organisation, period, code, null)))
                        .as("%s, %s", code, period)
                        .isEqualTo(count);
            }
        });
        counted.parts()
                .forEach((part, figures) -> figures.forEach(
                        (column, count) -> assertThat(listed(new People(organisation, period, column.name(), part)))
                                .as("%s, %s", column, period)
                                .isEqualTo(count)));
    }

    private static long listed(People asked) {
        var page = people.page(asked, Scope.EVERYTHING, START.plusDays(2L * DAYS), PeopleList.STANDARD_ORDER, 1);
        assertThat(page.rows()).hasSize((int) Math.min(page.total(), page.size()));
        return page.total();
    }

    private static Map<OrganisationId, Map<Flow, Long>> byId(Map<String, Map<Flow, Long>> parts, NaiveTree tree) {
        var byId = new HashMap<OrganisationId, Map<Flow, Long>>();
        parts.forEach((name, figures) -> byId.put(tree.id(name), figures));
        return byId;
    }

    private static List<Entry> tell(List<Wish> wishes, DatedTree tree) {
        var entries = new ArrayList<Entry>();
        tell(somebody(), entries, wishes, tree);
        return entries;
    }

    /** Appends to what was told of somebody. */
    static void tell(UUID member, List<Entry> entries, List<Wish> wishes, DatedTree tree) {
        var told = entries.size();
        for (var wish : wishes) {
            var open = entries.stream()
                    .filter(entry -> entry.reverses() == null
                            && entries.stream().noneMatch(other -> entry.equals(other.reverses())))
                    .toList();
            if (0 <= wish.reverses() && wish.reverses() < open.size()) {
                var back = open.get(wish.reverses());
                entries.add(new Entry(Uuids.next(), back.kind(), back.day(), back.cell(), back.official(), back));
            } else {
                entries.add(new Entry(
                        Uuids.next(),
                        wish.kind().name(),
                        START.plusDays(wish.day()),
                        tree.cells().get(wish.cell()),
                        wish.official(),
                        null));
            }
        }
        append(member, entries.subList(told, entries.size()), tree);
    }

    static UUID somebody() {
        var id = Uuids.next();
        jdbc.sql("""
                        insert into member.member (id, version, full_name, family_name, middle_name, given_name, sex,
                            born_earliest, born_precision, ethnicity, religion, joined_on)
                        values (:id, 0, 'Trần Văn Thử', 'Trần', 'Văn', 'Thử', 'MALE', '1970-01-01', 'YEAR', 'KINH', 'NONE', '2000-01-01')
                        """).param("id", id).update();
        return id;
    }

    /** By as few statements as it goes: an entry that is taken back must have been told before. */
    private static void append(UUID member, List<Entry> entries, NaiveTree tree) {
        var begun = 0;
        for (var at = 1; at < entries.size(); at++) {
            if (entries.subList(begun, at).contains(entries.get(at).reverses())) {
                appendAtOnce(member, entries.subList(begun, at), tree);
                begun = at;
            }
        }
        appendAtOnce(member, entries.subList(begun, entries.size()), tree);
    }

    private static void appendAtOnce(UUID member, List<Entry> entries, NaiveTree tree) {
        jdbc.sql("""
                        insert into membership.movement (id, member_id, kind, effective_on, from_organisation_id,
                            to_organisation_id, status, reverses, reason, recorded_by)
                        select id, :member, kind, cast(day as date),
                            case when kind in ('TRANSFERRED', 'TRANSFERRED_OUT', 'REASSIGNED', 'STRUCK_OFF', 'RESIGNED',
                                'EXPELLED', 'DIED', 'ADMISSION_CANCELLED') then cell end,
                            case when kind in ('OPENING', 'ADMITTED', 'TRANSFERRED', 'TRANSFERRED_IN', 'REASSIGNED',
                                'RESTORED') then cell end,
                            case when kind in ('OPENING', 'TRANSFERRED_IN', 'RESTORED')
                                then case when official then 'OFFICIAL' else 'PROBATIONARY' end end,
                            reverses, 'nhầm', 'thử'
                        from unnest(cast(:ids as uuid[]), cast(:kinds as text[]), cast(:days as text[]), cast(:cells as uuid[]),
                            cast(:official as boolean[]), cast(:reverses as uuid[]))
                            with ordinality as told (id, kind, day, cell, official, reverses, place)
                        order by place
                        """)
                .param("member", member)
                .param("ids", entries.stream().map(Entry::id).toArray(UUID[]::new))
                .param("kinds", entries.stream().map(Entry::kind).toArray(String[]::new))
                .param(
                        "days",
                        entries.stream().map(entry -> entry.day().toString()).toArray(String[]::new))
                .param(
                        "cells",
                        entries.stream()
                                .map(entry -> tree.id(entry.cell()).id())
                                .toArray(UUID[]::new))
                .param("official", entries.stream().map(Entry::official).toArray(Boolean[]::new))
                .param(
                        "reverses",
                        entries.stream().map(Form1Properties::reversed).toArray(UUID[]::new))
                .update();
    }

    private static @Nullable UUID reversed(Entry entry) {
        return entry.reverses() == null ? null : entry.reverses().id();
    }
}

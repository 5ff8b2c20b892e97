package vn.partyregister.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.Act;
import vn.partyregister.membership.MovementId;
import vn.partyregister.membership.MovementKind;
import vn.partyregister.membership.MovementKind.Asked;
import vn.partyregister.membership.Movements;
import vn.partyregister.membership.Reversals;
import vn.partyregister.membership.Status;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.ReorganisationId;
import vn.partyregister.organisation.Reorganising;
import vn.partyregister.organisation.Step;
import vn.partyregister.organisation.StepAct;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Uuids;
import vn.partyregister.reference.CodeLists;
import vn.partyregister.statistics.HistoryProperties.Chapter;
import vn.partyregister.statistics.HistoryProperties.Event;
import vn.partyregister.statistics.HistoryProperties.Wish;
import vn.partyregister.statistics.NaiveForm.Entry;
import vn.partyregister.transfer.Introducing;

/**
 * Two districts with bases and cells and members in the cells, of which clerks tell what they like: kept by the program, and
 * by hand. What the program refuses did not happen; what it takes is written down by hand as well.
 */
@NullMarked
final class LivingRegister {
    private static final LocalDate OPENED = HistoryProperties.START.minusDays(400);

    final ReplannedTree tree = new ReplannedTree();
    final List<Person> people = new ArrayList<>();
    final List<UUID> nodes = new ArrayList<>();
    /** A base committee of a commune may be of either type. */
    private static final Set<String> BASES = Set.of("DB_CS", "DB_XA");

    private final JdbcClient jdbc;
    private final Introducing introducing;
    private final Reorganising reorganising;
    private final LettersOfPeople letters;
    private final List<Planted> planted = new ArrayList<>();
    private int names;

    LivingRegister(JdbcClient jdbc, Introducing introducing, Reorganising reorganising, int count) {
        this.jdbc = jdbc;
        this.introducing = introducing;
        this.reorganising = reorganising;
        letters = new LettersOfPeople(jdbc, introducing);
        var root = plant("Đảng bộ tỉnh", "DB_TINH", null);
        for (var district = 0; district < 2; district++) {
            var above = plant("Đảng bộ huyện " + district, "DB_HUYEN", root);
            for (var base = 0; base < 2; base++) {
                var commune = plant("Đảng bộ xã " + district + base, "DB_CS", above);
                plant("Chi bộ 1", "CB_TT", commune);
                plant("Chi bộ 2", "CB_TT", commune);
            }
        }
        writeTree();
        var cells = tree.cells(OPENED);
        for (var at = 0; at < count; at++) {
            var person = new Person(new MemberId(Uuids.next()), "Trần Văn Thử " + at, "9000000" + at);
            var cell = cells.get(at % cells.size()).toString();
            person.journal.add(new Entry(Uuids.next(), "OPENING", OPENED, cell, false, null));
            people.add(person);
        }
        writePeople();
    }

    private Planted plant(String name, String type, @Nullable Planted parent) {
        var one = new Planted(Uuids.next(), name, type, parent == null ? null : parent.id());
        tree.begin(one.id(), type, one.parent());
        nodes.add(one.id());
        planted.add(one);
        return one;
    }

    private void writeTree() {
        jdbc.sql("""
                        with planted as (select * from unnest(cast(:ids as uuid[]), cast(:names as text[]), cast(:types as text[]),
                            cast(:parents as uuid[])) as p (id, name, type, parent)
                        ), begun as (
                            insert into organisation.organisation (id, version, is_root)
                            select id, 0, parent is null from planted)
                        insert into organisation.organisation_version (organisation_id, valid, name, type, parent_id, act)
                        select id, '[2010-01-01,)', name, type, parent, 'OPENED' from planted
                        """)
                .param("ids", planted.stream().map(Planted::id).toArray(UUID[]::new))
                .param("names", planted.stream().map(Planted::name).toArray(String[]::new))
                .param("types", planted.stream().map(Planted::type).toArray(String[]::new))
                .param("parents", planted.stream().map(Planted::parent).toArray(UUID[]::new))
                .update();
        reorganising.rebuildClosure();
    }

    private void writePeople() {
        jdbc.sql("""
                        insert into member.member (id, version, full_name, family_name, middle_name, given_name, sex,
                            born_earliest, born_precision, ethnicity, religion, joined_on, card_number)
                        select id, 0, name, 'Trần', 'Văn', 'Thử', 'MALE', '1970-01-01', 'YEAR', 'KINH', 'NONE', :day, card
                        from unnest(cast(:ids as uuid[]), cast(:names as text[]), cast(:cards as text[])) as p (id, name, card)
                        """)
                .param("ids", people.stream().map(one -> one.id.id()).toArray(UUID[]::new))
                .param("names", people.stream().map(one -> one.name).toArray(String[]::new))
                .param("cards", people.stream().map(one -> one.card).toArray(String[]::new))
                .param("day", OPENED)
                .update();
        jdbc.sql("""
                        insert into membership.movement (id, member_id, kind, effective_on, to_organisation_id, status, recorded_by)
                        select id, member, 'OPENING', :day, cell, 'PROBATIONARY', 'test'
                        from unnest(cast(:ids as uuid[]), cast(:members as uuid[]), cast(:cells as uuid[])) as p (id, member, cell)
                        """)
                .param(
                        "ids",
                        people.stream().map(one -> one.journal.getFirst().id()).toArray(UUID[]::new))
                .param("members", people.stream().map(one -> one.id.id()).toArray(UUID[]::new))
                .param(
                        "cells",
                        people.stream()
                                .map(one ->
                                        tree.id(one.journal.getFirst().cell()).id())
                                .toArray(UUID[]::new))
                .param("day", OPENED)
                .update();
    }

    void tell(Event event, LocalDate today) {
        introducing.today(today);
        var person = people.get(event.member() % people.size());
        var cells = tree.cells(today);
        var to = new OrganisationId(cells.get(event.cell() % cells.size()));
        switch (event.what()) {
            case ENTRY -> enter(person, Objects.requireNonNull(event.kind()), today.minusDays(event.back()), to, event);
            case REVERSAL -> takeBack(person, event);
            case LETTER -> letters.live(person, event, to, today);
        }
    }

    private void enter(Person person, MovementKind kind, LocalDate day, OrganisationId to, Event event) {
        var status = event.official() ? Status.OFFICIAL : Status.PROBATIONARY;
        var goes = kind == MovementKind.ADMITTED || kind.asks(Asked.ORGANISATION) ? to : null;
        var act = new Act(
                kind,
                day,
                goes,
                kind.asks(Asked.STATUS) ? status : null,
                kind.asks(Asked.GROUND)
                        ? introducing
                                .bean(CodeLists.class)
                                .of(kind.grounds(), day)
                                .getFirst()
                                .code()
                        : null,
                kind.asks(Asked.ELSEWHERE) ? "Đảng bộ bạn" : null,
                kind == MovementKind.DIED ? null : new Decision("Huyện ủy nơi khác", "1", day, null),
                null);
        if (introducing.takes(() -> introducing.bean(Movements.class).record(person.id, act, Scope.EVERYTHING))) {
            letters.writeDown(person, kind.name(), day, goes, event.official());
        }
    }

    /** An entry, the last one mostly; that somebody was never there at all is a rarer mistake. */
    private void takeBack(Person person, Event event) {
        var told = person.told();
        var at = told.size() - 1 - event.back();
        if (at < 0 || at == 0 && event.other() > 0) {
            return;
        }
        var entry = told.get(at);
        var taken = introducing.takes(() -> introducing
                .bean(Reversals.class)
                .reverse(person.id, MovementId.of(entry.id().toString()), "nhầm", Scope.EVERYTHING));
        if (taken) {
            person.journal.remove(entry);
        }
    }

    /** @return what was carried out, to be taken back; null where nothing was */
    @Nullable
    Done reorganise(Chapter chapter, LocalDate day) {
        var id = reorganising.draft(
                new OrganisationId(nodes.getFirst()),
                day,
                chapter.wishes().stream().map(wish -> steps(wish, day)).toList());
        var steps = reorganising.steps(id);
        var goes = choose(id, steps, day);
        if (!reorganising.carryOut(id)) {
            return null;
        }
        var done = new Done(id, new ReplannedTree.Turn(day, steps), new HashMap<>());
        steps.stream()
                .filter(step -> step.act() == StepAct.MERGE)
                .forEach(step -> standing(step.organisation(), day)
                        .forEach(one -> goes.putIfAbsent(one, Objects.requireNonNull(step.target()))));
        goes.forEach((person, to) -> done.moved().put(person, letters.writeDown(person, "REASSIGNED", day, to, false)));
        tree.carryOut(done.turn());
        nodes.addAll(done.begun());
        return done;
    }

    /** Every second member of a cell that is split goes. */
    private Map<Person, OrganisationId> choose(ReorganisationId id, List<Step> steps, LocalDate day) {
        var goes = new HashMap<Person, OrganisationId>();
        steps.stream().filter(step -> step.act() == StepAct.SPLIT).forEach(step -> {
            var there = standing(Objects.requireNonNull(step.source()), day);
            for (var at = 1; at < there.size(); at += 2) {
                goes.putIfAbsent(there.get(at), step.organisation());
            }
        });
        goes.forEach((person, to) -> jdbc.sql("""
                        insert into membership.split_choice (reorganisation_id, member_id, organisation_id)
                        values (:id, :member, :to)
                        """)
                .param("id", id.id())
                .param("member", person.id.id())
                .param("to", to.id())
                .update());
        return goes;
    }

    private List<Person> standing(OrganisationId cell, LocalDate day) {
        return people.stream()
                .filter(person -> cell.toString().equals(person.cell(day)))
                .toList();
    }

    /** It is taken back whole, unless something rests on it. */
    void takeBack(Done done) {
        if (reorganising.takeBack(done.id())) {
            done.moved().forEach((person, entry) -> person.journal.remove(entry));
            tree.takeBack(done.turn());
            nodes.removeAll(done.begun());
        }
    }

    private List<Step> steps(Wish wish, LocalDate day) {
        var cell = one(Set.of("CB_TT"), day, wish.one());
        var otherCell = one(Set.of("CB_TT"), day, wish.other());
        var base = one(BASES, day, wish.one());
        var otherBase = one(BASES, day, wish.other());
        var district = one(Set.of("DB_HUYEN"), day, wish.other());
        var next = OrganisationId.next();
        names++;
        return switch (wish.act()) {
            case MERGE_CELLS -> List.of(Step.merge(cell, otherCell));
            case MERGE_BASES -> List.of(Step.merge(base, otherBase));
            case MOVE_A_CELL -> List.of(Step.move(cell, otherBase));
            case MOVE_A_BASE -> List.of(Step.move(base, district));
            case CHANGE_TYPE ->
                List.of(Step.changeType(base, tree.type(base, day).equals("DB_CS") ? "DB_XA" : "DB_CS", null));
            case RENAME -> List.of(Step.rename(base, "Đảng bộ xã tên khác " + names));
            case CLOSE -> List.of(Step.close(cell));
            case SPLIT -> List.of(Step.split(next, cell, "Chi bộ tách " + names, "CB_TT", null, otherBase));
            case FOUND_A_BASE_OF_ONE ->
                List.of(Step.found(next, "Đảng bộ xã mới " + names, "DB_CS", null, district), Step.merge(base, next));
            case FOUND_A_CELL_OF_ONE ->
                List.of(Step.found(next, "Chi bộ mới " + names, "CB_TT", null, otherBase), Step.merge(cell, next));
        };
    }

    private OrganisationId one(Set<String> types, LocalDate day, int place) {
        var those = tree.of(types, day);
        return new OrganisationId(those.get(place % those.size()));
    }

    /** Everybody's standing on the days around each that something happened on, by the program and by hand. */
    void tellsOfEverybodyWhatTheJournalTells() {
        var days = new HashSet<LocalDate>(tree.days());
        people.forEach(person -> person.journal.forEach(entry -> days.add(entry.day())));
        List.copyOf(days).forEach(day -> days.addAll(List.of(day.minusDays(1), day.plusDays(1))));
        var kept = jdbc.sql("""
                        select day || ' ' || member_id || ' ' || organisation_id || ' ' || status from membership.standing
                        join unnest(cast(:days as date[])) as day on valid @> day
                        """)
                .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
                .query((row, _) -> row.getString(1))
                .list();
        var naive = days.stream()
                .flatMap(day -> people.stream()
                        .filter(person -> person.standing(day) != null)
                        .map(person -> "%s %s %s".formatted(day, person.id, person.standing(day))))
                .toList();
        assertThat(kept).containsExactlyInAnyOrderElementsOf(naive);
    }

    private record Planted(
            UUID id, String name, String type, @Nullable UUID parent) {}

    /** @param moved who moved along, and the entry that says so */
    record Done(ReorganisationId id, ReplannedTree.Turn turn, Map<Person, Entry> moved) {
        List<UUID> begun() {
            return turn.steps().stream()
                    .filter(step -> step.act().begins())
                    .map(step -> step.organisation().id())
                    .toList();
        }
    }
}

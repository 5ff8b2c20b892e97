package vn.partyregister.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.Statements;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.planning.Progress.Line;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Uuids;

/** A plan is drawn up, its targets handed down, and what was admitted is counted beside a naive counting. */
@RegisterTest
class PlansTests {
    private static final LocalDate TODAY = LocalDate.of(2022, 4, 30);
    private static final LocalDate FROM = LocalDate.of(2022, 1, 1);
    private static final LocalDate TO = LocalDate.of(2022, 12, 31);

    @Autowired
    private Plans plans;

    @Autowired
    private PlanList list;

    @Autowired
    private PlanProgress progress;

    @Autowired
    private AdmittedList admitted;

    @Autowired
    private KnownFigures figures;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private Orgs.Tree tree;
    private Scope east;
    private Scope base;
    private Scope west;
    private PlanId plan;
    /** Cells of enterprises in which the state has capital, with the day it had none any more. */
    private final Map<UUID, LocalDate> theStates = new HashMap<>();

    @BeforeEach
    void aPlanOfTheEast() {
        theStates.clear();
        tree = orgs.tree();
        east = Scope.of(Set.of(tree.east().id()));
        base = Scope.of(Set.of(tree.eastBase().id()));
        west = Scope.of(Set.of(tree.west().id()));
        plan = plans.drawUp(told(PlanKind.YEAR, FROM, TO), east);
    }

    @Test
    void aPlanOfAYearLiesWithinOneAndAPeriodIsPlannedOnce() {
        refused("planning.ends-before-it-begins", () -> plans.drawUp(told(PlanKind.YEAR, TO, TO.minusDays(1)), east));
        refused("planning.longer-than-its-year", () -> plans.drawUp(told(PlanKind.YEAR, FROM, TO.plusDays(1)), east));
        refused("planning.planned-already", () -> plans.drawUp(told(PlanKind.YEAR, FROM, TO), east));
        assertThat(plans.drawUp(told(PlanKind.TERM, FROM, TO.plusYears(4)), east))
                .isNotNull();
    }

    @Test
    void aDistrictSeesThePlansAboveItAndNotThoseOfAnother() {
        assertThat(list.get(plan, base).leads()).isFalse();
        assertThat(list.get(plan, east).leads()).isTrue();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> list.get(plan, west));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> set(west, tree.east(), "EVERYBODY", 5));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> progress.of(list.get(plan, base), tree.east().id(), null, base));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> progress.of(
                        list.get(plan, Scope.EVERYTHING), tree.west().id(), null, Scope.EVERYTHING));
    }

    @Test
    void targetsAreSetFromRightAbove() {
        set(east, tree.east(), "EVERYBODY", 10);
        set(east, tree.eastBase(), "EVERYBODY", 10);
        set(base, tree.eastCell(), "EVERYBODY", 6);
        refused("planning.set-from-above", () -> set(base, tree.eastBase(), "EVERYBODY", 1));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> set(base, tree.east(), "EVERYBODY", 1));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> plans.set(
                        plan, List.of(target(tree.west(), "EVERYBODY", 1, false)), null, null, Scope.EVERYTHING));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> set(east, tree.east(), "NOBODY", 1));
    }

    @Test
    void aChangeNeedsItsDecisionAndReasonAndTheEarlierValueStays() {
        set(east, tree.east(), "WOMEN", 10);
        refused("planning.nothing-changes", () -> set(east, tree.east(), "WOMEN", 10));
        refused("planning.change-needs-a-decision", () -> set(east, tree.east(), "WOMEN", 11));
        refused(
                "planning.change-needs-a-decision",
                () -> plans.set(plan, List.of(target(tree.east(), "WOMEN", 11, false)), decision(), null, east));
        assertThat(line("WOMEN").target()).isEqualTo(10);
        change(tree.east(), "WOMEN", 11, false);
        assertThat(line("WOMEN").target()).isEqualTo(11);
        assertThat(progress.history(list.get(plan, east), tree.east().id()))
                .extracting(Past::figure)
                .containsExactly(11, 10);
        change(tree.east(), "WOMEN", null, false);
        assertThat(line("WOMEN").target()).isNull();
    }

    @Test
    void moreOrLessHandedDownIsSaidAndBlockedOnlyWhereTheSplitIsClosed() {
        set(east, tree.east(), "EVERYBODY", 10);
        assertThat(line("EVERYBODY").difference()).isNull();
        set(east, tree.eastBase(), "EVERYBODY", 12);
        assertThat(line("EVERYBODY")).returns(12, Line::handedDown).returns(2, Line::difference);
        refused("planning.split-is-closed", () -> change(tree.east(), "EVERYBODY", 10, true));
        change(tree.eastBase(), "EVERYBODY", 10, false);
        change(tree.east(), "EVERYBODY", 10, true);
        assertThat(line("EVERYBODY")).returns(0, Line::difference).returns(true, Line::closed);
        refused("planning.split-is-closed", () -> change(tree.eastBase(), "EVERYBODY", 9, false));
        refused("planning.split-is-closed", () -> change(tree.east(), "EVERYBODY", 11, true));
        assertThat(line("EVERYBODY").handedDown()).isEqualTo(10);
        plans.set(
                plan,
                List.of(target(tree.east(), "EVERYBODY", 11, true), target(tree.eastBase(), "EVERYBODY", 11, false)),
                decision(),
                "Bổ sung",
                east);
        assertThat(line("EVERYBODY")).returns(11, Line::target).returns(0, Line::difference);
    }

    /** A cell that is split off after the targets were handed down: nobody must find that out by counting. */
    @Test
    void whatIsBegunLaterStandsWithoutATargetUntilOneIsHandedDown() {
        set(east, tree.eastBase(), "EVERYBODY", 10);
        var row = list.get(plan, east);
        assertThat(progress.of(row, tree.eastBase().id(), "EVERYBODY", east).withoutTarget())
                .as("nothing is handed down yet")
                .isEmpty();
        set(base, tree.eastCell(), "EVERYBODY", 6);
        set(base, tree.otherEastCell(), "EVERYBODY", 4);
        assertThat(progress.of(row, tree.eastBase().id(), "EVERYBODY", east).withoutTarget())
                .isEmpty();
        var begun = orgs.add("Chi bộ tách ra " + Uuids.next(), "CB_TT", null, tree.eastBase());
        var told = progress.of(row, tree.eastBase().id(), "EVERYBODY", east);
        assertThat(told.withoutTarget()).extracting(Progress.Part::id).containsExactly(begun.id());
        assertThat(told.asAt()).isEqualTo(TODAY);
        assertThat(told.line()).returns(10, Line::handedDown).returns(0, Line::difference);
        set(base, begun, "EVERYBODY", 1);
        assertThat(progress.of(row, tree.eastBase().id(), "EVERYBODY", east))
                .returns(List.of(), Progress::withoutTarget)
                .returns(1, now -> now.line().difference());
    }

    /** The sum is that of the day: who has gone by then is not in it, and the refusal says which day it speaks of. */
    @Test
    void theSumOfASplitIsThatOfTheDay() {
        set(east, tree.east(), "EVERYBODY", 10);
        var gone = orgs.add("Đảng bộ xã đã thôi " + Uuids.next(), "DB_CS", "XA", tree.east());
        plans.set(
                plan,
                List.of(target(tree.eastBase(), "EVERYBODY", 7, false), target(gone, "EVERYBODY", 3, false)),
                null,
                null,
                east);
        assertThat(line("EVERYBODY").difference()).isZero();
        orgs.end(gone, TODAY);
        assertThat(line("EVERYBODY")).returns(7, Line::handedDown).returns(-3, Line::difference);
        assertThatExceptionOfType(Refusal.RuleBroken.class)
                .isThrownBy(() -> change(tree.east(), "EVERYBODY", 10, true))
                .returns(List.of(10, 7, -3, "30/04/2022"), Refusal::arguments);
    }

    @Test
    void eachGroupCountsWhatANaiveCountingCounts() {
        people.add(tree.eastCell(), person -> person.joined(FROM, null).woman());
        people.add(tree.eastCell(), person -> person.joined(TODAY, null).of("KHMER", "BUDDHISM"));
        people.add(
                tree.otherEastCell(),
                person -> person.joined(TODAY, null).woman().of("KHMER", "NONE"));
        occupied(
                people.add(
                        tree.eastCell(),
                        person -> person.joined(TODAY, null)
                                .born(TODAY.minusYears(31).plusDays(1))),
                "PUPIL");
        occupied(
                people.add(tree.eastCell(), person -> person.joined(TODAY, null).born(TODAY.minusYears(31))),
                "ENTERPRISE_WORKER");
        people.add(
                tree.eastCell(),
                person -> person.joined(FROM.minusDays(1), null).woman());
        people.add(tree.westCell(), person -> person.joined(TODAY, null).woman());
        takenBack(
                people.add(tree.eastCell(), person -> person.joined(TODAY, null).woman()));
        var moved =
                people.add(tree.eastCell(), person -> person.joined(FROM, null).woman());
        people.moved(moved, tree.eastCell(), tree.westCell(), TODAY);
        people.add(tree.east(), person -> person.joined(TODAY, null));
        var sold = LocalDate.of(2022, 3, 1);
        var company = enterprise("DN_NN_TU_50", sold);
        occupied(people.add(company, person -> person.joined(sold.minusDays(1), null)), "ENTERPRISE_WORKER");
        occupied(people.add(company, person -> person.joined(sold, null)), "ENTERPRISE_STAFF");
        occupied(people.add(company, person -> person.joined(FROM, null)), "NON_PUBLIC_UNIT");
        occupied(people.add(enterprise("QUAN_DOI", null), person -> person.joined(TODAY, null)), "ENTERPRISE_MANAGER");
        var told = progress.of(list.get(plan, east), tree.east().id(), "EVERYBODY", east);
        for (var line : told.lines()) {
            if (line.group().countsAdmissions()) {
                assertThat(line.now())
                        .as(line.group().code())
                        .isEqualTo(naive(line.group().criterion()));
                var parts = progress.of(
                                list.get(plan, east),
                                tree.east().id(),
                                line.group().code(),
                                east)
                        .parts();
                assertThat(parts.stream()
                                .mapToLong(part -> Objects.requireNonNull(part.now()))
                                .sum())
                        .as(line.group().code())
                        .isEqualTo(line.now());
                var opened = new AdmittedFilter(
                        plan, tree.east().id(), false, line.group().criterion(), false);
                assertThat(admitted.page(opened, list.get(plan, east), east, AdmittedList.STANDARD_ORDER, 1)
                                .total())
                        .as(line.group().code())
                        .isEqualTo(line.now());
            }
        }
        assertThat(told.line()).returns(11L, Line::now).returns(0L, Line::before);
        assertThat(line("PRIVATE_SECTOR").now())
                .as("a worker of the commune, one of what the state has sold on that day, one of a private unit")
                .isEqualTo(3);
        assertThat(line("YOUTH").now()).isEqualTo(1);
        assertThat(told.parts())
                .filteredOn(Progress.Part::itself)
                .singleElement()
                .returns(1L, Progress.Part::now);
    }

    @Test
    void thePeriodBeforeIsTheSameStretchAndItsEdgesCount() {
        people.add(tree.eastCell(), person -> person.joined(LocalDate.of(2020, 12, 31), null));
        people.add(tree.eastCell(), person -> person.joined(LocalDate.of(2021, 1, 1), null));
        people.add(tree.eastCell(), person -> person.joined(LocalDate.of(2021, 4, 30), null));
        people.add(tree.eastCell(), person -> person.joined(LocalDate.of(2021, 5, 1), null));
        assertThat(line("EVERYBODY")).returns(0L, Line::now).returns(2L, Line::before);
    }

    /** A term runs from congress to congress, not from January: two years that touch three calendar years are two years. */
    @Test
    void aTermIsHeldAgainstTheTermBefore() {
        for (var joined : List.of("2020-10-15", "2022-04-30", "2022-05-01")) {
            people.add(tree.eastCell(), person -> person.joined(LocalDate.parse(joined), null));
        }
        for (var joined : List.of("2019-01-02", "2020-04-30", "2020-05-01", "2020-10-14")) {
            people.add(tree.eastCell(), person -> person.joined(LocalDate.parse(joined), null));
        }
        var term = list.get(
                plans.drawUp(told(PlanKind.TERM, LocalDate.of(2020, 10, 15), LocalDate.of(2022, 10, 14)), east), east);
        assertThat(progress.of(term, tree.east().id(), "EVERYBODY", east).line())
                .as("now up to today, then up to the same day of the term before")
                .returns(2L, Line::now)
                .returns(2L, Line::before);
    }

    @Test
    void theShareIsThatOfTheNewestPopulationByTheDay() {
        people.add(tree.eastCell(), person -> person);
        people.add(tree.eastCell(), person -> person);
        people.add(tree.eastCell(), person -> person);
        assertThat(line("SHARE_OF_POPULATION").now()).isNull();
        population(LocalDate.of(2020, 12, 31), 100);
        population(LocalDate.of(2021, 12, 31), 70);
        population(LocalDate.of(2021, 12, 31), 80);
        assertThat(line("SHARE_OF_POPULATION").now()).isEqualTo(375);
        population(LocalDate.of(2021, 12, 31), null);
        assertThat(line("SHARE_OF_POPULATION").now()).isEqualTo(300);
        refused("planning.in-the-future", () -> population(TODAY.plusDays(1), 5));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> figures.note(tree.east(), "POPULATION", TODAY, 5, "Niên giám", west));
    }

    /** How many the youth union has is only reported: kept by area and day with its source, and nobody of it is counted as population. */
    @Test
    void figuresOfMassOrganisationsAreKeptByDayAndTheNewestOfADayHolds() {
        people.add(tree.eastCell(), person -> person);
        reported("YOUTH_UNION", LocalDate.of(2020, 12, 31), 1150, "Báo cáo 2020");
        reported("YOUTH_UNION", LocalDate.of(2021, 12, 31), 1200, "Báo cáo 2021");
        reported("YOUTH_UNION", LocalDate.of(2021, 12, 31), 1210, "Đính chính");
        reported("WOMENS_UNION", LocalDate.of(2021, 12, 31), 900, "Hội LHPN");
        assertThat(rows("YOUTH_UNION")).containsExactly("1210 true", "1200 false", "1150 true");
        reported("YOUTH_UNION", LocalDate.of(2021, 12, 31), null, "nhầm huyện");
        assertThat(rows("YOUTH_UNION")).containsExactly("null true", "1210 false", "1200 false", "1150 true");
        assertThat(rows("WOMENS_UNION")).containsExactly("900 true");
        assertThat(line("SHARE_OF_POPULATION").now()).isNull();
        assertThat(figures.page(tree.east().id(), null, west, 1, "/plans/figures")
                        .total())
                .isZero();
    }

    private void reported(String subject, LocalDate day, @Nullable Integer figure, String source) {
        figures.note(tree.east(), subject, day, figure, source, east);
    }

    private List<String> rows(String subject) {
        return figures.page(tree.east().id(), subject, east, 1, "/plans/figures").rows().stream()
                .map(row -> row.figure() + " " + row.holds())
                .toList();
    }

    @Test
    void progressAsksTheSameQuestionsHoweverManyPartsThereAre() throws Exception {
        var row = list.get(plan, east);
        progress.of(row, tree.east().id(), null, east);
        var one = Statements.of(() -> progress.of(row, tree.east().id(), null, east));
        for (var number = 0; number < 5; number++) {
            orgs.add("Đảng bộ xã thêm %d %s".formatted(number, Uuids.next()), "DB_CS", "XA", tree.east());
        }
        assertThat(Statements.of(() -> progress.of(row, tree.east().id(), null, east)))
                .hasSameSizeAs(one);
    }

    private long naive(Criterion criterion) {
        Predicate<Admission> fits =
                switch (criterion) {
                    case EVERYBODY -> _ -> true;
                    case WOMEN -> one -> one.sex().equals("FEMALE");
                    case ETHNIC_MINORITY -> one -> !one.ethnicity().equals("KINH");
                    case RELIGIOUS -> one -> !one.religion().equals("NONE");
                    case STUDENTS -> one -> one.worked("PUPIL", "UNIVERSITY_STUDENT");
                    case WORKERS -> one -> one.worked("ENTERPRISE_WORKER");
                    case ENTERPRISE_MANAGERS -> one -> one.worked("ENTERPRISE_MANAGER");
                    case PRIVATE_SECTOR ->
                        one -> one.worked("NON_PUBLIC_UNIT")
                                || !one.ofTheState()
                                        && one.worked("ENTERPRISE_MANAGER", "ENTERPRISE_STAFF", "ENTERPRISE_WORKER");
                    case YOUTH -> one -> one.born().plusYears(31).isAfter(one.day());
                };
        var below = new HashSet<>(theStates.keySet());
        below.addAll(List.of(
                tree.east().id(),
                tree.eastBase().id(),
                tree.eastCell().id(),
                tree.otherEastCell().id()));
        return jdbc
                .sql("""
                        select e.effective_on as day, e.to_organisation_id as place, m.sex, m.ethnicity, m.religion,
                            coalesce(m.occupation_at_entry, '') as occupation, m.born_earliest as born
                        from membership.movement e join member.member m on m.id = e.member_id
                        where e.kind = 'ADMITTED' and e.reverses is null
                            and e.id not in (select b.reverses from membership.movement b where b.reverses is not null)
                        """)
                .query((row, _) -> new Admission(
                        row.getObject("day", LocalDate.class),
                        row.getObject("place", UUID.class),
                        row.getString("sex"),
                        row.getString("ethnicity"),
                        row.getString("religion"),
                        row.getString("occupation"),
                        row.getObject("born", LocalDate.class),
                        row.getObject("day", LocalDate.class)
                                .isBefore(theStates.getOrDefault(row.getObject("place", UUID.class), LocalDate.MIN))))
                .list()
                .stream()
                .filter(one -> below.contains(one.place())
                        && !one.day().isBefore(FROM)
                        && !one.day().isAfter(TODAY))
                .filter(fits)
                .count();
    }

    private record Admission(
            LocalDate day,
            UUID place,
            String sex,
            String ethnicity,
            String religion,
            String occupation,
            LocalDate born,
            boolean ofTheState) {
        boolean worked(String... codes) {
            return Arrays.asList(codes).contains(occupation);
        }
    }

    /** The cell of an enterprise that is the state's, until it sells it to a limited company. */
    private OrganisationId enterprise(String kind, @Nullable LocalDate sold) {
        var base = orgs.add("Đảng bộ Công ty " + Uuids.next(), "DB_CS", kind, tree.east());
        var cell = orgs.add("Chi bộ Phân xưởng " + Uuids.next(), "CB_TT", null, base);
        theStates.put(cell.id(), sold == null ? LocalDate.MAX : sold);
        if (sold != null) {
            jdbc.sql("""
                            with before as (
                                update organisation.organisation_version set valid = daterange(lower(valid), :sold)
                                where organisation_id = :id returning *)
                            insert into organisation.organisation_version
                                (organisation_id, valid, name, type, kind, parent_id, act)
                            select organisation_id, daterange(:sold, null), name, type, 'DN_TNHH', parent_id, 'KIND_CHANGED'
                            from before
                            """).param("sold", sold).param("id", base.id()).update();
        }
        return cell;
    }

    private void occupied(MemberId member, String occupation) {
        jdbc.sql("update member.member set occupation_at_entry = :occupation where id = :id")
                .param("occupation", occupation)
                .param("id", member.id())
                .update();
    }

    private void takenBack(MemberId member) {
        jdbc.sql("""
                        insert into membership.movement (id, member_id, kind, effective_on, to_organisation_id, reverses, reason,
                            recorded_by)
                        select :id, member_id, kind, effective_on, to_organisation_id, id, 'Nhầm', 'test'
                        from membership.movement where member_id = :member
                        """).param("id", Uuids.next()).param("member", member.id()).update();
    }

    private void population(LocalDate day, @Nullable Integer people) {
        figures.note(tree.east(), "POPULATION", day, people, "Niên giám thống kê", east);
    }

    private Line line(String group) {
        return progress.of(list.get(plan, east), tree.east().id(), group, east).line();
    }

    private void set(Scope scope, OrganisationId organisation, String group, int figure) {
        plans.set(plan, List.of(target(organisation, group, figure, false)), null, null, scope);
    }

    private void change(OrganisationId organisation, String group, @Nullable Integer figure, boolean closed) {
        plans.set(plan, List.of(target(organisation, group, figure, closed)), decision(), "Điều chỉnh", east);
    }

    private static NewTarget target(
            OrganisationId organisation, String group, @Nullable Integer figure, boolean closed) {
        return new NewTarget(organisation, group, figure, closed);
    }

    private NewPlan told(PlanKind kind, LocalDate from, LocalDate to) {
        return new NewPlan(tree.east(), kind, "Kế hoạch thử", from, to, decision());
    }

    private static Decision decision() {
        return new Decision("Huyện ủy thử", System.nanoTime() + "-KH/HU", LocalDate.of(2022, 1, 5), null);
    }

    private static void refused(String key, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.RuleBroken.class).isThrownBy(act).returns(key, Refusal::key);
    }
}

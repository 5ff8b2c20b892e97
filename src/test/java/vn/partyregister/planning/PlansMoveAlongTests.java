package vn.partyregister.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.partyregister.Orgs;
import vn.partyregister.RegisterTest;
import vn.partyregister.organisation.Consequence;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.ReorganisationId;
import vn.partyregister.organisation.Reorganised;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Uuids;

/** What becomes of targets when organisations are merged, split or end, and that they come back whole. */
@RegisterTest
class PlansMoveAlongTests {
    private static final LocalDate DAY = LocalDate.of(2022, 4, 20);

    @Autowired
    private PlansMoveAlong along;

    @Autowired
    private Plans plans;

    @Autowired
    private Orgs orgs;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private Orgs.Tree tree;
    private PlanId plan;

    /** The base has ten and hands down six and four, which is final. */
    @BeforeEach
    void aPlanHandedDown() {
        tree = orgs.tree();
        plan = plan(LocalDate.of(2022, 12, 31));
        set(tree.eastBase(), "EVERYBODY", 10);
        set(tree.eastCell(), "EVERYBODY", 6);
        set(tree.otherEastCell(), "EVERYBODY", 4);
        plans.set(
                plan,
                List.of(new NewTarget(tree.eastBase(), "EVERYBODY", 10, true)),
                decision(),
                "Chốt",
                Scope.EVERYTHING);
    }

    @Test
    void targetsOfWhatIsMergedAreAddedAndAFinalSplitThatStillFitsStaysFinal() {
        set(tree.eastCell(), "WOMEN", 3);
        set(tree.eastCell(), "SHARE_OF_POPULATION", 400);
        var event = event(Map.of(tree.eastCell(), tree.otherEastCell()), Set.of(), Map.of());
        assertThat(along.foresee(event))
                .extracting(Consequence::key, one -> one.arguments().getFirst())
                .containsExactly(tuple("planning.reorganisation.move", 3));
        var before = all();
        follow(event);
        assertThat(figure(tree.otherEastCell(), "EVERYBODY")).isEqualTo("10");
        assertThat(figure(tree.otherEastCell(), "WOMEN")).isEqualTo("3");
        assertThat(figure(tree.otherEastCell(), "SHARE_OF_POPULATION")).isNull();
        assertThat(figure(tree.eastCell(), "EVERYBODY")).isNull();
        assertThat(figure(tree.eastBase(), "EVERYBODY")).isEqualTo("10 final");
        assertThat(along.restingOn(event)).isEmpty();
        takeBack(event);
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void whereThePlanDoesNotReachNothingIsAddedAndTheSplitIsOpenAgain() {
        var event = event(Map.of(tree.eastCell(), tree.westCell()), Set.of(), Map.of());
        var before = all();
        follow(event);
        assertThat(figure(tree.westCell(), "EVERYBODY")).isNull();
        assertThat(figure(tree.eastCell(), "EVERYBODY")).isNull();
        assertThat(figure(tree.eastBase(), "EVERYBODY")).isEqualTo("10");
        takeBack(event);
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void theTargetOfWhatOnlyEndsEndsWithItAndThatIsSaidBefore() {
        var event = event(Map.of(), Set.of(tree.eastCell()), Map.of());
        assertThat(along.foresee(event))
                .singleElement()
                .returns("planning.reorganisation.end", Consequence::key)
                .returns(Consequence.Weight.WARNS, Consequence::weight);
        follow(event);
        assertThat(figure(tree.eastCell(), "EVERYBODY")).isNull();
        assertThat(figure(tree.eastBase(), "EVERYBODY")).isEqualTo("10");
    }

    @Test
    void whatIsSplitOffBeginsWithoutTargets() {
        var event = event(Map.of(), Set.of(), Map.of(tree.westCell(), tree.eastCell()));
        assertThat(along.foresee(event))
                .singleElement()
                .returns("planning.reorganisation.split", Consequence::key)
                .returns(List.of(1, orgs.name(tree.eastCell()), orgs.name(tree.westCell())), Consequence::arguments);
        var before = all();
        follow(event);
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void aPlanOfWhatEndsStaysAsItIs() {
        var event = event(Map.of(tree.east(), tree.west()), Set.of(), Map.of());
        assertThat(along.foresee(event)).extracting(Consequence::key).containsExactly("planning.reorganisation.plans");
        var before = all();
        follow(event);
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void aPlanThatWasOverTheDayBeforeIsLeftAlone() {
        for (var last : List.of(DAY.minusDays(1), DAY)) {
            plan = plan(last);
            set(tree.eastCell(), "EVERYBODY", 6);
            follow(event(Map.of(), Set.of(tree.eastCell()), Map.of()));
            assertThat(figure(tree.eastCell(), "EVERYBODY"))
                    .as(last.toString())
                    .isEqualTo(last.isBefore(DAY) ? "6" : null);
        }
    }

    @Test
    void aTargetChangedSinceStandsInTheWay() {
        var event = event(Map.of(tree.eastCell(), tree.otherEastCell()), Set.of(), Map.of());
        follow(event);
        plans.set(
                plan,
                List.of(
                        new NewTarget(tree.eastBase(), "EVERYBODY", 11, false),
                        new NewTarget(tree.otherEastCell(), "EVERYBODY", 11, false)),
                decision(),
                "Tăng",
                Scope.EVERYTHING);
        assertThat(along.restingOn(event)).singleElement().matches(Consequence::bars);
    }

    private PlanId plan(LocalDate last) {
        return plans.drawUp(
                new NewPlan(tree.east(), PlanKind.YEAR, "Kế hoạch thử", LocalDate.of(2022, 1, 1), last, decision()),
                Scope.EVERYTHING);
    }

    private void set(OrganisationId organisation, String group, int figure) {
        plans.set(plan, List.of(new NewTarget(organisation, group, figure, false)), null, null, Scope.EVERYTHING);
    }

    private static Decision decision() {
        return new Decision("Huyện ủy thử", System.nanoTime() + "-KH/HU", LocalDate.of(2022, 1, 5), null);
    }

    private void follow(Reorganised event) {
        transaction.executeWithoutResult(_ -> {
            along.hold(event);
            along.follow(event);
        });
    }

    private void takeBack(Reorganised event) {
        transaction.executeWithoutResult(_ -> along.takeBack(event, "Nhầm"));
    }

    private @Nullable String figure(OrganisationId organisation, String group) {
        return all().stream()
                .filter(one -> one.startsWith(organisation + " " + group + " "))
                .map(one -> one.substring((organisation + " " + group + " ").length()))
                .findFirst()
                .orElse(null);
    }

    private List<String> all() {
        return jdbc.sql("""
                        select organisation_id || ' ' || group_code || ' ' || figure || case when closed then ' final' else '' end
                        from planning.target_now where plan_id = ? order by 1
                        """)
                .param(plan.id())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private Map<OrganisationId, String> names(Map<OrganisationId, OrganisationId> splits) {
        return Stream.concat(splits.keySet().stream(), splits.values().stream())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), orgs::name));
    }

    private Reorganised event(
            Map<OrganisationId, OrganisationId> mergers,
            Set<OrganisationId> closed,
            Map<OrganisationId, OrganisationId> splits) {
        var id = Uuids.next();
        jdbc.sql("""
                        insert into organisation.decision (id, issuer_name, number, issued_on)
                        values (:id, 'x', cast(:id as text) || '-QĐ/TU', :day)
                        """).param("id", id).param("day", DAY).update();
        jdbc.sql("""
                        insert into organisation.reorganisation
                            (id, version, organisation_id, name, effective_on, state, drafted_by, changed_by)
                        values (:id, 0, :area, 'Tổ chức lại', :day, 'DRAFT', 'test', 'test')
                        """)
                .param("id", id)
                .param("area", tree.root().id())
                .param("day", DAY)
                .update();
        return new Reorganised(
                new ReorganisationId(id), DAY, mergers, closed, splits, splits.keySet(), Map.of(), names(splits), id);
    }
}

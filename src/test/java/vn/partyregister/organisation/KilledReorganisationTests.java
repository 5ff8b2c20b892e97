package vn.partyregister.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.partyregister.PostgresForTests.Database;
import vn.partyregister.RegisterTest;
import vn.partyregister.platform.Scope;

/** The connection of a reorganisation is ended at any moment: the tree and whoever moves along are as before or as planned. */
@RegisterTest
@NullUnmarked
class KilledReorganisationTests extends ReorganisationDesk {
    private static final int PEOPLE = 12;
    private static final int TRIES = 5;

    /** On a quiet machine the work is often through before anybody pulls. */
    private static final int TRIES_TO_CUT_ONE_OFF = 50;

    @Autowired
    Database database;

    @Autowired
    DataSource source;

    @Test
    void whereverItIsCutOffTheTreeIsAsItWasOrAsPlannedAndTheWorkCanBeginAgain() throws Exception {
        var lasts = Long.MAX_VALUE;
        for (var warm = 0; warm < 3; warm++) {
            var uninterrupted = drafted();
            begin(uninterrupted);
            var begun = System.nanoTime();
            run.work(uninterrupted);
            lasts = Math.min(lasts, System.nanoTime() - begun);
            requireAllOrNothing(uninterrupted, List.of());
        }
        var random = new Random(20220415);
        var cutOff = 0;
        try (var plug = database.plug(source)) {
            for (var attempt = 0; attempt < TRIES || cutOff == 0 && attempt < TRIES_TO_CUT_ONE_OFF; attempt++) {
                var id = drafted();
                var before = state();
                begin(id);
                var after = attempt % 3 == 0 ? Duration.ZERO : Duration.ofNanos((long) (random.nextDouble() * lasts));
                cutOff += plug.during(() -> run.work(id), "organisation", after) ? 1 : 0;
                requireAllOrNothing(id, before);
                if (state(id) == ReorganisationState.DRAFT) {
                    begin(id);
                    run.work(id);
                }
                assertThat(state(id)).isEqualTo(ReorganisationState.APPLIED);
                requireAllOrNothing(id, before);
            }
        }
        assertThat(cutOff).isPositive();
    }

    /** A cell with its members goes into the other; the base that is left with one cell goes below the west. */
    private ReorganisationId drafted() {
        place = orgs.tree();
        for (var number = 0; number < PEOPLE; number++) {
            people.add(place.eastCell(), person -> person);
        }
        return draft(Step.merge(place.eastCell(), place.otherEastCell()), Step.move(place.eastBase(), place.west()));
    }

    private void begin(ReorganisationId id) {
        begin(id, ReorganisationState.APPLYING);
    }

    private ReorganisationState state(ReorganisationId id) {
        return reorganisations.get(id, Scope.EVERYTHING).state();
    }

    private void requireAllOrNothing(ReorganisationId id, List<String> before) {
        var applied = state(id) == ReorganisationState.APPLIED;
        assertThat(state(id)).isIn(ReorganisationState.APPLIED, ReorganisationState.DRAFT);
        assertThat(
                        count(
                                "select count(*) from membership.movement where kind = 'REASSIGNED' and to_organisation_id = :to"))
                .isEqualTo(applied ? PEOPLE : 0);
        assertThat(
                        count(
                                "select count(*) from membership.standing where organisation_id = :to and valid @> date '2022-04-15'"))
                .isEqualTo(applied ? PEOPLE : 0);
        assertThat(count("""
                        select count(*) from organisation.ancestry
                        where ancestor_id = :west and descendant_id = :to and valid @> date '2022-04-15'
                        """)).isEqualTo(applied ? 1 : 0);
        assertThat(count("select count(*) from membership.headcount_out_of_step where organisation_id in (:from, :to)"))
                .isZero();
        if (!applied) {
            assertThat(state()).isEqualTo(before);
        }
    }

    private int count(String sql) {
        return jdbc.sql(sql)
                .param("from", place.eastCell().id())
                .param("to", place.otherEastCell().id())
                .param("west", place.west().id())
                .query(Integer.class)
                .single();
    }
}

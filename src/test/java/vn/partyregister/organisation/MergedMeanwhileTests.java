package vn.partyregister.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.Act;
import vn.partyregister.membership.MovementKind;
import vn.partyregister.membership.Movements;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.Scope;

/**
 * Seven clerks move members into and out of a cell, and an eighth renames it and has it go into another meanwhile: what was
 * accepted stands, nobody is left behind, and nobody meets a deadlock.
 */
@RegisterTest
@NullUnmarked
class MergedMeanwhileTests {
    private static final LocalDate TODAY = LocalDate.of(2022, 4, 30);
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);
    private static final int MOVING = 7;
    private static final int ACTS = 20;
    private static final int MEMBERS = 14;

    @Autowired
    Movements movements;

    @Autowired
    Organisations organisations;

    @Autowired
    OrganisationTree organisationTree;

    @Autowired
    Reorganisations reorganisations;

    @Autowired
    Changes changes;

    @Autowired
    ReorganisationStore store;

    @Autowired
    ReorganisationRun run;

    @Autowired
    Orgs orgs;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger numbers = new AtomicInteger();
    private final CountDownLatch halfWay = new CountDownLatch(MOVING * ACTS / 2);
    private Orgs.Tree tree;
    private List<MemberId> members;

    @Test
    void nobodyStaysInACellThatWentIntoAnotherMeanwhile() throws Exception {
        tree = orgs.tree();
        members = IntStream.range(0, MEMBERS)
                .mapToObj(number -> people.add(number % 2 == 0 ? tree.eastCell() : tree.westCell(), person -> person))
                .toList();
        var work = new ArrayList<Callable<@Nullable Void>>();
        IntStream.range(0, MOVING).forEach(clerk -> work.add(() -> move(new Random(clerk))));
        work.add(this::renameAndMerge);
        try (var clerks = Executors.newFixedThreadPool(work.size())) {
            for (var one : clerks.invokeAll(work)) {
                one.get(2, TimeUnit.MINUTES);
            }
        }
        assertThat(count("""
                        select count(*) from membership.standing where member_id = any(:members)
                        and organisation_id = :cell and valid @> date '2022-04-30'
                        """)).as("left behind").isZero();
        assertThat(
                        count(
                                "select count(*) from membership.standing where member_id = any(:members) and upper_inf(valid)"))
                .isEqualTo(MEMBERS);
        assertThat(
                        count(
                                "select count(*) from membership.told where member_id = any(:members) and kind = 'TRANSFERRED'"))
                .isEqualTo(accepted.get());
        assertThat(accepted.get()).isGreaterThan(ACTS);
        assertThat(count("select count(*) from membership.standing_out_of_step where member_id = any(:members)"))
                .isZero();
        assertThat(count("select count(*) from membership.headcount_out_of_step where organisation_id = :cell"))
                .isZero();
    }

    private @Nullable Void move(Random random) {
        for (var act = 0; act < ACTS; act++) {
            var to = List.of(tree.eastCell(), tree.otherEastCell(), tree.westCell())
                    .get(random.nextInt(3));
            try {
                movements.record(
                        members.get(random.nextInt(MEMBERS)),
                        new Act(MovementKind.TRANSFERRED, YESTERDAY, to, null, "WORK", null, decision(), null),
                        Scope.EVERYTHING);
                accepted.incrementAndGet();
            } catch (Refusal refused) {
                assertThat(refused.key()).isNotEmpty();
            }
            halfWay.countDown();
        }
        return null;
    }

    private @Nullable Void renameAndMerge() throws InterruptedException {
        assertThat(halfWay.await(1, TimeUnit.MINUTES)).isTrue();
        var cell = tree.eastCell();
        organisations.rename(
                cell,
                organisationTree.get(cell, Scope.EVERYTHING, TODAY).revision(),
                "Chi bộ sắp nhập " + cell,
                YESTERDAY,
                decision(),
                Scope.EVERYTHING);
        var id = reorganisations.draft(
                tree.root(), new Outline("Nhập giữa lúc chuyển", TODAY, decision()), Scope.EVERYTHING);
        reorganisations.add(id, 0, List.of(Step.merge(cell, tree.otherEastCell())), Scope.EVERYTHING);
        store.move(reorganisations.get(id, Scope.EVERYTHING), ReorganisationState.APPLYING);
        run.work(id);
        var done = reorganisations.get(id, Scope.EVERYTHING);
        assertThat(done.state())
                .as("%s %s %s", done.stopped(), done.stoppedAt(), barring(id))
                .isEqualTo(ReorganisationState.APPLIED);
        return null;
    }

    private List<String> barring(ReorganisationId id) {
        return changes.preview(id, Scope.EVERYTHING).parts().stream()
                .flatMap(part -> part.lines().stream())
                .filter(Consequence::bars)
                .map(Consequence::key)
                .toList();
    }

    private Decision decision() {
        return new Decision(orgs.name(tree.root()), "%d-QĐ/NGL".formatted(numbers.incrementAndGet()), TODAY, null);
    }

    private int count(String sql) {
        return jdbc.sql(sql)
                .param("members", members.stream().map(MemberId::id).toArray(UUID[]::new))
                .param("cell", tree.eastCell().id())
                .query(Integer.class)
                .single();
    }
}

package vn.partyregister.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.PostgresForTests.Database;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.Decision;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;

/** The connection of a decision about many is ended at any moment: it is written for all or for nobody, and can be written again. */
@RegisterTest
@NullUnmarked
class KilledBulkTests {
    private static final LocalDate TODAY = LocalDate.of(2022, 4, 30);
    private static final int PEOPLE = 40;
    private static final int TRIES = 6;
    private static final AtomicInteger NUMBERS = new AtomicInteger(4000);

    @Autowired
    BulkWorks works;

    @Autowired
    BulkStore store;

    @Autowired
    BulkRun run;

    @Autowired
    Orgs orgs;

    @Autowired
    People people;

    @Autowired
    SignIn signIn;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Database database;

    @Autowired
    DataSource source;

    private Orgs.Tree tree;
    private Scope east;
    private Visitor clerk;

    @BeforeEach
    void aClerk() {
        tree = orgs.tree();
        east = Scope.of(Set.of(tree.east().id()));
        var account = signIn.account(Role.CLERK, tree.east());
        clerk = new Visitor(
                account.id(),
                account.username(),
                account.username(),
                tree.east().id(),
                Map.of(Permission.KEEP_MEMBERS, east));
    }

    @Test
    void whereverItIsCutOffItIsWrittenForAllOrForNobodyAndCanBeWrittenAgain() throws Exception {
        var lasts = Long.MAX_VALUE;
        for (var warm = 0; warm < 3; warm++) {
            var whole = judged();
            asksToWrite(whole.id());
            var begun = System.nanoTime();
            run.work(whole.id());
            lasts = Math.min(lasts, System.nanoTime() - begun);
            assertThat(whole.entries()).isEqualTo(PEOPLE);
        }
        var random = new Random(20220430);
        var cutOff = 0;
        try (var plug = database.plug(source)) {
            for (var attempt = 0; attempt < TRIES; attempt++) {
                var one = judged();
                asksToWrite(one.id());
                var after = attempt % 3 == 0 ? Duration.ZERO : Duration.ofNanos((long) (random.nextDouble() * lasts));
                var killed = plug.during(() -> run.work(one.id()), "membership", after);
                cutOff += killed ? 1 : 0;
                one.requireAllOrNothing();
                if (one.state() == BulkState.JUDGED) {
                    asksToWrite(one.id());
                    run.work(one.id());
                }
                assertThat(one.state()).isEqualTo(BulkState.DONE);
                one.requireAllOrNothing();
            }
        }
        assertThat(cutOff).isPositive();
    }

    private void asksToWrite(BulkWorkId id) {
        transaction.executeWithoutResult(_ -> {
            store.setTask(id, east, PEOPLE);
            store.move(store.get(id), BulkState.WRITING);
        });
    }

    /** Members of one cell, and a decision that moves them to the other. */
    private Moving judged() {
        var members = new ArrayList<MemberId>();
        for (var number = 0; number < PEOPLE; number++) {
            members.add(people.add(tree.eastCell(), person -> person));
        }
        var number = NUMBERS.incrementAndGet() + "-QĐ/HU";
        var work = works.choose("movement", members.stream().map(MemberId::id).toList(), clerk, east);
        var decision = new Decision(orgs.name(tree.east()), number, TODAY, null);
        var terms = new MovingMany(
                MovementKind.TRANSFERRED, TODAY, tree.otherEastCell(), null, "WORK", null, decision, tree.east());
        works.judge(work, terms, east);
        return new Moving(work.id(), members, number);
    }

    /** A decision about many. */
    private final class Moving {
        private final BulkWorkId id;
        private final UUID[] members;
        private final String number;

        private Moving(BulkWorkId id, List<MemberId> members, String number) {
            this.id = id;
            this.members = members.stream().map(MemberId::id).toArray(UUID[]::new);
            this.number = number;
        }

        BulkWorkId id() {
            return id;
        }

        BulkState state() {
            return store.get(id).state();
        }

        int entries() {
            return count(
                    "select count(*) from membership.movement where member_id = any(:members) and kind = 'TRANSFERRED'");
        }

        void requireAllOrNothing() {
            var written = state() == BulkState.DONE ? PEOPLE : 0;
            assertThat(state()).isIn(BulkState.DONE, BulkState.JUDGED);
            assertThat(store.get(id).written()).isEqualTo(written);
            assertThat(entries()).isEqualTo(written);
            assertThat(count("""
                            select count(*) from membership.standing s where s.member_id = any(:members)
                            and s.organisation_id = :to and s.valid @> date '2022-04-30'
                            """)).isEqualTo(written);
            assertThat(count("select count(*) from membership.standing_out_of_step where member_id = any(:members)"))
                    .isZero();
            assertThat(count("""
                            select count(*) from membership.headcount_out_of_step where organisation_id = :to
                            """)).isZero();
            assertThat(
                            count(
                                    "select count(*) from organisation.decision where number = :number and issuer_name = :issuer"))
                    .isEqualTo(written == 0 ? 0 : 1);
            assertThat(count("""
                            select count(*) from audit.entry where act = 'member.moved' and subject_id = any(:members)
                            """)).isEqualTo(written);
            assertThat(count("""
                            select count(*) from membership.bulk_person where work_id = :work and verdict = 'WRITTEN'
                            """)).isEqualTo(written);
        }

        private int count(String sql) {
            return jdbc.sql(sql)
                    .param("members", members)
                    .param("to", tree.otherEastCell().id())
                    .param("number", number)
                    .param("issuer", orgs.name(tree.east()))
                    .param("work", id.id())
                    .query(Integer.class)
                    .single();
        }
    }
}

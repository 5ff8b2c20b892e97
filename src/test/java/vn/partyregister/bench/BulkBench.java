package vn.partyregister.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.partyregister.SampleTest;
import vn.partyregister.membership.BulkState;
import vn.partyregister.membership.BulkWork;
import vn.partyregister.membership.BulkWorkId;
import vn.partyregister.membership.BulkWorks;
import vn.partyregister.membership.Exempting;
import vn.partyregister.membership.ItemValue;
import vn.partyregister.membership.MovementKind;
import vn.partyregister.membership.MovingMany;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;

/** One act for 5,000 members of the sample: chosen, judged, written by its job, and taken back, so that the sample stays. */
@SampleTest
@Tag("bench")
class BulkBench {
    private static final int MEMBERS = 5_000;
    private static final double MOST = 10_000;
    private static final Decision DECISION =
            new Decision("Tỉnh ủy Trà Vinh", "1-QĐ/TU", LocalDate.of(2022, 4, 20), null);

    @Autowired
    BulkWorks works;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private final Report report = new Report("bulk");
    private Visitor clerk;
    private Scope scope;

    /** Whose scope is a condition, as a district's is, although it reaches everybody. */
    @BeforeEach
    void aClerk() {
        var root = jdbc.sql("select id from organisation.organisation where is_root")
                .query(UUID.class)
                .single();
        scope = Scope.of(Set.of(root));
        clerk = new Visitor(
                jdbc.sql("select id from access.account where username = 'clerk'")
                        .query(UUID.class)
                        .single(),
                "clerk",
                "clerk",
                root,
                Map.of(Permission.KEEP_MEMBERS, scope));
    }

    @Test
    void manyAtOnce() {
        var members = jdbc.sql("""
                        select member_id from membership.standing s where upper_inf(valid) and valid @> date '2022-04-29'
                        and not exists (select from membership.exemption e where e.member_id = s.member_id)
                        order by member_id limit :most
                        """)
                .param("most", MEMBERS)
                .query((row, _) -> row.getObject("member_id", UUID.class))
                .list();
        measured(
                "exemption", members, new Exempting("OLD_AND_WEAK", LocalDate.of(2022, 4, 29), null, DECISION, root()));
        measured("item", members, new ItemValue("occupation_detail", "Nghỉ hưu"));
        measured("movement", members, moving(MovementKind.STRUCK_OFF, null, "NO_PARTY_LIFE"));
        measured("movement", members, moving(MovementKind.TRANSFERRED, aCellOfNobody(members), "WORK"));
        floor(members);
    }

    private OrganisationId root() {
        return new OrganisationId(Objects.requireNonNull(clerk.home()));
    }

    private MovingMany moving(MovementKind kind, @Nullable OrganisationId to, String ground) {
        return new MovingMany(
                kind,
                LocalDate.of(2022, 4, 29),
                to,
                null,
                ground,
                null,
                new Decision("Tỉnh ủy Trà Vinh", "2-QĐ/TU", LocalDate.of(2022, 4, 20), null),
                root());
    }

    private OrganisationId aCellOfNobody(List<UUID> members) {
        return jdbc.sql("""
                        select s.organisation_id from membership.standing s where upper_inf(s.valid)
                        group by 1 having not array_agg(s.member_id) && :members order by 1 limit 1
                        """)
                .param("members", members.toArray(UUID[]::new))
                .query((row, _) -> new OrganisationId(row.getObject(1, UUID.class)))
                .single();
    }

    /** What the database itself needs: the journal and its standings by one hand-written statement, which is rolled back. */
    private void floor(List<UUID> members) {
        var begin = System.nanoTime();
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            jdbc.sql("""
                            insert into membership.movement (id, member_id, kind, effective_on, from_organisation_id, ground, recorded_by)
                            select uuidv7(), s.member_id, 'STRUCK_OFF', date '2022-04-29', s.organisation_id, 'NO_PARTY_LIFE', 'bench'
                            from membership.standing s
                            where s.member_id = any(:members) and s.valid @> date '2022-04-29'
                            """).param("members", members.toArray(UUID[]::new)).update();
        });
        report.line(
                "floor: entries of %,d and their standings by hand-written SQL".formatted(members.size()),
                Timing.written(millis(begin, System.nanoTime())),
                "–",
                "–",
                true);
    }

    private void measured(String act, List<UUID> members, Object terms) {
        var begin = System.nanoTime();
        var work = works.choose(act, members, clerk, scope);
        var chosen = System.nanoTime();
        works.judge(work, terms, scope);
        var judged = System.nanoTime();
        var done = written(work.id());
        var end = System.nanoTime();
        told(act, done, begin, chosen, judged, end);
        assertThat(done.written()).isEqualTo(MEMBERS);
        assertThat(millis(begin, end)).isLessThan(MOST);

        var undoBegins = System.nanoTime();
        var undone = written(works.undo(work.id(), clerk, scope));
        told(act + " taken back", undone, undoBegins, undoBegins, undoBegins, System.nanoTime());
        assertThat(undone.written()).isEqualTo(done.written());
    }

    private BulkWork written(BulkWorkId id) {
        works.write(id, clerk, scope);
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> works.get(id, clerk, scope).state() != BulkState.WRITING);
        var work = works.get(id, clerk, scope);
        assertThat(work.state()).isEqualTo(BulkState.DONE);
        return work;
    }

    private void told(String act, BulkWork work, long begin, long chosen, long judged, long end) {
        report.line(
                "%s, written for %,d of %,d".formatted(act, work.written(), work.chosen()),
                "%s: chosen %s, judged %s, written %s"
                        .formatted(
                                Timing.written(millis(begin, end)),
                                Timing.written(millis(begin, chosen)),
                                Timing.written(millis(chosen, judged)),
                                Timing.written(millis(judged, end))),
                "–",
                "≤ 10 s",
                millis(begin, end) <= MOST);
    }

    private static double millis(long from, long to) {
        return (to - from) / 1e6;
    }
}

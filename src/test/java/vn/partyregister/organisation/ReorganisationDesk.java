package vn.partyregister.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.partyregister.Orgs;
import vn.partyregister.Orgs.Tree;
import vn.partyregister.People;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;

/** Where the tests of reorganisations begin: a tree, and what is drafted, carried out and taken back in it. */
@NullUnmarked
abstract class ReorganisationDesk {
    static final LocalDate DAY = LocalDate.of(2022, 4, 15);
    static final AtomicInteger NUMBERS = new AtomicInteger();

    @Autowired
    Reorganisations reorganisations;

    @Autowired
    Changes changes;

    @Autowired
    ReorganisationStore store;

    @Autowired
    ReorganisationRun run;

    @Autowired
    OrganisationTree tree;

    @Autowired
    Organisations organisations;

    @Autowired
    Orgs orgs;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    Tree place;

    @BeforeEach
    void aTree() {
        place = orgs.tree();
    }

    ReorganisationId draft(Step... steps) {
        var id = reorganisations.draft(place.root(), outline(), Scope.EVERYTHING);
        reorganisations.add(id, 0, List.of(steps), Scope.EVERYTHING);
        return id;
    }

    Reorganisation carriedOut(Step... steps) {
        var id = draft(steps);
        apply(id);
        var done = reorganisations.get(id, Scope.EVERYTHING);
        assertThat(done.state())
                .as("%s %s %s", done.stopped(), done.stoppedAt(), done.isDraft() ? barring(id) : "")
                .isEqualTo(ReorganisationState.APPLIED);
        return done;
    }

    void apply(ReorganisationId id) {
        begin(id, ReorganisationState.APPLYING);
        run.work(id);
    }

    void takeBack(ReorganisationId id, String reason) {
        store.giveReason(id, reason);
        begin(id, ReorganisationState.REVERSING);
        run.work(id);
    }

    /** As if a job were planned: here the test itself is the job. */
    void begin(ReorganisationId id, ReorganisationState state) {
        store.move(reorganisations.get(id, Scope.EVERYTHING), state);
    }

    static Outline outline() {
        return new Outline("Sắp xếp thử", DAY, decision());
    }

    static Decision decision() {
        return new Decision(
                "Ban Tổ chức Tỉnh ủy", NUMBERS.incrementAndGet() + "-QĐ/TU", LocalDate.of(2022, 4, 1), null);
    }

    List<Consequence> barring(ReorganisationId id) {
        return changes.preview(id, Scope.EVERYTHING).parts().stream()
                .flatMap(part -> part.lines().stream())
                .filter(Consequence::bars)
                .toList();
    }

    UUID standsIn(MemberId member, LocalDate day) {
        return jdbc.sql("select organisation_id from membership.standing where member_id = ? and valid @> ?")
                .params(member.id(), day)
                .query(UUID.class)
                .single();
    }

    List<String> movements(MemberId member) {
        return jdbc.sql("""
                        select kind || case when reverses is null then '' else ' back' end from membership.movement
                        where member_id = ? order by effective_on, recorded
                        """)
                .param(member.id())
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** The tree with all that hangs on it, below the two districts of this test. */
    List<String> state() {
        return jdbc.sql("""
                        with own as (select distinct descendant_id as id from organisation.ancestry
                            where ancestor_id in (:east, :west))
                        select 'version ' || organisation_id || valid || name || type || coalesce(kind, '') || parent_id
                        from organisation.organisation_version where organisation_id in (select id from own)
                        union all
                        select 'line ' || ancestor_id || descendant_id || valid || depth from organisation.ancestry
                        where descendant_id in (select id from own)
                        union all
                        select 'closing ' || organisation_id || last_day from organisation.closing
                        where organisation_id in (select id from own)
                        union all
                        select 'standing ' || member_id || organisation_id || status || valid from membership.standing
                        where organisation_id in (select id from own)
                        union all
                        select 'heads ' || organisation_id || status || day || change from membership.headcount
                        where organisation_id in (select id from own) and change <> 0
                        order by 1
                        """)
                .param("east", place.east().id())
                .param("west", place.west().id())
                .query((row, _) -> row.getString(1))
                .list();
    }

    static void refused(String key, ThrowingCallable act) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(act).returns(key, RuleBroken::key);
    }
}

package vn.partyregister.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Changed;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.organisation.Foresight.Foreseen;
import vn.partyregister.organisation.ReorganisationStore.NumberedStep;
import vn.partyregister.platform.Refusal.RuleBroken;

/**
 * Carries a reorganisation out, or takes it back: the tree and the rows of every module, in the one transaction of its
 * caller. Cut off at any moment, nothing of it is there.
 */
@Component
class Enactment {
    private static final int JUDGED = 20;
    private static final int TREE_MADE = 50;
    private static final int ALL_FOLLOWED = 95;

    private final JdbcClient jdbc;
    private final OrganisationStore organisations;
    private final ReorganisationStore store;
    private final Foresight foresight;
    private final TreeChange tree;
    private final TreeAtRest rest;
    private final Decisions decisions;
    private final ObjectProvider<FollowsReorganisation> followers;
    private final AuditTrail trail;

    Enactment(
            JdbcClient jdbc,
            OrganisationStore organisations,
            ReorganisationStore store,
            Foresight foresight,
            TreeChange tree,
            TreeAtRest rest,
            Decisions decisions,
            ObjectProvider<FollowsReorganisation> followers,
            AuditTrail trail) {
        this.jdbc = jdbc;
        this.organisations = organisations;
        this.store = store;
        this.foresight = foresight;
        this.tree = tree;
        this.rest = rest;
        this.decisions = decisions;
        this.followers = followers;
        this.trail = trail;
    }

    /** Carries it out, judged anew by what stands now. */
    @Transactional(propagation = Propagation.MANDATORY)
    void enact(Reorganisation reorganisation) {
        organisations.lockTree();
        if (store.hasGoneOn(reorganisation)) {
            return;
        }
        var foreseen = foresight.foresee(
                reorganisation,
                store.steps(reorganisation.key()).stream()
                        .map(NumberedStep::step)
                        .toList());
        requireNothingInTheWay(foreseen.barring(), "organisation.plan.barred");
        store.tell(reorganisation, JUDGED);
        var event = foreseen.event().by(decisions.note(decision(reorganisation), reorganisation.area()));
        followers.orderedStream().forEach(follower -> follower.hold(event));
        tree.make(foreseen.plan(), foreseen.census(), event);
        store.tell(reorganisation, TREE_MADE);
        followers.orderedStream().forEach(follower -> follower.follow(event));
        store.tell(reorganisation, ALL_FOLLOWED);
        writeDown(reorganisation, foreseen);
        store.finish(reorganisation, event.decided());
    }

    /** Takes it back whole. */
    @Transactional(propagation = Propagation.MANDATORY)
    void takeBack(Reorganisation reorganisation, String reason) {
        organisations.lockTree();
        if (store.hasGoneOn(reorganisation)) {
            return;
        }
        var event = event(reorganisation);
        requireNothingInTheWay(resting(event), "organisation.plan.rests");
        store.tell(reorganisation, JUDGED);
        followers.orderedStream().forEach(follower -> follower.hold(event));
        tree.takeBack(event);
        store.tell(reorganisation, TREE_MADE);
        followers.orderedStream().forEach(follower -> follower.takeBack(event, reason));
        trail.changed("reorganisation.taken-back", subject(reorganisation), null, Map.of("reason", reason));
        store.finishReversal(reorganisation);
    }

    /** What rests on it by now. */
    List<Consequence> resting(Reorganised event) {
        var found = rest.on(event);
        followers.orderedStream().forEach(follower -> found.addAll(follower.restingOn(event)));
        return found;
    }

    /** The event as it was when it was carried out. */
    Reorganised event(Reorganisation reorganisation) {
        var id = reorganisation.id();
        var mergers = succession(id, "MERGED");
        var names = jdbc
                .sql("""
                        select organisation_id, coalesce(after_name, before_name) as name
                        from organisation.reorganised where reorganisation_id = :id
                        """)
                .param("id", id)
                .query((row, _) -> Map.entry(
                        new OrganisationId(row.getObject("organisation_id", UUID.class)), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var ended = lines(id, "after_name is null");
        ended.removeAll(mergers.keySet());
        var splits = succession(id, "SPLIT");
        return new Reorganised(
                reorganisation.key(),
                reorganisation.effectiveOn(),
                mergers,
                Set.copyOf(ended),
                splits,
                Set.copyOf(lines(id, "before_name is null")),
                Map.of(),
                names,
                reorganisation.decisionId());
    }

    private Map<OrganisationId, OrganisationId> succession(UUID id, String manner) {
        return jdbc
                .sql("""
                        select case manner when 'MERGED' then predecessor_id else successor_id end as one,
                            case manner when 'MERGED' then successor_id else predecessor_id end as other
                        from organisation.succession where reorganisation_id = :id and manner = :manner
                        """)
                .param("id", id)
                .param("manner", manner)
                .query((row, _) -> Map.entry(
                        new OrganisationId(row.getObject("one", UUID.class)),
                        new OrganisationId(row.getObject("other", UUID.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private ArrayList<OrganisationId> lines(UUID id, String which) {
        return new ArrayList<>(
                jdbc.sql("select organisation_id from organisation.reorganised where reorganisation_id = :id and "
                                + which)
                        .param("id", id)
                        .query((row, _) -> new OrganisationId(row.getObject("organisation_id", UUID.class)))
                        .list());
    }

    private static void requireNothingInTheWay(List<Consequence> barring, String key) {
        if (!barring.isEmpty()) {
            throw new RuleBroken(key, barring.size());
        }
    }

    private static Decision decision(Reorganisation reorganisation) {
        var decision = reorganisation.decision();
        if (decision == null) {
            throw new RuleBroken("organisation.plan.no-decision");
        }
        return decision;
    }

    private void writeDown(Reorganisation reorganisation, Foreseen foreseen) {
        var decision = decision(reorganisation);
        trail.changed(
                "reorganisation.carried-out",
                subject(reorganisation),
                null,
                Map.of(
                        "name", reorganisation.name(),
                        "on", reorganisation.effectiveOn(),
                        "decision", decision,
                        "organisations", foreseen.plan().lines().size()));
        trail.changedAll(
                "organisation.reorganised",
                "organisation",
                foreseen.plan().lines().stream()
                        .map(line -> new Changed(line.id().id(), line.id().id(), line.before(), line.after()))
                        .toList());
    }

    static Subject subject(Reorganisation reorganisation) {
        return new Subject("reorganisation", reorganisation.id(), reorganisation.organisationId());
    }
}

package vn.partyregister.organisation;

import static org.mockito.Mockito.mock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.platform.Remembered;
import vn.partyregister.platform.Scope;
import vn.partyregister.reference.Rulebook;

/** Reorganisations on a bare database: the tree, and members who move along, without the rest of the program. */
@NullMarked
public final class Reorganising {
    private static final Scope ALL = Scope.EVERYTHING;

    private final ReorganisationStore store;
    private final Enactment enactment;
    private final Foresight foresight;
    private final Ancestry ancestry;
    private final LocalDate today;
    private int numbers;

    private Reorganising(AnnotationConfigApplicationContext context, LocalDate today) {
        this.store = context.getBean(ReorganisationStore.class);
        this.enactment = context.getBean(Enactment.class);
        this.foresight = context.getBean(Foresight.class);
        this.ancestry = context.getBean(Ancestry.class);
        this.today = today;
    }

    /** @param followers more of those that have a say in a reorganisation */
    public static Reorganising on(JdbcClient jdbc, LocalDate today, Class<?>... followers) {
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(AuditTrail.class, () -> mock(AuditTrail.class));
        context.register(
                Rulebook.class,
                Remembered.class,
                OrganisationLists.class,
                PermittedPairs.class,
                PlanJudgement.class,
                Soundness.class,
                Foresight.class,
                ActJournal.class,
                TreeChange.class,
                TreeAtRest.class,
                Ancestry.class,
                OrganisationCodes.class,
                TreeLock.class,
                OrganisationStore.class,
                ReorganisationStore.class,
                Decisions.class,
                Enactment.class,
                ofMembership("Headcounts"),
                ofMembership("MembersMoveAlong"));
        context.register(followers);
        context.refresh();
        return new Reorganising(context, today);
    }

    private static Class<?> ofMembership(String name) {
        try {
            return Class.forName("vn.partyregister.membership." + name);
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }

    /** A draft with as many of the steps as nothing stands in the way of, one after the other. */
    public ReorganisationId draft(OrganisationId root, LocalDate day, List<List<Step>> wishes) {
        numbers++;
        var id = ReorganisationId.next();
        var decision = new Decision("Tỉnh ủy Thử", numbers + "-QĐ/TU", day, null);
        store.insert(id, root, new Outline("Thử " + numbers, day, decision));
        var steps = new ArrayList<Step>();
        for (var wish : wishes) {
            var more = new ArrayList<>(steps);
            more.addAll(wish);
            var keys = more.stream()
                    .map(step -> step.act() + " " + step.organisation())
                    .toList();
            if (keys.stream().distinct().count() == keys.size()
                    && wish.stream().noneMatch(step -> step.organisation().equals(step.target()))
                    && foresight
                            .foresee(store.get(id, ALL, today), more)
                            .barring()
                            .isEmpty()) {
                store.add(id, wish);
                steps.addAll(wish);
            }
        }
        return id;
    }

    /** What it does, as far as nothing stood in the way. */
    public List<Step> steps(ReorganisationId id) {
        return store.steps(id).stream()
                .map(ReorganisationStore.NumberedStep::step)
                .toList();
    }

    /** Carries it out, if it can be. */
    public boolean carryOut(ReorganisationId id) {
        if (!foresight.foresee(store.get(id, ALL, today), steps(id)).barring().isEmpty()) {
            return false;
        }
        store.move(store.get(id, ALL, today), ReorganisationState.APPLYING);
        enactment.enact(store.get(id, ALL, today));
        return true;
    }

    /** Takes it back, if nothing rests on it. */
    public boolean takeBack(ReorganisationId id) {
        var done = store.get(id, ALL, today);
        if (!enactment.resting(enactment.event(done)).isEmpty()) {
            return false;
        }
        store.giveReason(id, "Thử");
        store.move(done, ReorganisationState.REVERSING);
        enactment.takeBack(store.get(id, ALL, today), "Thử");
        return true;
    }

    /** Makes the closure anew from the versions alone. */
    public void rebuildClosure() {
        ancestry.rebuild();
    }
}

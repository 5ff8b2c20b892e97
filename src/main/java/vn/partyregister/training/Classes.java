package vn.partyregister.training;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Refusal.NotReadable;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.reference.CodeLists;

/** Classes are planned, planned anew and cancelled by the committees that hold them, within a scope. */
@Service
@Transactional
public class Classes {
    static final String AUDIENCE = "class-audience";

    private final TrainingClassRepository classes;
    private final OrganisationTree tree;
    private final CodeLists codes;
    private final BusinessDay businessDay;
    private final AuditTrail audit;
    private final JdbcClient jdbc;

    Classes(
            TrainingClassRepository classes,
            OrganisationTree tree,
            CodeLists codes,
            BusinessDay businessDay,
            AuditTrail audit,
            JdbcClient jdbc) {
        this.classes = classes;
        this.tree = tree;
        this.codes = codes;
        this.businessDay = businessDay;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    public TrainingClassId plan(NewClass told, Scope scope) {
        tree.get(told.organisation(), scope, businessDay.today());
        var planned = TrainingClass.plan(told, Author.current().username());
        requireSound(told);
        classes.saveAndFlush(planned);
        note("training.planned", planned, null, told);
        return planned.id();
    }

    public void replan(TrainingClassId id, NewClass told, Scope scope) {
        var planned = hold(id, scope);
        var before = planned.planned();
        planned.replan(told);
        requireSound(told);
        if (isCertified(id)
                && (!before.fromOn().equals(told.fromOn()) || !before.toOn().equals(told.toOn()))) {
            throw new RuleBroken("training.days-are-certified");
        }
        classes.saveAndFlush(planned);
        note("training.replanned", planned, before, planned.planned());
    }

    public void cancel(TrainingClassId id, String why, Scope scope) {
        var cancelled = hold(id, scope).cancel(why, Author.current().username(), businessDay.today());
        if (isCertified(id)) {
            throw new RuleBroken("training.certified-already");
        }
        classes.saveAndFlush(cancelled);
        note("training.class-cancelled", cancelled, null, Map.of("why", why));
    }

    /** A class, held until the transaction ends; whoever sees some of its participants alone does not lead it. */
    TrainingClass hold(TrainingClassId id, Scope scope) {
        var held = classes.hold(id);
        if (tree.find(held.organisation(), scope, businessDay.today()).isEmpty()) {
            throw new NotFound("training.unknown");
        }
        return held;
    }

    /** Noted under the class, whatever part of it is changed. */
    void note(String act, TrainingClass changed, @Nullable Object before, Object after) {
        audit.changed(
                act,
                new Subject("class", changed.id().id(), changed.organisation().id()),
                before,
                after);
    }

    private void requireSound(NewClass told) {
        if (!codes.has(AUDIENCE, told.audience())) {
            throw new NotReadable("training.unknown-audience");
        }
        if (tree.name(told.organisation(), told.fromOn()).isEmpty()) {
            throw new RuleBroken("training.organiser-not-there", Dates.write(told.fromOn()));
        }
    }

    private boolean isCertified(TrainingClassId id) {
        return jdbc.sql("""
                        select exists (select from training.attendance
                            where class_id = :class and certificate_id is not null)
                        """).param("class", id.id()).query(Boolean.class).single();
    }
}

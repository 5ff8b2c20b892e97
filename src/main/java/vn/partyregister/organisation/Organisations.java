package vn.partyregister.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.VietnameseText;

/**
 * The acts that change the tree. Each has its decision and makes a new version from a day on; the revision is the one
 * the page showed, so that two people do not undo each other's work.
 */
@Service
@Transactional
public class Organisations {
    private final OrganisationStore store;
    private final PermittedPairs pairs;
    private final OrganisationLists lists;
    private final Decisions decisions;
    private final BusinessDay businessDay;
    private final AuditTrail trail;
    private final ObjectProvider<WhoStandsHere> standing;

    Organisations(
            OrganisationStore store,
            PermittedPairs pairs,
            OrganisationLists lists,
            Decisions decisions,
            BusinessDay businessDay,
            AuditTrail trail,
            ObjectProvider<WhoStandsHere> standing) {
        this.store = store;
        this.pairs = pairs;
        this.lists = lists;
        this.decisions = decisions;
        this.businessDay = businessDay;
        this.trail = trail;
        this.standing = standing;
    }

    /** Thành lập. */
    public OrganisationId found(Founding founding, Decision decision, Scope scope) {
        store.lockTree();
        requireNotInFuture(founding.day());
        requireType(founding.type(), founding.day());
        requireKind(founding.kind(), founding.day());
        var first = new Version(
                founding.day(),
                null,
                VietnameseText.tidy(founding.name()),
                founding.type(),
                founding.kind(),
                founding.parent(),
                Act.FOUNDED);
        if (founding.parent() == null) {
            requireNoRoot(scope);
        } else {
            requirePlace(first, founding.parent(), null, scope);
        }
        var code = founding.code() == null ? null : VietnameseText.tidy(founding.code());
        if (code != null && store.isTaken(code, founding.day())) {
            throw new RuleBroken("organisation.code-taken", code);
        }
        var id = OrganisationId.next();
        store.insert(id, first, code, decisions.note(decision));
        trail.changed("organisation.founded", subject(id), null, Written.of(first, decision));
        return id;
    }

    /** Đổi tên. */
    public void rename(OrganisationId id, int revision, String name, LocalDate day, Decision decision, Scope scope) {
        var organisation = open(id, revision, day, scope);
        var next = organisation.rename(VietnameseText.tidy(name), day);
        if (store.hasSiblingNamed(next.parent(), next.name(), day, id)) {
            throw new RuleBroken("organisation.name-taken", next.name());
        }
        save("organisation.renamed", organisation, next, decision);
    }

    /** Chuyển sang trực thuộc tổ chức khác. */
    public void move(
            OrganisationId id, int revision, OrganisationId parent, LocalDate day, Decision decision, Scope scope) {
        var organisation = open(id, revision, day, scope);
        var next = organisation.moveUnder(parent, day);
        if (id.equals(parent) || store.isBelow(parent, id, day)) {
            throw new RuleBroken("organisation.parent-in-circle", next.name());
        }
        requirePlace(next, parent, id, scope);
        save("organisation.moved", organisation, next, decision);
    }

    /** Chuyển đổi loại tổ chức. */
    public void changeType(
            OrganisationId id, int revision, String type, LocalDate day, Decision decision, Scope scope) {
        var organisation = open(id, revision, day, scope);
        requireType(type, day);
        requireKind(organisation.last().kind(), day);
        var next = organisation.changeType(type, day);
        if (next.parent() != null) {
            pairs.require(store.typeOn(next.parent(), day), type, day);
        }
        store.typesBelow(id, day).forEach(below -> pairs.require(type, below, day));
        save("organisation.type-changed", organisation, next, decision);
    }

    /** Đổi loại hình cơ sở. */
    public void changeKind(
            OrganisationId id, int revision, @Nullable String kind, LocalDate day, Decision decision, Scope scope) {
        var organisation = open(id, revision, day, scope);
        requireKind(kind, day);
        save("organisation.kind-changed", organisation, organisation.changeKind(kind, day), decision);
    }

    /** Kết thúc hoạt động. */
    public void close(OrganisationId id, int revision, LocalDate lastDay, Decision decision, Scope scope) {
        var organisation = open(id, revision, lastDay, scope);
        var closed = organisation.close(lastDay);
        if (store.hasChildren(id, lastDay.plusDays(1))) {
            throw new RuleBroken("organisation.closing-with-children", closed.name());
        }
        if (standing.stream()
                .anyMatch(who -> !who.occupied(List.of(id), lastDay.plusDays(1)).isEmpty())) {
            throw new RuleBroken("organisation.closing-with-members", closed.name());
        }
        store.close(organisation, lastDay, decisions.note(decision));
        trail.changed(
                "organisation.closed",
                subject(id),
                Written.of(organisation.last(), null),
                Written.of(closed, decision));
    }

    private Organisation open(OrganisationId id, int revision, LocalDate day, Scope scope) {
        store.lockTree();
        var organisation = store.get(id, scope, businessDay.today());
        if (organisation.revision() != revision) {
            throw new ObjectOptimisticLockingFailureException(Organisation.class, id.id());
        }
        requireNotInFuture(day);
        return organisation;
    }

    private void save(String act, Organisation organisation, Version next, Decision decision) {
        store.save(organisation, next, decisions.note(decision));
        trail.changed(
                act, subject(organisation.id()), Written.of(organisation.last(), null), Written.of(next, decision));
    }

    /** A parent that was there on the day and still is, that may hold this type, and has no other child of that name. */
    private void requirePlace(Version next, OrganisationId parentId, @Nullable OrganisationId id, Scope scope) {
        var parent = store.get(parentId, scope, businessDay.today());
        if (parent.last().until() != null || store.firstDay(parentId).isAfter(next.from())) {
            throw new RuleBroken("organisation.parent-not-there", parent.last().name(), Dates.write(next.from()));
        }
        pairs.require(store.typeOn(parentId, next.from()), next.type(), next.from());
        if (store.hasSiblingNamed(parentId, next.name(), next.from(), id)) {
            throw new RuleBroken("organisation.name-taken", next.name());
        }
    }

    private void requireNoRoot(Scope scope) {
        if (store.hasRoot() || !scope.everything()) {
            throw new RuleBroken("organisation.root-stands");
        }
    }

    private void requireNotInFuture(LocalDate day) {
        if (day.isAfter(businessDay.today())) {
            throw new RuleBroken("organisation.day-in-future", Dates.write(day));
        }
    }

    private void requireType(String type, LocalDate day) {
        if (!lists.knowsType(type)) {
            throw new NotFound("organisation.unknown-type");
        }
        if (!lists.hasType(type, day)) {
            throw new RuleBroken(
                    pairs.ofType(type, day), "organisation.type-not-there", lists.type(type), Dates.write(day));
        }
    }

    private void requireKind(@Nullable String kind, LocalDate day) {
        if (!lists.knowsKind(kind)) {
            throw new NotFound("organisation.unknown-kind");
        }
        if (kind != null && !lists.hasKind(kind, day)) {
            throw new RuleBroken(
                    pairs.ofKind(kind, day), "organisation.kind-not-there", lists.kind(kind), Dates.write(day));
        }
    }

    private static Subject subject(OrganisationId id) {
        return new Subject("organisation", id.id(), id.id());
    }

    /** A version as the trail keeps it. */
    private record Written(
            LocalDate from,
            @Nullable LocalDate until,
            String name,
            String type,
            @Nullable String kind,
            @Nullable UUID parent,
            @Nullable Decision decision) {
        static Written of(Version version, @Nullable Decision decision) {
            var parent = version.parent();
            return new Written(
                    version.from(),
                    version.until(),
                    version.name(),
                    version.type(),
                    version.kind(),
                    parent == null ? null : parent.id(),
                    decision);
        }
    }
}

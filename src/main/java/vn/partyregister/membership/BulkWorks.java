package vn.partyregister.membership;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.partyregister.membership.ClosedPeriods.ClosedPeriod;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.ManyRows;
import vn.partyregister.platform.PlannedJobs;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;

/** One act for many people: chosen, judged, looked at, and then written by a job, or let go; and taken back. */
@Service
@Transactional
public class BulkWorks {
    private final BulkActs acts;
    private final BulkStore works;
    private final BulkPeople people;
    private final BulkDesk desk;
    private final PlannedJobs jobs;
    private final BusinessDay businessDay;
    private final ManyRows manyRows;
    private final JsonMapper json;
    private final BulkProperties bulk;

    BulkWorks(
            BulkActs acts,
            BulkStore works,
            BulkPeople people,
            BulkDesk desk,
            PlannedJobs jobs,
            BusinessDay businessDay,
            ManyRows manyRows,
            JsonMapper json,
            BulkProperties bulk) {
        this.acts = acts;
        this.works = works;
        this.people = people;
        this.desk = desk;
        this.jobs = jobs;
        this.businessDay = businessDay;
        this.manyRows = manyRows;
        this.json = json;
        this.bulk = bulk;
    }

    /** What can be done for many; every page of the list asks, and no transaction is begun for it. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<String> acts() {
        return acts.keys();
    }

    /** Chooses people one by one; whom the scope does not reach is not chosen. */
    public BulkWork choose(String act, Collection<UUID> members, Visitor visitor, Scope scope) {
        return choose(act, visitor, scope, work -> people.choose(work, members, scope, businessDay.today()));
    }

    /** Chooses all whom a list shows within the scope. */
    public BulkWork choose(String act, MemberFilter filter, Visitor visitor, Scope scope) {
        return choose(act, visitor, scope, work -> people.choose(work, filter, scope));
    }

    private BulkWork choose(String act, Visitor visitor, Scope scope, ToIntFunction<BulkWorkId> choosing) {
        works.letGoOfForgotten(visitor);
        var id = works.add(acts.get(act).key(), null, visitor, scope);
        manyRows.follow();
        var chosen = choosing.applyAsInt(id);
        if (chosen == 0) {
            throw new RuleBroken("membership.bulk.nobody");
        }
        if (chosen > bulk.most()) {
            throw new RuleBroken("membership.bulk.too-many", chosen, bulk.most());
        }
        works.setChosen(id, chosen);
        return works.get(id);
    }

    /** A work of the visitor's own, or of a clerk whose right lies within the reader's. */
    @Transactional(readOnly = true)
    public BulkWork get(BulkWorkId id, Visitor visitor, Scope scope) {
        return works.get(id, visitor, scope);
    }

    /** A work whose terms can still be said: nothing of it is written. */
    @Transactional(readOnly = true)
    public BulkWork open(BulkWorkId id, String act, Visitor visitor, Scope scope) {
        var work = own(id, visitor, scope);
        if (!work.act().equals(act)
                || work.isUndoing()
                || work.written() > 0
                || !work.state().leadsTo(BulkState.JUDGED)) {
            throw new RuleBroken("membership.bulk.not-now");
        }
        return work;
    }

    /** The terms of a work; null where none are said yet. */
    @Transactional(readOnly = true)
    public <T> @Nullable T terms(BulkWork work, Class<T> type) {
        return work.terms() == null ? null : json.readValue(work.terms(), type);
    }

    /** Where those of a work belong whom the scope reaches today. */
    @Transactional(readOnly = true)
    public List<OrganisationId> organisations(BulkWork work, Scope scope) {
        return people.organisations(work.id(), scope, businessDay.today());
    }

    /** Says on what terms, and judges everybody: the preview. */
    public void judge(BulkWork work, Object terms, Scope scope) {
        works.setTerms(work.id(), json.writeValueAsString(terms));
        works.setTask(work.id(), scope, 0);
        works.move(work, BulkState.JUDGED);
        judge(works.get(work.id()));
    }

    private void judge(BulkWork work) {
        desk.judge(work, people.unwritten(work.id()));
    }

    /** The closed periods that a work which is looked at before it is written would come too late for. */
    @Transactional(readOnly = true)
    public List<ClosedPeriod> late(BulkWork work) {
        return work.state() == BulkState.JUDGED && !work.isUndoing()
                ? desk.late(work, people.toWrite(work.id(), bulk.most()))
                : List.of();
    }

    /** Has it written for those who can. */
    public void write(BulkWorkId id, Visitor visitor, Scope scope) {
        var work = own(id, visitor, scope);
        var toWrite = people.count(id, BulkVerdict.WRITE);
        if (work.state() == BulkState.JUDGED && toWrite == 0) {
            throw new RuleBroken("membership.bulk.nobody-left");
        }
        works.setTask(id, scope, toWrite + people.count(id, BulkVerdict.WRITTEN));
        works.move(work, BulkState.WRITING);
        jobs.plan(BulkRun.TASK, id.id());
    }

    /** Lets go of a work of which nothing is written; for whom it was chosen is forgotten. */
    public void abandon(BulkWorkId id, Visitor visitor, Scope scope) {
        var work = own(id, visitor, scope);
        if (work.written() > 0) {
            throw new RuleBroken("membership.bulk.not-now");
        }
        works.move(work, BulkState.ABANDONED);
        people.forget(id);
    }

    /** Begins to take a work back: a work of its own, whose preview says for whom that is still possible. */
    public BulkWorkId undo(BulkWorkId id, Visitor visitor, Scope scope) {
        works.hold(id);
        var done = own(id, visitor, scope);
        if (!done.mayBeUndone()) {
            throw new RuleBroken("membership.bulk.not-now");
        }
        var undoing = works.add(done.act(), done, visitor, scope);
        works.setChosen(undoing, people.chooseWritten(undoing, id));
        judge(works.get(undoing));
        return undoing;
    }

    private BulkWork own(BulkWorkId id, Visitor visitor, Scope scope) {
        var work = works.get(id, visitor, scope);
        if (!work.account().equals(visitor.account())) {
            throw new RuleBroken("membership.bulk.not-yours", work.username());
        }
        return work;
    }
}

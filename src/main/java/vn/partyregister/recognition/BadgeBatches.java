package vn.partyregister.recognition;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;

/** Draws batches of badges up: opened, filled by the rule or one by one, submitted. What is decided is {@link Awards}'. */
@Service
@Transactional
public class BadgeBatches {
    private final JdbcClient jdbc;
    private final BadgeBatchList list;
    private final Candidates candidates;
    private final AwardDays days;
    private final Merits merits;
    private final OrganisationTree tree;
    private final BusinessDay businessDay;
    private final AuditTrail audit;

    BadgeBatches(
            JdbcClient jdbc,
            BadgeBatchList list,
            Candidates candidates,
            AwardDays days,
            Merits merits,
            OrganisationTree tree,
            BusinessDay businessDay,
            AuditTrail audit) {
        this.jdbc = jdbc;
        this.list = list;
        this.candidates = candidates;
        this.days = days;
        this.merits = merits;
        this.tree = tree;
        this.businessDay = businessDay;
        this.audit = audit;
    }

    /**
     * A batch for a day of award.
     *
     * @param occasion what day it is; needed where it is none of the regular ones
     */
    public BatchId drawUp(OrganisationId organisation, LocalDate day, @Nullable String occasion, Scope scope) {
        tree.get(organisation, scope, businessDay.today());
        if (!days.isRegular(day) && occasion == null) {
            throw new RuleBroken(days.source(day), "recognition.not-an-award-day", Dates.write(day));
        }
        if (list.find(organisation.id(), day) != null) {
            throw new RuleBroken("recognition.batch-already", Dates.write(day));
        }
        var id = BatchId.next();
        jdbc.sql("""
                        insert into recognition.batch (id, organisation_id, award_day, occasion, recorded_by)
                        values (:id, :organisation, :day, :occasion, :username)
                        """)
                .param("id", id.id())
                .param("organisation", organisation.id())
                .param("day", day)
                .param("occasion", occasion, java.sql.Types.VARCHAR)
                .param("username", Author.current().username())
                .update();
        audit.changed(
                "badge-batch.drawn-up",
                new Subject("badge-batch", id.id(), organisation.id()),
                null,
                Map.of("on", day));
        return id;
    }

    /**
     * Proposes all who are due and whom nothing bars, in one statement; who was taken off stays off.
     *
     * @param earlier also those whose years were full before, and whose file holds no such badge
     * @return how many have come on
     */
    public int proposeAll(BatchId id, boolean earlier, Scope scope) {
        var batch = drawnUp(id, scope);
        var filter = new CandidateFilter(batch.organisationId(), batch.awardDay(), null, null);
        var proposed = jdbc.sql((Candidates.JUDGED + """
                        insert into recognition.proposal
                            (batch_id, member_id, level, basis, organisation_id, begins, left_out, full_on, recorded_by)
                        select :batch, j.id, j.level, 'FULL', j.organisation_id, j.begins, j.left_out, j.full_on, :username
                        from judged j
                        where not j.barred and (j.reason = 'DUE' or (:earlier and j.reason = 'EARLIER'))
                        and not exists (select from recognition.proposal p join recognition.batch b on b.id = p.batch_id
                            where p.member_id = j.id and p.removed_why is null and b.state <> 'DECIDED')
                        on conflict (batch_id, member_id) do nothing
                        """).formatted(Candidates.condition(filter, scope)))
                .params(candidates.params(filter, scope, businessDay.today()))
                .param("batch", id.id())
                .param("earlier", earlier)
                .param("username", Author.current().username())
                .update();
        note("badge-batch.proposed", batch, Map.of("proposed", proposed));
        return proposed;
    }

    /**
     * Proposes one, also early or after death.
     *
     * @param ground why out of the ordinary, and the paper it rests on; null where the years are full
     */
    public void propose(BatchId id, MemberId member, String level, Basis basis, @Nullable String ground, Scope scope) {
        var batch = drawnUp(id, scope);
        var merit = merits.judge(member, level, basis, batch, scope);
        elsewhere(id, member);
        jdbc.sql("""
                        insert into recognition.proposal (batch_id, member_id, level, basis, organisation_id, begins, left_out,
                            full_on, ground, recorded_by)
                        values (:batch, :member, :level, :basis, :organisation, :begins, :leftOut, :full, :ground, :username)
                        on conflict (batch_id, member_id) do update set level = excluded.level, basis = excluded.basis,
                            organisation_id = excluded.organisation_id, begins = excluded.begins,
                            left_out = excluded.left_out, full_on = excluded.full_on, ground = excluded.ground,
                            removed_why = null, recorded_by = excluded.recorded_by
                        """)
                .param("batch", id.id())
                .param("member", member.id())
                .param("level", level)
                .param("basis", basis.name())
                .param("organisation", merit.organisationId())
                .param("begins", merit.begins())
                .param("leftOut", merit.leftOut())
                .param("full", merit.fullOn())
                .param("ground", basis == Basis.FULL ? null : ground, java.sql.Types.VARCHAR)
                .param("username", Author.current().username())
                .update();
        audit.changed(
                "badge-batch.member-proposed",
                new Subject("member", member.id(), merit.organisationId()),
                null,
                Map.of("level", level, "basis", basis, "on", batch.awardDay()));
    }

    /** Takes one off, with the reason; it stays readable. */
    public void remove(BatchId id, MemberId member, String why, Scope scope) {
        var batch = drawnUp(id, scope);
        var removed = jdbc.sql("""
                        update recognition.proposal set removed_why = :why
                        where batch_id = :batch and member_id = :member and removed_why is null
                        """)
                .param("batch", id.id())
                .param("member", member.id())
                .param("why", why)
                .update();
        if (removed == 0) {
            throw new NotFound("recognition.unknown-proposal");
        }
        audit.changed(
                "badge-batch.member-removed",
                new Subject("member", member.id(), batch.organisationId()),
                null,
                Map.of("on", batch.awardDay(), "why", why));
    }

    /** The list goes up with the committee's submission (tờ trình); nobody is added or taken off afterwards. */
    public void submit(BatchId id, String number, LocalDate day, Scope scope) {
        var batch = drawnUp(id, scope);
        if (batch.proposed() == 0) {
            throw new RuleBroken("recognition.nobody-proposed");
        }
        if (day.isAfter(businessDay.today())) {
            throw new RuleBroken("membership.in-the-future", Dates.write(day));
        }
        jdbc.sql("""
                        update recognition.batch
                        set state = 'SUBMITTED', submission_number = :number, submitted_on = :day where id = :id
                        """)
                .param("number", number)
                .param("day", day)
                .param("id", id.id())
                .update();
        note("badge-batch.submitted", batch, Map.of("number", number, "on", day, "proposed", batch.proposed()));
    }

    /** The batch, nobody else's until the transaction ends. */
    Batch hold(BatchId id, Scope scope) {
        var held = jdbc.sql("select id from recognition.batch where id = :id for update")
                .param("id", id.id())
                .query((row, _) -> row.getObject("id", UUID.class))
                .optional();
        if (held.isEmpty()) {
            throw new NotFound("recognition.unknown-batch");
        }
        return list.get(id, scope);
    }

    private Batch drawnUp(BatchId id, Scope scope) {
        var batch = hold(id, scope);
        if (!batch.isDrawnUp()) {
            throw new RuleBroken("recognition.batch-not-open");
        }
        return batch;
    }

    private void elsewhere(BatchId id, MemberId member) {
        jdbc.sql("""
                        select b.award_day from recognition.proposal p join recognition.batch b on b.id = p.batch_id
                        where p.member_id = :member and p.batch_id <> :batch and p.removed_why is null
                        and b.state <> 'DECIDED' limit 1
                        """)
                .param("member", member.id())
                .param("batch", id.id())
                .query(LocalDate.class)
                .optional()
                .ifPresent(day -> {
                    throw new RuleBroken("recognition.proposed-elsewhere", Dates.write(day));
                });
    }

    private void note(String act, Batch batch, Map<String, Object> what) {
        audit.changed(
                act, new Subject("badge-batch", batch.id(), batch.organisationId()), null, new LinkedHashMap<>(what));
    }

    /** The levels somebody may be proposed for. */
    @Transactional(readOnly = true)
    public List<String> levels(LocalDate day) {
        return merits.levels(day);
    }
}

package vn.partyregister.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;

/** Drafts and what became of them: in, and out. */
@Repository
class ReorganisationStore {
    static final String ROWS = """
            select r.id, r.version as revision, r.organisation_id, area.name as organisation_name, r.name, r.effective_on,
                r.issuer, r.number, r.issued_on, r.summary, r.state, r.done, r.stopped, r.stopped_at, r.changed_at,
                r.changed_by, r.decision_id, r.applied_at, r.applied_by, r.reversed_at, r.reversed_by, r.reversed_why
            from organisation.reorganisation r
            cross join lateral (select v.name, coalesce(upper(v.valid) - 1, 'infinity') as last_day
                from organisation.organisation_version v where v.organisation_id = r.organisation_id
                order by v.valid @> cast(:asAt as date) desc, lower(v.valid) desc limit 1) area
            """;

    private final JdbcClient jdbc;

    ReorganisationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Reaches those whose organisation lies in the scope, or did on its last day. */
    static String reached(Scope scope) {
        return scope.condition("r.organisation_id", "least(area.last_day, :asAt)");
    }

    void insert(ReorganisationId id, OrganisationId area, Outline outline) {
        put("""
                insert into organisation.reorganisation (id, version, organisation_id, name, effective_on, issuer, number,
                    issued_on, summary, state, drafted_by, changed_by)
                values (:id, 0, :area, :name, :day, :issuer, :number, :issued, :summary, 'DRAFT', :by, :by)
                """, id, outline).param("area", area.id()).update();
    }

    void save(ReorganisationId id, Outline outline) {
        put("""
                update organisation.reorganisation set name = :name, effective_on = :day, issuer = :issuer, number = :number,
                    issued_on = :issued, summary = :summary, changed_by = :by where id = :id
                """, id, outline).update();
    }

    private JdbcClient.StatementSpec put(String sql, ReorganisationId id, Outline outline) {
        var decision = outline.decision();
        return jdbc.sql(sql)
                .param("id", id.id())
                .param("name", outline.name())
                .param("day", outline.day())
                .param("issuer", decision == null ? null : decision.issuer(), Types.VARCHAR)
                .param("number", decision == null ? null : decision.number(), Types.VARCHAR)
                .param("issued", decision == null ? null : decision.day(), Types.DATE)
                .param("summary", decision == null ? null : decision.summary(), Types.VARCHAR)
                .param("by", Author.current().username());
    }

    Reorganisation get(ReorganisationId id, Scope scope, LocalDate today) {
        return jdbc.sql(ROWS + " where r.id = :id and " + reached(scope))
                .params(scope.params(today))
                .param("id", id.id())
                .query((row, _) -> reorganisation(row))
                .optional()
                .orElseThrow(() -> new NotFound("organisation.plan.unknown"));
    }

    /** Counts a change of a draft: refused where somebody else changed it since the page was shown. */
    void revise(ReorganisationId id, int revision) {
        var found = jdbc.sql("""
                        update organisation.reorganisation set version = version + 1, changed_at = now(), changed_by = :by
                        where id = :id and version = :revision
                        """)
                .param("id", id.id())
                .param("revision", revision)
                .param("by", Author.current().username())
                .update();
        if (found == 0) {
            throw new ObjectOptimisticLockingFailureException(Reorganisation.class, id.id());
        }
    }

    void move(Reorganisation reorganisation, ReorganisationState next) {
        if (!reorganisation.state().leadsTo(next)) {
            throw new RuleBroken("organisation.plan.not-now");
        }
        var author = Author.current();
        jdbc.sql("""
                        update organisation.reorganisation set state = :next, done = 0, stopped = null, stopped_at = '{}',
                            account_id = :account, address = :address, changed_by = :by, changed_at = now()
                        where id = :id and state = :now
                        """)
                .param("id", reorganisation.id())
                .param("now", reorganisation.state().name())
                .param("next", next.name())
                .param("account", author.account(), Types.OTHER)
                .param("address", author.address(), Types.VARCHAR)
                .param("by", author.username())
                .update();
    }

    /** Why it is to be taken back, before that is done. */
    void giveReason(ReorganisationId id, String reason) {
        jdbc.sql("update organisation.reorganisation set reversed_why = :reason where id = :id")
                .param("id", id.id())
                .param("reason", reason)
                .update();
    }

    void finish(Reorganisation reorganisation, UUID decision) {
        jdbc.sql("""
                        update organisation.reorganisation set state = 'APPLIED', done = 100, decision_id = :decision,
                            applied_at = now(), applied_by = :by where id = :id
                        """)
                .param("id", reorganisation.id())
                .param("decision", decision)
                .param("by", Author.current().username())
                .update();
    }

    void finishReversal(Reorganisation reorganisation) {
        jdbc.sql("""
                        update organisation.reorganisation set state = 'REVERSED', done = 100, reversed_at = now(),
                            reversed_by = :by where id = :id
                        """)
                .param("id", reorganisation.id())
                .param("by", Author.current().username())
                .update();
    }

    /** Back to where it was before the job, with what stopped it. */
    void stop(Reorganisation reorganisation, Refusal why) {
        jdbc.sql("""
                        update organisation.reorganisation set state = case state when 'APPLYING' then 'DRAFT' else 'APPLIED' end,
                            done = 0, stopped = :key, stopped_at = :arguments,
                            reversed_why = case state when 'REVERSING' then null else reversed_why end
                        where id = :id and state in ('APPLYING', 'REVERSING')
                        """)
                .param("id", reorganisation.id())
                .param("key", why.key())
                .param(
                        "arguments",
                        why.arguments().stream().map(Object::toString).toArray(String[]::new))
                .update();
    }

    /** Told in a transaction of its own, so that it is seen while the other one is at work. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void tell(Reorganisation reorganisation, int done) {
        jdbc.sql("update organisation.reorganisation set done = :done where id = :id")
                .param("id", reorganisation.id())
                .param("done", done)
                .update();
    }

    /** Whether somebody else has finished meanwhile what was found at work. */
    boolean hasGoneOn(Reorganisation reorganisation) {
        return jdbc.sql("select state <> :state from organisation.reorganisation where id = :id")
                .param("id", reorganisation.id())
                .param("state", reorganisation.state().name())
                .query(Boolean.class)
                .single();
    }

    /** In whose name a job works. */
    Author author(Reorganisation reorganisation) {
        return jdbc.sql("select account_id, changed_by, address from organisation.reorganisation where id = :id")
                .param("id", reorganisation.id())
                .query((row, _) -> new Author(
                        row.getObject("account_id", UUID.class), row.getString("changed_by"), row.getString("address")))
                .single();
    }

    List<NumberedStep> steps(ReorganisationId id) {
        return jdbc.sql("""
                        select number, act, organisation_id, source_id, target_id, name, type, kind, code
                        from organisation.reorganisation_step where reorganisation_id = :id order by number
                        """)
                .param("id", id.id())
                .query((row, _) -> new NumberedStep(
                        row.getInt("number"),
                        new Step(
                                StepAct.valueOf(row.getString("act")),
                                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                                organisation(row, "source_id"),
                                organisation(row, "target_id"),
                                row.getString("name"),
                                row.getString("type"),
                                row.getString("kind"),
                                row.getString("code"))))
                .list();
    }

    /** Adds steps after those there are; whoever begins gets an identity, and is nothing yet. */
    void add(ReorganisationId id, List<Step> steps) {
        jdbc.sql("""
                        insert into organisation.organisation (id, version)
                        select id, 0 from unnest(cast(:begun as uuid[])) as id on conflict do nothing
                        """)
                .param(
                        "begun",
                        steps.stream()
                                .filter(step -> step.act().begins())
                                .map(step -> step.organisation().id())
                                .toArray(UUID[]::new))
                .update();
        jdbc.sql("""
                        insert into organisation.reorganisation_step
                            (reorganisation_id, number, act, organisation_id, source_id, target_id, name, type, kind, code)
                        select :id, last.number + step.position, step.act, step.organisation, step.source, step.target,
                            step.name, step.type, step.kind, step.code
                        from unnest(cast(:acts as text[]), cast(:organisations as uuid[]), cast(:sources as uuid[]),
                            cast(:targets as uuid[]), cast(:names as text[]), cast(:types as text[]), cast(:kinds as text[]),
                            cast(:codes as text[])) with ordinality
                            as step (act, organisation, source, target, name, type, kind, code, position)
                        cross join (select coalesce(max(number), 0) as number
                            from organisation.reorganisation_step where reorganisation_id = :id) last
                        """)
                .param("id", id.id())
                .param("acts", steps.stream().map(step -> step.act().name()).toArray(String[]::new))
                .param(
                        "organisations",
                        steps.stream().map(step -> step.organisation().id()).toArray(UUID[]::new))
                .param("sources", steps.stream().map(step -> id(step.source())).toArray(UUID[]::new))
                .param("targets", steps.stream().map(step -> id(step.target())).toArray(UUID[]::new))
                .param("names", steps.stream().map(Step::name).toArray(String[]::new))
                .param("types", steps.stream().map(Step::type).toArray(String[]::new))
                .param("kinds", steps.stream().map(Step::kind).toArray(String[]::new))
                .param("codes", steps.stream().map(Step::code).toArray(String[]::new))
                .update();
    }

    void remove(ReorganisationId id, int number) {
        jdbc.sql("delete from organisation.reorganisation_step where reorganisation_id = :id and number = :number")
                .param("id", id.id())
                .param("number", number)
                .update();
    }

    private static @Nullable UUID id(@Nullable OrganisationId organisation) {
        return organisation == null ? null : organisation.id();
    }

    private static @Nullable OrganisationId organisation(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new OrganisationId(id);
    }

    static Reorganisation reorganisation(ResultSet row) throws SQLException {
        return new Reorganisation(
                row.getObject("id", UUID.class),
                row.getInt("revision"),
                row.getObject("organisation_id", UUID.class),
                row.getString("organisation_name"),
                row.getString("name"),
                row.getObject("effective_on", LocalDate.class),
                row.getString("issuer"),
                row.getString("number"),
                row.getObject("issued_on", LocalDate.class),
                row.getString("summary"),
                ReorganisationState.valueOf(row.getString("state")),
                row.getInt("done"),
                row.getString("stopped"),
                Arrays.asList((String[]) row.getArray("stopped_at").getArray()),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by"),
                row.getObject("decision_id", UUID.class),
                moment(row, "applied_at"),
                row.getString("applied_by"),
                moment(row, "reversed_at"),
                row.getString("reversed_by"),
                row.getString("reversed_why"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    /** A step with its number in the draft. */
    record NumberedStep(int number, Step step) {}
}

package vn.partyregister.admission;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.partyregister.inbox.ObligationSource;

/**
 * What cases of admission ask of whom by when: of the committee above that it decides, of the cell the rest. A term that
 * ended without being met, because the way was left, is owed by nobody. The biography after the ceremony is asked of every
 * new member, with a case or without, by whoever keeps the papers.
 *
 * <p>The terms are those of {@code admission.deadline}, counted once for all cases that share a first day: a function called
 * for each of thousands of cases would be planned as often.
 */
@Component
class AdmissionObligations implements ObligationSource {
    private static final String SELECT = """
            with at_once as materialized (
                select r.scope, r.valid from reference.rule r where r.key = 'applies-at-once'
            ), running as materialized (
                select c.id, c.rule_day, c.stage, c.ended_on, c.certificate_on, c.voted_on, c.decided_on, c.joined_on, c.proposed_on,
                    case when c.stage = 'OFFICIAL' then c.since end as recognised_on,
                    case when exists (select from reference.rule f where f.key = 'ceremony-counted-from' and f.valid @> c.rule_day
                        and f.value = 'DECISION_RECEIVED') then coalesce(c.received_on, c.decided_on) else c.decided_on end as ceremony_from,
                    case p.unit when 'DAYS' then c.joined_on + cast(p.value as integer)
                        when 'MONTHS' then cast(c.joined_on + make_interval(months => cast(p.value as integer)) as date)
                        when 'YEARS' then cast(c.joined_on + make_interval(years => cast(p.value as integer)) as date)
                        else admission.last_day('probation', c.rule_day, c.joined_on) end as probation_over
                from admission.admission_case c
                left join reference.rule p on p.key = 'probation' and p.scope = 'ALL' and p.valid @> case when exists (
                    select from at_once o where o.scope = 'PROBATION' and o.valid @> c.joined_on) then c.joined_on else c.rule_day end
            ), term as materialized (
                select c.id, k.kind, k.above, k.since, k.starts, k.done_on, cast(r.value as integer) as amount, r.unit
                from running c
                cross join lateral (values
                    ('ADMISSION_CERTIFICATE', 'awareness-certificate-validity', false, c.certificate_on, c.certificate_on, c.voted_on,
                        c.voted_on is null),
                    ('ADMISSION_DECISION', 'admission-decision', true, c.voted_on, c.voted_on, c.decided_on, true),
                    ('ADMISSION_CEREMONY', 'ceremony', false, c.decided_on, c.ceremony_from, c.joined_on, true),
                    ('ADMISSION_PROPOSAL', 'recognition-proposal', false, c.probation_over, c.probation_over, c.proposed_on,
                        c.stage <> 'NOT_WORTHY'),
                    ('ADMISSION_RECOGNITION', 'recognition-decision', true, c.proposed_on, c.proposed_on, c.recognised_on, true))
                    as k (kind, rule, above, since, starts, done_on, owed)
                left join reference.rule r on r.key = k.rule and r.scope = 'ALL' and r.valid @> case when exists (
                    select from at_once o where o.scope = upper(replace(k.rule, '-', '_')) and o.valid @> k.starts)
                    then k.starts else c.rule_day end
                where k.owed and k.since <= cast(:asAt as date) and (k.done_on is not null or c.ended_on is null)
            ), due as materialized (
                select t.starts, t.amount, t.unit, case t.unit
                    when 'DAYS' then t.starts + t.amount
                    when 'MONTHS' then cast(t.starts + make_interval(months => t.amount) as date)
                    when 'YEARS' then cast(t.starts + make_interval(years => t.amount) as date)
                    when 'WORKING_DAYS' then (
                        select min(reached.day) from reference.working_day began
                        join reference.working_day reached on reached.stretch = began.stretch
                            and reached.passed = began.passed + t.amount and reached.day >= began.day
                        where began.day = t.starts) end as due_on
                from (select distinct starts, amount, unit from term) t
            ), decides as materialized (
                select distinct on (a.descendant_id) a.descendant_id as cell, a.ancestor_id as committee from organisation.ancestry a
                join organisation.organisation_version o on o.organisation_id = a.ancestor_id and o.valid @> cast(:asAt as date)
                join organisation.organisation_type t on t.code = o.type and t.tier = 'DIRECT'
                where a.valid @> cast(:asAt as date)
                order by a.descendant_id, a.depth
            )
            select t.kind, c.full_name as subject, concat_ws(' ', c.given_name, c.middle_name, c.family_name) as subject_order,
                case when t.above then coalesce(w.committee, c.organisation_id) else c.organisation_id end as owner_id,
                t.since, d.due_on, t.done_on, '/admissions/' || c.id as address
            from term t
            join admission.admission_case c on c.id = t.id
            left join due d on d.starts = t.starts and d.amount = t.amount and d.unit = t.unit
            left join decides w on w.cell = c.organisation_id
            where t.kind <> 'ADMISSION_CERTIFICATE' or exists (select from reference.rule b where b.key = 'certificate-end-told-before'
                and b.scope = 'ALL' and b.valid @> cast(:asAt as date)
                and d.due_on <= cast(:asAt as date) + make_interval(months => cast(b.value as integer)))
            """;

    @Override
    public List<String> kinds() {
        return List.of(
                "ADMISSION_CERTIFICATE",
                "ADMISSION_DECISION",
                "ADMISSION_CEREMONY",
                "ADMISSION_PROPOSAL",
                "ADMISSION_RECOGNITION");
    }

    @Override
    public String select() {
        return SELECT;
    }
}

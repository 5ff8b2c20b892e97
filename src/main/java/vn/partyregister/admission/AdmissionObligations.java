package vn.partyregister.admission;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.partyregister.inbox.ObligationSource;

/**
 * What cases of admission ask of whom by when: that it decides of the committee that may by the rule of the day ({@link
 * Competence}), of the cell the rest. A term that ended without being met, because the way was left, is owed by nobody. The biography after the ceremony is asked of every
 * new member, with a case or without, by whoever keeps the papers.
 *
 * <p>The terms are those of {@code admission.deadline}, counted once for all cases that share a first day: a function called
 * for each of thousands of cases would be planned as often.
 */
@Component
class AdmissionObligations implements ObligationSource {
    private static final List<Term> TERMS = List.of(
            new Term(
                    "ADMISSION_CERTIFICATE",
                    "awareness-certificate-validity",
                    false,
                    "c.certificate_on",
                    "c.certificate_on",
                    "null::date",
                    "c.voted_on is null"),
            new Term(
                    "ADMISSION_DECISION",
                    "admission-decision",
                    true,
                    "c.voted_on",
                    "c.voted_on",
                    "c.decided_on",
                    "true"),
            new Term("ADMISSION_CEREMONY", "ceremony", false, "c.decided_on", "c.ceremony_from", "c.joined_on", "true"),
            new Term(
                    "ADMISSION_PROPOSAL",
                    "recognition-proposal",
                    false,
                    "c.probation_over",
                    "c.probation_over",
                    "c.proposed_on",
                    "c.stage <> 'NOT_WORTHY'"),
            new Term(
                    "ADMISSION_RECOGNITION",
                    "recognition-decision",
                    true,
                    "c.proposed_on",
                    "c.proposed_on",
                    "c.recognised_on",
                    "true"));

    private static final String SELECT =
            """
            with at_once as materialized (
                select r.scope, r.valid from reference.rule r where r.key = 'applies-at-once'
            ), running as materialized (
                select c.id, c.organisation_id, c.rule_day, c.stage, c.ended_on, c.certificate_on, c.voted_on, c.decided_on, c.joined_on, c.proposed_on,
                    case when c.stage = 'OFFICIAL' then c.since end as recognised_on,
                    case when f.value = 'DECISION_RECEIVED' then coalesce(c.received_on, c.decided_on) else c.decided_on end as ceremony_from,
                    case p.unit when 'DAYS' then c.joined_on + cast(p.value as integer)
                        when 'MONTHS' then cast(c.joined_on + make_interval(months => cast(p.value as integer)) as date)
                        when 'YEARS' then cast(c.joined_on + make_interval(years => cast(p.value as integer)) as date)
                        else admission.last_day('probation', c.rule_day, c.joined_on) end as probation_over
                from admission.admission_case c
                left join reference.rule f on f.key = 'ceremony-counted-from' and f.scope = 'ALL' and f.valid @> c.rule_day
                left join reference.rule p on p.key = 'probation' and p.scope = 'ALL' and p.valid @> case when exists (
                    select from at_once o where o.scope = 'PROBATION' and o.valid @> c.joined_on) then c.joined_on else c.rule_day end
            ), asked as materialized (
                %s
            ), term as materialized (
                select a.*, cast(r.value as integer) as amount, r.unit from asked a
                left join reference.rule r on r.key = a.rule and r.scope = 'ALL' and r.valid @> a.rule_day
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
            ), line as materialized (
                select l.cell, l.committees, coalesce(array_position(l.tiers, 'BASE'), 1) as base from (
                    select a.descendant_id as cell, array_agg(a.ancestor_id order by a.depth) as committees,
                        array_agg(t.tier order by a.depth) as tiers
                    from organisation.ancestry a
                    join organisation.organisation_version o on o.organisation_id = a.ancestor_id and o.valid @> cast(:asAt as date)
                    join organisation.organisation_type t on t.code = o.type
                    where a.valid @> cast(:asAt as date) and a.descendant_id in (select organisation_id from running)
                    group by a.descendant_id) l
            ), delegated as materialized (
                select a.ancestor_id as base, min(p.day) as since from admission.paper p
                join admission.admission_case c on c.id = p.case_id
                join organisation.ancestry a on a.descendant_id = c.organisation_id and a.valid @> p.day
                where p.kind = '%s'
                group by a.ancestor_id
            ), decides as materialized (
                select l.cell, coalesce(l.committees[l.base + 1], l.committees[l.base]) as above,
                    case when l.base > 1 then l.committees[l.base] end as base, d.since as delegated
                from line l left join delegated d on l.base > 1 and d.base = l.committees[l.base]
            )
            select t.kind, c.full_name as subject, concat_ws(' ', c.given_name, c.middle_name, c.family_name) as subject_order,
                case when not t.above then c.organisation_id
                    when w.delegated <= coalesce(t.done_on, cast(:asAt as date)) or case
                        when (select range_agg(o.valid) from at_once o where o.scope = 'ADMISSION_COMPETENCE') @> coalesce(t.done_on, cast(:asAt as date))
                        then coalesce(t.done_on, cast(:asAt as date)) else c.rule_day end <@ (select range_agg(r.valid) from reference.rule r
                            where r.key = 'admission-competence' and r.scope = 'ALL' and r.value = 'STANDING_COMMITTEE_BASE')
                    then coalesce(w.base, w.above, c.organisation_id) else coalesce(w.above, c.organisation_id) end as owner_id,
                t.since, d.due_on, t.done_on, '/admissions/' || c.id as address
            from term t
            join admission.admission_case c on c.id = t.id
            left join due d on d.starts = t.starts and d.amount = t.amount and d.unit = t.unit
            left join decides w on t.above and w.cell = c.organisation_id
            where t.kind <> 'ADMISSION_CERTIFICATE' or exists (select from reference.rule b where b.key = 'certificate-end-told-before'
                and b.scope = 'ALL' and b.valid @> cast(:asAt as date)
                and d.due_on <= cast(:asAt as date) + make_interval(months => cast(b.value as integer)))
            """.formatted(TERMS.stream().map(Term::select).collect(joining(" union all ")), Paper.DELEGATION);

    @Override
    public List<String> kinds() {
        return TERMS.stream().map(Term::kind).toList();
    }

    @Override
    public Map<String, String> rules() {
        return TERMS.stream().collect(toUnmodifiableMap(Term::kind, Term::rule));
    }

    @Override
    public String select() {
        return SELECT;
    }

    /**
     * A term of a case {@code c}.
     *
     * @param rule how long it is
     * @param above whether the committee that decides owes it, or the cell
     * @param since the day from which it is owed
     * @param starts the day it is counted from
     * @param done the day it was met
     * @param owed when it is owed at all
     */
    private record Term(
            String kind, String rule, boolean above, String since, String starts, String done, String owed) {
        /** Those of all cases that are owed or were met; one with {@code applies-at-once} follows the rule of its own first day. */
        String select() {
            return """
                    select c.id, '%1$s' as kind, '%2$s' as rule, %3$s as above, %4$s as since, %5$s as starts, %6$s as done_on,
                        case when exists (select from at_once o where o.scope = '%7$s' and o.valid @> %5$s) then %5$s else c.rule_day end as rule_day
                    from running c where %4$s <= cast(:asAt as date) and (%6$s is not null or c.ended_on is null) and %8$s
                    """.formatted(
                            kind,
                            rule,
                            above,
                            since,
                            starts,
                            done,
                            rule.toUpperCase(Locale.ROOT).replace('-', '_'),
                            owed);
        }
    }
}

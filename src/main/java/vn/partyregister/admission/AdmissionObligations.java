package vn.partyregister.admission;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.partyregister.inbox.ObligationSource;

/**
 * What cases of admission ask of whom by when: that it decides of the committee that may by the rule of the day ({@link
 * Competence}), of the cell the rest. A term that ended without being met, because the way was left, is owed by nobody. The biography after the ceremony is asked of every
 * new member, with a case or without, by whoever keeps the papers.
 *
 * <p>The terms are those of {@code admission.deadline}, counted for all cases by joins: a function called for each of
 * thousands of cases would be planned as often.
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
                    "null::date",
                    "c.voted_on is null"),
            new Term(
                    "ADMISSION_DECISION",
                    "admission-decision",
                    true,
                    "c.voted_on",
                    "c.voted_on",
                    "c.decide_until",
                    "c.decided_on",
                    "true"),
            new Term(
                    "ADMISSION_CEREMONY",
                    "ceremony",
                    false,
                    "c.decided_on",
                    "c.ceremony_from",
                    "null::date",
                    "c.joined_on",
                    "true"),
            new Term(
                    "ADMISSION_PROPOSAL",
                    "recognition-proposal",
                    false,
                    "c.probation_over",
                    "c.probation_over",
                    "null::date",
                    "c.proposed_on",
                    "c.stage <> 'NOT_WORTHY'"),
            new Term(
                    "ADMISSION_RECOGNITION",
                    "recognition-decision",
                    true,
                    "c.proposed_on",
                    "c.proposed_on",
                    "c.recognise_until",
                    "c.recognised_on",
                    "true"));

    private static final String SELECT =
            """
            with at_once as materialized (
                select o.scope, range_agg(o.valid) as days from reference.rule o where o.key = 'applies-at-once' group by o.scope
            ), running as materialized (
                select * from admission.counted_case
            ), asked as (
                %s
            ), term as (
                select a.*, case r.unit
                    when 'DAYS' then a.starts + cast(r.value as integer)
                    when 'MONTHS' then cast(a.starts + make_interval(months => cast(r.value as integer)) as date)
                    when 'YEARS' then cast(a.starts + make_interval(years => cast(r.value as integer)) as date)
                    when 'WORKING_DAYS' then case when reached.day < a.starts then a.starts else reached.day end end as ends
                from asked a
                left join reference.rule r on r.key = a.rule and r.scope = 'ALL' and r.valid @> a.rule_day
                left join reference.working_day began on began.day = a.starts
                left join reference.day_reached reached on r.unit = 'WORKING_DAYS' and reached.stretch = began.stretch
                    and reached.passed = began.passed + cast(r.value as integer)
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
            select t.kind, t.full_name as subject, concat_ws(' ', t.given_name, t.middle_name, t.family_name) as subject_order,
                case when not t.above then t.organisation_id
                    when w.delegated <= coalesce(t.done_on, cast(:asAt as date)) or case
                        when (select days from at_once where scope = 'ADMISSION_COMPETENCE') @> coalesce(t.done_on, cast(:asAt as date))
                        then coalesce(t.done_on, cast(:asAt as date)) else t.begun end <@ (select range_agg(r.valid) from reference.rule r
                            where r.key = 'admission-competence' and r.scope = 'ALL' and r.value = 'STANDING_COMMITTEE_BASE')
                    then coalesce(w.base, w.above, t.organisation_id) else coalesce(w.above, t.organisation_id) end as owner_id,
                t.since, greatest(t.ends, t.extended) as due_on, t.done_on, '/admissions/' || t.id as address,
                case when t.extended > t.ends then 'decision-extension' else t.rule end as rule, t.rule_day
            from term t
            left join decides w on t.above and w.cell = t.organisation_id
            where t.kind <> 'ADMISSION_CERTIFICATE' or t.ends <= (
                select max(cast(:asAt as date) + make_interval(months => cast(b.value as integer))) from reference.rule b
                where b.key = 'certificate-end-told-before' and b.scope = 'ALL' and b.valid @> cast(:asAt as date))
            """.formatted(TERMS.stream().map(Term::select).collect(joining(" union all ")), Paper.DELEGATION);

    @Override
    public List<String> kinds() {
        return TERMS.stream().map(Term::kind).toList();
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
     * @param extended its last day where it was put off
     * @param done the day it was met
     * @param owed when it is owed at all
     */
    private record Term(
            String kind,
            String rule,
            boolean above,
            String since,
            String starts,
            String extended,
            String done,
            String owed) {
        /** Those of all cases that are owed or were met; one with {@code applies-at-once} follows the rule of its own first day. */
        String select() {
            return """
                    select c.id, c.full_name, c.family_name, c.middle_name, c.given_name, c.organisation_id, c.rule_day as begun,
                        '%1$s' as kind, '%2$s' as rule, %3$s as above, %4$s as since, %5$s as starts, %6$s as extended,
                        %7$s as done_on, case when (select days from at_once where scope = '%8$s') @> %5$s then %5$s else c.rule_day end as rule_day
                    from running c where %4$s <= cast(:asAt as date) and (%7$s is not null or c.ended_on is null) and %9$s
                    """.formatted(
                            kind,
                            rule,
                            above,
                            since,
                            starts,
                            extended,
                            done,
                            rule.toUpperCase(Locale.ROOT).replace('-', '_'),
                            owed);
        }
    }
}

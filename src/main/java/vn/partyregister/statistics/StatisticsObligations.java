package vn.partyregister.statistics;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.partyregister.inbox.ObligationSource;

/**
 * Periods to be closed, and comparisons of registers that one side has signed and the other has not. The root owes the last
 * period of each kind; everybody else from when they, or somebody above them, first closed one. One that was reopened is
 * owed again by whoever had closed it, and obliges nobody below.
 */
@Component
class StatisticsObligations implements ObligationSource {
    private static final String SELECT = """
            select 'CLOSING_' || k.code as kind, to_char(p.from_on, 'DD/MM/YYYY') || '–' || to_char(p.to_on, 'DD/MM/YYYY') as subject,
                to_char(p.to_on, 'YYYYMMDD') as subject_order, o.organisation_id as owner_id, p.to_on as since,
                reference.last_day(p.to_on, cast(r.value as integer), r.unit) as due_on, case when c.closed_at is not null then least(cast(c.closed_at as date), cast(:asAt as date)) end as done_on,
                '/periods?organisation=' || o.organisation_id as address, r.key as rule, p.to_on as rule_day
            from statistics.period_kind k
            cross join lateral (select cast(d as date) as from_on, cast(d + make_interval(months => k.months) as date) - 1 as to_on
                from generate_series(date_trunc('year', cast(:asAt as date) - interval '13 months'), cast(:asAt as date),
                    make_interval(months => k.months)) as d) p
            join reference.rule r on r.key = k.due_rule and r.scope = 'ALL' and r.valid @> p.to_on
            join lateral (
                select b.organisation_id, v.parent_id from (
                    select root.id as organisation_id from organisation.organisation root
                    where root.is_root and p.to_on > cast(:asAt as date) - make_interval(months => k.months)
                    union
                    select a.descendant_id from statistics.closing f
                    join organisation.ancestry a on a.ancestor_id = f.organisation_id and a.valid @> p.to_on
                    where f.kind = k.code and f.to_on <= p.to_on
                    and (f.reopened_at is null or a.descendant_id = f.organisation_id)) b
                join organisation.organisation_version v on v.organisation_id = b.organisation_id and v.valid @> p.to_on
                join organisation.organisation_type t on t.code = v.type and t.tier in ('PROVINCE', 'DIRECT', 'BASE')) o on true
            left join statistics.closing c on c.organisation_id = o.organisation_id and c.kind = k.code and c.from_on = p.from_on
                and c.reopened_at is null
            where p.to_on <= cast(:asAt as date)
            union all
            select 'RECONCILIATION', v.name || ' · ' || to_char(s.reconciled_on, 'DD/MM/YYYY'), v.name,
                case s.side when 'OWN' then v.parent_id else s.organisation_id end, least(s.signed, cast(:asAt as date)),
                reference.last_day(s.reconciled_on, cast(r.value as integer), r.unit), case when other.signed is not null then least(other.signed, cast(:asAt as date)) end,
                '/reconciliations/' || s.organisation_id || '?on=' || s.reconciled_on, 'reconciliation-due', s.reconciled_on
            from (select distinct on (organisation_id, reconciled_on) organisation_id, reconciled_on, side, cast(signed_at as date) as signed
                from statistics.reconciliation_signature order by organisation_id, reconciled_on, recorded) s
            join organisation.organisation_version v on v.organisation_id = s.organisation_id and v.valid @> s.reconciled_on
            left join reference.rule r on r.key = 'reconciliation-due' and r.scope = 'ALL' and r.valid @> s.reconciled_on
            left join lateral (select min(cast(signed_at as date)) as signed from statistics.reconciliation_signature x
                where x.organisation_id = s.organisation_id and x.reconciled_on = s.reconciled_on and x.side <> s.side) other on true
            where s.reconciled_on <= cast(:asAt as date)
            """;

    @Override
    public List<String> kinds() {
        return List.of("CLOSING_MONTH", "CLOSING_QUARTER", "CLOSING_HALF_YEAR", "CLOSING_YEAR", "RECONCILIATION");
    }

    @Override
    public String select() {
        return SELECT;
    }
}

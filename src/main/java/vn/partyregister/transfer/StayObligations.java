package vn.partyregister.transfer;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.partyregister.inbox.ObligationSource;

/**
 * A temporary stay whose last day has come asks whoever answers for it to say that it is over, or to have it extended: of
 * somebody from outside the cell that took them in, of a member of the register the cell at home.
 */
@Component
class StayObligations implements ObligationSource {
    @Override
    public List<String> kinds() {
        return List.of("TEMPORARY_STAY_HERE", "TEMPORARY_STAY_AWAY");
    }

    @Override
    public String select() {
        return """
                select 'TEMPORARY_STAY_HERE' as kind, g.full_name as subject, g.full_name as subject_order,
                    g.organisation_id as owner_id, g.until_on as since, g.until_on as due_on, g.ended_on as done_on,
                    '/transfers/guests/' || g.id as address, null::text as rule, null::date as rule_day
                from transfer.guest g
                where g.until_on <= cast(:asAt as date) and (g.ended_on is null or g.ended_on > g.until_on)
                union all
                select 'TEMPORARY_STAY_AWAY', m.full_name, concat_ws(' ', m.given_name, m.middle_name, m.family_name),
                    s.organisation_id, upper(f.valid) - 1, upper(f.valid) - 1, null, '/members/' || m.id, null, null
                from membership.dated_fact f
                join member.member m on m.id = f.member_id
                join membership.standing s on s.member_id = f.member_id and s.valid @> cast(:asAt as date)
                where f.kind = 'TEMPORARY_OUT' and f.withdrawn_at is null and f.ended_at is null
                    and upper(f.valid) - 1 <= cast(:asAt as date)
                """;
    }
}

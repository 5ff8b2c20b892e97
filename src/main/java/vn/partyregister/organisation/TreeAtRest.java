package vn.partyregister.organisation;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What has come to rest, in the tree, on a reorganisation since: it would hang in the air if that were taken back. */
@Component
class TreeAtRest {
    private final JdbcClient jdbc;

    TreeAtRest(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Consequence> on(Reorganised event) {
        var found = new ArrayList<Consequence>();
        tell(event, "organisation.plan.rests.changed", """
                select distinct v.name from organisation.reorganised r
                join organisation.organisation_version v on v.organisation_id = r.organisation_id
                where r.reorganisation_id = :id and lower(v.valid) >= :day and v.reorganisation_id is distinct from :id
                union
                select r.after_name from organisation.reorganised r
                join organisation.closing c on c.organisation_id = r.organisation_id
                where r.reorganisation_id = :id and c.reorganisation_id is distinct from :id
                order by 1
                """, found);
        tell(event, "organisation.plan.rests.below", """
                select distinct v.name from organisation.reorganised r
                join organisation.organisation_version v on v.parent_id = r.organisation_id
                where r.reorganisation_id = :id and r.before_name is null and v.reorganisation_id is distinct from :id
                order by 1
                """, found);
        tell(event, "organisation.plan.rests.place-gone", """
                select distinct r.before_name from organisation.reorganised r
                where r.reorganisation_id = :id and r.before_parent_id is not null
                and not exists (select from organisation.reorganised p
                    where p.reorganisation_id = :id and p.organisation_id = r.before_parent_id)
                and not exists (select from organisation.organisation_version p
                    where p.organisation_id = r.before_parent_id and upper_inf(p.valid)
                    and p.type = (select before.type from organisation.organisation_version before
                        where before.organisation_id = r.before_parent_id and before.valid @> cast(:day as date) - 1))
                order by 1
                """, found);
        tell(event, "organisation.plan.rests.name-taken", """
                select distinct r.before_name from organisation.reorganised r
                join organisation.organisation_version v on v.parent_id = r.before_parent_id
                    and v.name_folded = platform.folded(r.before_name) and upper_inf(v.valid)
                    and v.reorganisation_id is distinct from :id and v.organisation_id <> r.organisation_id
                where r.reorganisation_id = :id
                order by 1
                """, found);
        tell(event, "organisation.plan.rests.code-taken", """
                select distinct r.before_code from organisation.reorganised r
                join organisation.organisation_code c on c.code = r.before_code and c.valid && daterange(:day, null)
                where r.reorganisation_id = :id and r.before_code is distinct from r.after_code
                and not exists (select from organisation.reorganised other where other.reorganisation_id = :id
                    and other.organisation_id = c.organisation_id and other.after_code = c.code)
                order by 1
                """, found);
        tell(event, "organisation.plan.rests.planned", """
                select distinct d.name from organisation.reorganised r
                join organisation.reorganisation_step s on r.organisation_id in (s.organisation_id, s.source_id, s.target_id)
                join organisation.reorganisation d on d.id = s.reorganisation_id and d.state in ('APPLYING', 'APPLIED')
                where r.reorganisation_id = :id and d.id <> :id and d.effective_on >= :day
                order by 1
                """, found);
        return found;
    }

    private void tell(Reorganised event, String key, String names, List<Consequence> found) {
        var resting = jdbc.sql(names)
                .param("id", event.id().id())
                .param("day", event.day())
                .query((row, _) -> row.getString(1))
                .list();
        found.addAll(Consequence.barredBy(key, resting));
    }
}

package vn.partyregister.organisation;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The codes organisations carry, and until when. */
@Component
class OrganisationCodes {
    private final JdbcClient jdbc;

    OrganisationCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Ends the codes of organisations with their last days. A code may have been written down only after the day on
     * which its organisation is now said to have ended: then it was the code of that last day, where no other was.
     *
     * @param endings a query of organisations and their last days
     */
    void endWith(String endings, Map<String, ?> params) {
        jdbc.sql("""
                        with ending (id, last_day) as materialized (%s),
                        late as (
                            delete from organisation.organisation_code c using ending
                            where c.organisation_id = ending.id and lower(c.valid) > ending.last_day
                            returning c.organisation_id, c.code, c.valid, ending.last_day)
                        insert into organisation.organisation_code (organisation_id, valid, code)
                        select distinct on (organisation_id) organisation_id, daterange(last_day, last_day + 1), code
                        from late
                        where not exists (select 1 from organisation.organisation_code other
                            where (other.organisation_id = late.organisation_id or other.code = late.code)
                            and other.valid @> late.last_day)
                        order by organisation_id, lower(valid)
                        """.formatted(endings)).params(params).update();
        jdbc.sql("""
                        update organisation.organisation_code c set valid = daterange(lower(c.valid), ending.last_day + 1)
                        from (%s) as ending (id, last_day)
                        where c.organisation_id = ending.id
                        and c.valid @> ending.last_day and c.valid @> ending.last_day + 1
                        """.formatted(endings)).params(params).update();
    }

    void endWith(String endings) {
        endWith(endings, Map.of());
    }
}

package vn.partyregister.paperfile;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.partyregister.inbox.ObligationSource;

/** The next count of the paper files, owed by each organisation that has counted them once. */
@Component
class CountObligations implements ObligationSource {
    private static final String SELECT = """
            select 'PAPER_FILE_COUNT' as kind, to_char(c.counted_on, 'DD/MM/YYYY') as subject, to_char(c.counted_on, 'YYYYMMDD') as subject_order,
                c.organisation_id as owner_id, c.counted_on as since,
                reference.last_day(c.counted_on, cast(r.value as integer), r.unit) as due_on, c.next as done_on,
                '/paper-files/counts?organisation=' || c.organisation_id as address, r.key as rule, cast(:asAt as date) as rule_day
            from (select organisation_id, counted_on, lead(counted_on) over (partition by organisation_id order by counted_on) as next
                from paperfile.count where closed_at is not null and counted_on <= cast(:asAt as date)) c
            join reference.rule r on r.key = 'paper-file-count-interval' and r.scope = 'ALL' and r.valid @> cast(:asAt as date)
            """;

    @Override
    public List<String> kinds() {
        return List.of("PAPER_FILE_COUNT");
    }

    @Override
    public String select() {
        return SELECT;
    }
}

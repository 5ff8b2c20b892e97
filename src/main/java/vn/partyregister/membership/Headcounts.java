package vn.partyregister.membership;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.organisation.MemberCounts;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.WhoStandsHere;
import vn.partyregister.platform.Remembered;

/** Tells the tree how many stand where: from the roll-up that is kept with the journal. */
@Component
class Headcounts implements MemberCounts, WhoStandsHere {
    private final JdbcClient jdbc;
    private final Remembered remembered;

    Headcounts(JdbcClient jdbc, Remembered remembered) {
        this.jdbc = jdbc;
        this.remembered = remembered;
    }

    @Override
    public Map<OrganisationId, Count> below(Collection<OrganisationId> organisations, LocalDate asAt) {
        return remembered.of(List.of("heads", Set.copyOf(organisations), asAt), () -> counted(organisations, asAt));
    }

    private Map<OrganisationId, Count> counted(Collection<OrganisationId> organisations, LocalDate asAt) {
        var counts = new HashMap<OrganisationId, Count>();
        jdbc.sql("""
                        select a.ancestor_id,
                               coalesce(sum(h.change) filter (where h.status = 'OFFICIAL'), 0) as official,
                               coalesce(sum(h.change) filter (where h.status = 'PROBATIONARY'), 0) as probationary
                        from organisation.ancestry a
                        join membership.headcount h on h.organisation_id = a.descendant_id and h.day <= :asAt
                        where a.ancestor_id = any(:organisations) and a.valid @> cast(:asAt as date)
                        group by a.ancestor_id
                        """)
                .param("organisations", ids(organisations))
                .param("asAt", asAt)
                .query(row -> {
                    counts.put(
                            new OrganisationId(row.getObject("ancestor_id", UUID.class)),
                            new Count(row.getInt("official"), row.getInt("probationary")));
                });
        return Map.copyOf(counts);
    }

    @Override
    public Set<OrganisationId> occupied(Collection<OrganisationId> organisations, LocalDate from) {
        return new HashSet<>(jdbc.sql("""
                        select distinct organisation_id from membership.standing
                        where organisation_id = any(:organisations) and valid && daterange(:from, null)
                        """)
                .param("organisations", ids(organisations))
                .param("from", from)
                .query((row, _) -> new OrganisationId(row.getObject("organisation_id", UUID.class)))
                .list());
    }

    private static UUID[] ids(Collection<OrganisationId> organisations) {
        return organisations.stream().map(OrganisationId::id).toArray(UUID[]::new);
    }
}

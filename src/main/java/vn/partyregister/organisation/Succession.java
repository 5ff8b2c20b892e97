package vn.partyregister.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.platform.RecordRows;

/** What became of organisations, and where they came from: by the reorganisations that hold. */
@Service
@Transactional(readOnly = true)
public class Succession {
    private static final String LINKS = """
            select s.%1$s as id, s.manner, r.id as reorganisation, r.name as reorganisation_name, r.effective_on as day,
                last.name
            from organisation.succession s
            join organisation.reorganisation r on r.id = s.reorganisation_id and r.state in ('APPLIED', 'REVERSING')
            cross join lateral (select v.name from organisation.organisation_version v
                where v.organisation_id = s.%1$s order by lower(v.valid) desc limit 1) last
            where s.%2$s = :id
            order by r.effective_on, last.name collate organisation.by_name
            """;

    private final JdbcClient jdbc;

    Succession(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Into which an organisation went, or which were split off from it. */
    public List<Link> became(OrganisationId id) {
        return links("successor_id", "predecessor_id", id);
    }

    /** Which went into it, or from which it was split off. */
    public List<Link> cameFrom(OrganisationId id) {
        return links("predecessor_id", "successor_id", id);
    }

    private List<Link> links(String other, String own, OrganisationId id) {
        return jdbc.sql(LINKS.formatted(other, own))
                .param("id", id.id())
                .query(new RecordRows<>(Link.class))
                .list();
    }

    /**
     * One step of the way from one organisation to another.
     *
     * @param id of the other one
     * @param name what that one is, or was last, called
     * @param day the first day of the new tree
     */
    public record Link(
            UUID id, String manner, UUID reorganisation, String reorganisationName, LocalDate day, String name) {}
}

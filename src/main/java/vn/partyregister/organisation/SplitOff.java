package vn.partyregister.organisation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.platform.Scope;

/**
 * An organisation that is split off from another in a reorganisation, and who of the other goes with it. Each module keeps
 * the choice of its own people; here it is written, of those whom a page showed to the one who chose.
 */
@Service
@Transactional
public class SplitOff {
    private final JdbcClient jdbc;
    private final Reorganisations reorganisations;
    private final OrganisationTree tree;
    private final AuditTrail audit;

    SplitOff(JdbcClient jdbc, Reorganisations reorganisations, OrganisationTree tree, AuditTrail audit) {
        this.jdbc = jdbc;
        this.reorganisations = reorganisations;
        this.tree = tree;
        this.audit = audit;
    }

    /** The split of a reorganisation in the scope. */
    @Transactional(readOnly = true)
    public Split of(ReorganisationId id, OrganisationId begun, Scope scope) {
        var day = reorganisations.get(id, scope).effectiveOn();
        var source = reorganisations.splitFrom(id, begun, scope);
        return new Split(source, tree.name(source, day).orElse(""), reorganisations.nameOf(id, begun), day);
    }

    /**
     * Writes who goes: whoever was chosen for another split is now chosen for this one, who was not shown stays as chosen.
     *
     * @param revision of the draft that was read before choosing
     * @param shown to whoever chose
     * @return how many go
     */
    public int choose(
            Choices kept,
            ReorganisationId id,
            OrganisationId begun,
            int revision,
            Collection<UUID> shown,
            Collection<UUID> chosen,
            Scope scope) {
        reorganisations.touch(id, revision, scope);
        jdbc.sql("""
                        delete from %1$s where reorganisation_id = :id and %2$s = any(:shown)
                        and (organisation_id = :begun or %2$s = any(:chosen))
                        """.formatted(kept.table(), kept.column()))
                .param("id", id.id())
                .param("begun", begun.id())
                .param("shown", shown.toArray(UUID[]::new))
                .param("chosen", chosen.toArray(UUID[]::new))
                .update();
        var going = jdbc.sql("""
                        insert into %1$s (reorganisation_id, %2$s, organisation_id)
                        select :id, one, :begun from unnest(cast(:chosen as uuid[])) as one
                        where one = any(:shown) on conflict do nothing
                        """.formatted(kept.table(), kept.column()))
                .param("id", id.id())
                .param("begun", begun.id())
                .param("shown", shown.toArray(UUID[]::new))
                .param("chosen", chosen.toArray(UUID[]::new))
                .update();
        audit.changed(kept.told(), new Subject("reorganisation", id.id(), null), null, Map.of("chosen", going));
        return going;
    }

    /**
     * Where a module keeps the choice of its people.
     *
     * @param column of who is chosen
     * @param told the act, in the trail
     */
    public record Choices(String table, String column, String told) {}

    /** What is split, what is split off from it, and from when. */
    public record Split(OrganisationId source, String sourceName, String begunName, LocalDate effectiveOn) {}
}

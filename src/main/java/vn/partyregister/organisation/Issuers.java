package vn.partyregister.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import vn.partyregister.platform.VietnameseText;

/** Whose decision a paper is, by the name that stands on it and by whom it is about. */
final class Issuers {
    private final JdbcClient jdbc;

    Issuers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The one of some organisations, or above any of them, whose name the issuer bears or whose committee's; else the one of
     * the whole tree; else the one above them whose committee is called so without a name. Nothing where none is, or several.
     */
    Optional<OrganisationId> meant(Decision decision, Collection<OrganisationId> about) {
        var above = named(decision, about, """
                and v.organisation_id in (select ancestor_id from organisation.ancestry
                    where descendant_id = any(:about) and valid @> cast(:day as date))
                """);
        var named = above.isEmpty() ? named(decision, about, "") : above;
        var meant = named.isEmpty() ? bare(decision, about) : named;
        return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
    }

    private List<OrganisationId> named(Decision decision, Collection<OrganisationId> about, String which) {
        return ask("""
                        select v.organisation_id from organisation.organisation_version v
                        where v.valid @> cast(:day as date)
                        and v.name_folded = any((select organisation.names_meant(:issuer))::text[])
                        """ + which + "limit 2", decision)
                .param("about", ids(about))
                .query(Issuers::id)
                .list();
    }

    /** The committees of their own line that are called so where the name is left out. */
    private List<OrganisationId> bare(Decision decision, Collection<OrganisationId> about) {
        return ask("""
                        select distinct v.organisation_id from organisation.ancestry a
                        join organisation.organisation_version v
                            on v.organisation_id = a.ancestor_id and v.valid @> cast(:day as date)
                        join organisation.bare_committee c
                            on c.type = v.type and starts_with(v.name_folded, platform.folded(c.organisation_begins) || ' ')
                        where a.descendant_id = any(:about) and a.valid @> cast(:day as date)
                        and platform.folded(c.words) = any((select organisation.names_meant(:issuer))::text[])
                        limit 2
                        """, decision).param("about", ids(about)).query(Issuers::id).list();
    }

    /** The name of the organisation that was meant, where the paper does not say it. */
    Optional<String> understood(Decision decision, OrganisationId by) {
        return ask("""
                        select v.name from organisation.organisation_version v
                        where v.organisation_id = :by and v.valid @> cast(:day as date)
                        and not v.name_folded = any((select organisation.names_meant(:issuer))::text[])
                        """, decision).param("by", by.id()).query(String.class).optional();
    }

    private StatementSpec ask(String sql, Decision decision) {
        return jdbc.sql(sql).param("day", decision.day()).param("issuer", VietnameseText.tidy(decision.issuer()));
    }

    static UUID[] ids(Collection<OrganisationId> organisations) {
        return organisations.stream().map(OrganisationId::id).toArray(UUID[]::new);
    }

    private static OrganisationId id(ResultSet row, int number) throws SQLException {
        return new OrganisationId(row.getObject("organisation_id", UUID.class));
    }
}

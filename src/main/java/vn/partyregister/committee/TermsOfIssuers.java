package vn.partyregister.committee;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.organisation.IssuersTerms;
import vn.partyregister.organisation.OrganisationId;

/** Tells whoever notes a decision through which days its issuer numbers decisions. */
@Component
class TermsOfIssuers implements IssuersTerms {
    private final JdbcClient jdbc;

    TermsOfIssuers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<IssuersTerms.Term> of(OrganisationId issuer) {
        return jdbc.sql("""
                        select lower(valid) as first, upper(valid) - 1 as last from committee.term
                        where organisation_id = :issuer and taken_back_at is null
                        """)
                .param("issuer", issuer.id())
                .query((row, _) -> new IssuersTerms.Term(
                        row.getObject("first", LocalDate.class), row.getObject("last", LocalDate.class)))
                .list();
    }
}

package vn.partyregister.statistics;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;

/** The committee above one (cấp ủy cấp trên trực tiếp), and who may act for which. */
@Component
class Superiors {
    private final JdbcClient jdbc;

    Superiors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * In whose name a visitor may undo what a committee has closed: the one above it, or the root itself for who governs the
     * register.
     */
    Optional<String> actingFor(OrganisationId organisation, LocalDate day, Visitor visitor) {
        var above = above(organisation, day).orElse(null);
        if (above == null) {
            return visitor.may(Permission.GOVERN_REGISTER)
                    ? itself(organisation, day).map(Committee::name)
                    : Optional.empty();
        }
        return reaches(above.id(), visitor.scope(Permission.KEEP_MEMBERS), day)
                ? Optional.of(above.name())
                : Optional.empty();
    }

    /** What the committee above is called; at the root the root itself. */
    String name(OrganisationId organisation, LocalDate day) {
        return above(organisation, day)
                .or(() -> itself(organisation, day))
                .map(Committee::name)
                .orElse("");
    }

    /** The organisation above on a day; nothing at the root. */
    Optional<Committee> above(OrganisationId organisation, LocalDate day) {
        return jdbc.sql("""
                        select p.organisation_id as id, p.name from organisation.organisation_version v
                        join organisation.organisation_version p on p.organisation_id = v.parent_id and p.valid @> cast(:day as date)
                        where v.organisation_id = :organisation and v.valid @> cast(:day as date)
                        """)
                .param("organisation", organisation.id())
                .param("day", day)
                .query(new RecordRows<>(Committee.class))
                .optional();
    }

    Optional<Committee> itself(OrganisationId organisation, LocalDate day) {
        return jdbc.sql("""
                        select organisation_id as id, name from organisation.organisation_version
                        where organisation_id = :organisation and valid @> cast(:day as date)
                        """)
                .param("organisation", organisation.id())
                .param("day", day)
                .query(new RecordRows<>(Committee.class))
                .optional();
    }

    boolean reaches(OrganisationId organisation, Scope scope, LocalDate day) {
        return jdbc.sql("select " + scope.condition(":organisation"))
                .params(scope.params(day))
                .param("organisation", organisation.id())
                .query(Boolean.class)
                .single();
    }
}

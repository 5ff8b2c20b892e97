package vn.partyregister.organisation;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.audit.SubjectNames;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Visitor;

/** Organisations in the audit trail are named to who may open them: as they are today, or as they last were. */
@Component
class NamesOfOrganisations implements SubjectNames {
    private final JdbcClient jdbc;
    private final BusinessDay businessDay;

    NamesOfOrganisations(JdbcClient jdbc, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
    }

    @Override
    public String kind() {
        return "organisation";
    }

    @Override
    public Map<UUID, Name> names(Collection<UUID> subjects, Visitor visitor) {
        var scope = visitor.scope(Permission.READ_ORGANISATIONS);
        var names = new HashMap<UUID, Name>();
        jdbc.sql("""
                        select v.organisation_id, v.name, v.last_day from (
                            select distinct on (organisation_id) organisation_id, name,
                                coalesce(upper(valid) - 1, 'infinity') as last_day
                            from organisation.organisation_version
                            where organisation_id in (:subjects)
                            order by organisation_id, valid @> cast(:asAt as date) desc, lower(valid) desc) v
                        where %s
                        """.formatted(scope.condition("v.organisation_id", "least(v.last_day, :asAt)")))
                .params(scope.params(businessDay.today()))
                .param("subjects", subjects)
                .query(row -> {
                    var id = row.getObject("organisation_id", UUID.class);
                    names.put(id, new Name(row.getString("name"), "/organisations/" + id));
                });
        return names;
    }
}

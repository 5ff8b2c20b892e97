package vn.partyregister.organisation;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.RuleSource;

/** Which type may stand under which, and since when. */
@Component
class PermittedPairs {
    private static final String RULE = "permitted-pairs";

    private final JdbcClient jdbc;
    private final OrganisationLists lists;

    PermittedPairs(JdbcClient jdbc, OrganisationLists lists) {
        this.jdbc = jdbc;
        this.lists = lists;
    }

    /** Refuses a pair that is forbidden on that day, with the rule that orders the pairs then. */
    void require(String parentType, String childType, LocalDate day) {
        var permitted = jdbc.sql("""
                        select exists (select 1 from organisation.permitted_pair
                        where parent_type = :parent and child_type = :child and valid @> cast(:day as date))
                        """)
                .param("parent", parentType)
                .param("child", childType)
                .param("day", day)
                .query(Boolean.class)
                .single();
        if (!permitted) {
            throw new RuleBroken(
                    source(parentType, childType, day),
                    "organisation.pair-forbidden",
                    lists.type(childType),
                    lists.type(parentType),
                    Dates.write(day));
        }
    }

    private RuleSource source(String parentType, String childType, LocalDate day) {
        return jdbc.sql("""
                        select directive, issuer, issued_on, clause from organisation.permitted_pair
                        where valid @> cast(:day as date)
                        order by child_type = :child desc, parent_type = :parent desc, parent_type, child_type limit 1
                        """)
                .param("day", day)
                .param("child", childType)
                .param("parent", parentType)
                .query((row, _) -> new RuleSource(
                        RULE,
                        row.getString("directive"),
                        row.getString("issuer"),
                        row.getObject("issued_on", LocalDate.class),
                        row.getString("clause")))
                .single();
    }
}

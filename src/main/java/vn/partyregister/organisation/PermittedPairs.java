package vn.partyregister.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
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

    /** All pairs of a day, for many questions at once. */
    Pairs on(LocalDate day) {
        var permitted = new HashMap<String, Pair>();
        jdbc.sql("""
                        select parent_type, child_type, needs_approval, directive, issuer, issued_on, clause
                        from organisation.permitted_pair where valid @> cast(:day as date)
                        order by parent_type, child_type
                        """).param("day", day).query(row -> {
            permitted.put(
                    key(row.getString("parent_type"), row.getString("child_type")),
                    new Pair(row.getBoolean("needs_approval"), source(row)));
        });
        return new Pairs(permitted, (parent, child) -> source(parent, child, day));
    }

    private static String key(String parentType, String childType) {
        return parentType + " " + childType;
    }

    private static RuleSource source(ResultSet row) throws SQLException {
        return new RuleSource(
                RULE,
                row.getString("directive"),
                row.getString("issuer"),
                row.getObject("issued_on", LocalDate.class),
                row.getString("clause"));
    }

    /**
     * The pairs of a day.
     *
     * @param forbidding finds the rule that orders the pairs then, for one that is not permitted
     */
    record Pairs(Map<String, Pair> permitted, BiFunction<String, String, RuleSource> forbidding) {
        /** The pair; null where it is forbidden. */
        @Nullable
        Pair find(String parentType, String childType) {
            return permitted.get(key(parentType, childType));
        }

        RuleSource forbids(String parentType, String childType) {
            return forbidding.apply(parentType, childType);
        }
    }

    /** A permitted pair. */
    record Pair(boolean needsApproval, RuleSource source) {}

    private RuleSource source(String parentType, String childType, LocalDate day) {
        return jdbc.sql("""
                        select directive, issuer, issued_on, clause from organisation.permitted_pair
                        where valid @> cast(:day as date)
                        order by child_type = :child desc, parent_type = :parent desc, parent_type, child_type limit 1
                        """)
                .param("day", day)
                .param("child", childType)
                .param("parent", parentType)
                .query((row, _) -> source(row))
                .single();
    }
}

package vn.partyregister.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.RuleSource;

/** Which type may stand under which, and since when; and what says so where one may not. */
@Component
class PermittedPairs {
    /** The page of the rulebook that lists the pairs, the types and the kinds. */
    static final String RULE = "permitted-pairs";

    private static final String SOURCE = "d.number as directive, d.issuer, d.issued_on, s.clause";

    private final JdbcClient jdbc;
    private final OrganisationLists lists;

    PermittedPairs(JdbcClient jdbc, OrganisationLists lists) {
        this.jdbc = jdbc;
        this.lists = lists;
    }

    /** Refuses a pair that is forbidden on that day, with the rule that forbids it. */
    void require(String parentType, String childType, LocalDate day) {
        if (find(parentType, childType, day).isEmpty()) {
            throw new RuleBroken(
                    forbids(parentType, childType, day),
                    "organisation.pair-forbidden",
                    lists.type(childType),
                    lists.type(parentType),
                    Dates.write(day));
        }
    }

    /** The pair; empty where it is forbidden on that day. */
    Optional<Pair> find(String parentType, String childType, LocalDate day) {
        return Optional.ofNullable(on(day).find(parentType, childType));
    }

    /** All pairs of a day, for many questions at once. */
    Pairs on(LocalDate day) {
        var permitted = new HashMap<String, Pair>();
        jdbc.sql("select s.parent_type, s.child_type, s.needs_approval, " + SOURCE + """

                        from organisation.permitted_pair s join reference.directive d on d.id = s.directive_id
                        where s.valid @> cast(:day as date)
                        """)
                .param("day", day)
                .query(row -> {
                    permitted.put(
                            key(row.getString("parent_type"), row.getString("child_type")),
                            new Pair(row.getBoolean("needs_approval"), source(row, day)));
                });
        return new Pairs(permitted, (parent, child) -> forbids(parent, child, day));
    }

    /** What knows a type: of one that ended, or began later, what says that. */
    RuleSource ofType(String type, LocalDate day) {
        return jdbc.sql("select " + SOURCE + """

                        from organisation.organisation_type s join reference.directive d on d.id = s.directive_id
                        where s.code = :type
                        """)
                .param("type", type)
                .query((row, _) -> source(row, day))
                .single();
    }

    /** The same of a kind of base organisation. */
    RuleSource ofKind(String kind, LocalDate day) {
        return jdbc.sql("select " + SOURCE + """

                        from organisation.organisation_kind s join reference.directive d on d.id = s.directive_id
                        where s.code = :kind
                        """)
                .param("kind", kind)
                .query((row, _) -> source(row, day))
                .single();
    }

    private RuleSource forbids(String parentType, String childType, LocalDate day) {
        return jdbc.sql("select " + SOURCE + """

                        from organisation.what_forbids(:parent, :child, :day) s
                        join reference.directive d on d.id = s.directive_id
                        """)
                .param("parent", parentType)
                .param("child", childType)
                .param("day", day)
                .query((row, _) -> source(row, day))
                .single();
    }

    private static String key(String parentType, String childType) {
        return parentType + " " + childType;
    }

    /** The page of the pairs shows those of one day: the day of the act. */
    private static RuleSource source(ResultSet row, LocalDate day) throws SQLException {
        return new RuleSource(
                        RULE,
                        row.getString("directive"),
                        row.getString("issuer"),
                        row.getObject("issued_on", LocalDate.class),
                        row.getString("clause"))
                .on(day);
    }

    /**
     * The pairs of a day.
     *
     * @param forbidding finds what forbids a pair that is not permitted
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
}

package vn.partyregister.membership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Seal;

/**
 * A member filter as SQL: one meaning for the list, its count and its export.
 *
 * @param with common table expressions, each with its comma behind it
 * @param organisation the expression of the organisation where a row belongs
 */
record MemberQuery(String with, String from, String organisation, String where, Map<String, Object> params) {
    /**
     * From this many rows on, it is quicker to walk the members in the order of their names and look where each stands
     * than to gather a subtree and sort it (measured at 46,214 members).
     */
    private static final int WORTH_WALKING = 1500;

    /** @param total how many rows there are, 0 where that is not known yet */
    static MemberQuery of(MemberFilter filter, Scope scope, Seal seal, long total) {
        return new Builder(filter, scope, isWorthWalking(total)).build(seal);
    }

    static boolean isWorthWalking(long total) {
        return total >= WORTH_WALKING;
    }

    /** {@link #with} where no expression of the asker's own follows: nothing, or a whole clause. */
    String onlyWith() {
        return with.isEmpty() ? "" : "with " + with.replaceFirst(",\\s*$", "");
    }

    /** Holds for ethnic minorities (dân tộc thiểu số): all but Kinh and people of foreign origin. */
    static String minority(String column) {
        return column + " not in ('KINH', 'FOREIGN_ORIGIN')";
    }

    private static final class Builder {
        private final MemberFilter filter;
        private final Scope scope;
        private final boolean walk;
        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> params = new HashMap<>();

        Builder(MemberFilter filter, Scope scope, boolean walk) {
            this.filter = filter;
            this.scope = scope;
            this.walk = walk;
            params.putAll(scope.params(filter.asAt()));
        }

        MemberQuery build(Seal seal) {
            var search = filter.q() == null ? null : MemberSearch.of(filter.q(), seal);
            var found = "";
            if (search != null) {
                // Fenced, so that a plan made without knowing the words cannot leave the index out.
                found = "found as materialized (select m.id from member.member m where %s),"
                        .formatted(search.condition());
                params.putAll(search.params());
            }
            var base = filter.admitted() == null ? standing() : admitted(filter.admitted());
            person();
            fact();
            conditions.addAll(kind(base.organisation()));
            return new MemberQuery(
                    found,
                    base.from() + (search == null ? "" : " join found on found.id = m.id"),
                    base.organisation(),
                    conditions.isEmpty() ? "true" : String.join("\nand ", conditions),
                    params);
        }

        private Base standing() {
            belongs("s.organisation_id", ":asAt");
            is(
                    "s.status = :status",
                    "status",
                    filter.status() == null ? null : filter.status().name());
            return new Base("""
                    member.member m join membership.standing s
                    on s.member_id = m.id and s.valid @> cast(:asAt as date)\
                    """, "s.organisation_id");
        }

        private Base admitted(int year) {
            belongs("mv.to_organisation_id", "mv.effective_on");
            is(
                    "s.status = :status",
                    "status",
                    filter.status() == null ? null : filter.status().name());
            params.put("admittedFrom", LocalDate.of(year, 1, 1));
            params.put("admittedTo", earlier(LocalDate.of(year, 12, 31), filter.asAt()));
            conditions.add("""
                    mv.kind = 'ADMITTED' and mv.effective_on between :admittedFrom and :admittedTo\
                    """);
            return new Base("""
                    membership.told mv join member.member m on m.id = mv.member_id
                    left join membership.standing s on s.member_id = m.id and s.valid @> cast(:asAt as date)\
                    """, "coalesce(s.organisation_id, mv.to_organisation_id)");
        }

        private void belongs(String column, String day) {
            if (!scope.everything()) {
                conditions.add(fenced(scope.condition(column, day)));
            }
            if (filter.organisation() != null) {
                params.put("organisation", filter.organisation());
                conditions.add(fenced(Scope.below(column, day)));
            }
        }

        /** Keeps the planner from gathering the subtree first where walking is quicker. */
        private String fenced(String condition) {
            return walk ? "(" + condition + ") is true" : condition;
        }

        private void person() {
            is("m.sex = :sex", "sex", filter.sex());
            is(
                    "m.born_earliest <= :bornTo",
                    "bornTo",
                    filter.ageFrom() == null ? null : filter.asAt().minusYears(filter.ageFrom()));
            is(
                    "m.born_earliest > :bornAfter",
                    "bornAfter",
                    filter.ageTo() == null ? null : filter.asAt().minusYears(filter.ageTo() + 1L));
            code("m.ethnicity", "ethnicity", filter.ethnicity());
            code("m.religion", "religion", filter.religion());
            code("m.general_education", "education", filter.education());
            code("m.qualification", "qualification", filter.qualification());
            code("m.political_theory", "theory", filter.theory());
            if (filter.entryYear() != null) {
                params.put("entryFrom", LocalDate.of(filter.entryYear(), 1, 1));
                params.put("entryTo", LocalDate.of(filter.entryYear(), 12, 31));
                conditions.add("m.joined_on between :entryFrom and :entryTo");
            }
            is("""
                    m.joined_on <@ (select p.joined from membership.entry_period p where p.code = :entryPeriod)\
                    """, "entryPeriod", filter.entryPeriod());
            if (filter.exempt() != null) {
                conditions.add((filter.exempt() ? "" : "not ") + """
                        exists (select 1 from membership.exemption e
                        where e.member_id = m.id and e.valid @> cast(:asAt as date))\
                        """);
            }
        }

        private void fact() {
            var fact = filter.fact();
            is("""
                    exists (select 1 from membership.dated_fact f where f.member_id = m.id and f.kind = :fact
                    and f.withdrawn_at is null and f.valid @> cast(:asAt as date))\
                    """, "fact", fact == null ? null : fact.name());
        }

        private void code(String column, String name, @Nullable String value) {
            if (value == null) {
                return;
            }
            switch (value) {
                case MemberFilter.NOT_STATED -> conditions.add(column + " is null");
                case MemberFilter.ANY -> conditions.add(column + " <> 'NONE'");
                case MemberFilter.MINORITY -> conditions.add(minority(column));
                default -> is(column + " = :" + name, name, value);
            }
        }

        private List<String> kind(String organisation) {
            if (filter.kind() == null) {
                return List.of();
            }
            var stated = !filter.kind().equals(MemberFilter.NOT_STATED);
            if (stated) {
                params.put("kind", filter.kind());
            }
            return List.of(
                    """
                    %s %s (select a.descendant_id from organisation.organisation_version b
                    join organisation.organisation_type t on t.code = b.type and t.tier = 'BASE'
                    join membership.kind_sum k on k.code = b.kind
                    join organisation.ancestry a on a.ancestor_id = b.organisation_id and a.valid @> cast(:asAt as date)
                    where b.valid @> cast(:asAt as date) and %s)\
                    """.formatted(organisation, stated ? "in" : "not in", stated ? "k.whole = :kind" : "k.is_top"));
        }

        private void is(String condition, String name, @Nullable Object value) {
            if (value != null) {
                params.put(name, value);
                conditions.add(condition);
            }
        }

        private static LocalDate earlier(LocalDate one, LocalDate other) {
            return one.isBefore(other) ? one : other;
        }
    }

    private record Base(String from, String organisation) {}
}

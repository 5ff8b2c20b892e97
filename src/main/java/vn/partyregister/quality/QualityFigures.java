package vn.partyregister.quality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.member.Check;
import vn.partyregister.member.Checks;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Remembered;

/** Counts whom each check finds among the members of an organisation: every file is looked at one time. */
@Service
public class QualityFigures {
    private final Checks checks;
    private final JdbcClient jdbc;
    private final Remembered remembered;

    QualityFigures(Checks checks, JdbcClient jdbc, Remembered remembered) {
        this.checks = checks;
        this.jdbc = jdbc;
        this.remembered = remembered;
    }

    /** The figures of an organisation. The caller has made sure that the reader may see it. */
    public Figures of(OrganisationId organisation, LocalDate today) {
        return remembered.of(
                List.of("quality", organisation, today), () -> counted(organisation, checks.on(today), today));
    }

    /** Files that fail alike are put together first: there are few sorts, and each check is then counted over these. */
    private Figures counted(OrganisationId organisation, List<Check> asked, LocalDate today) {
        var children = new HashMap<@Nullable OrganisationId, Tally>();
        jdbc.sql("""
                        with child as (
                            select c.descendant_id, c.ancestor_id
                            from organisation.organisation_version v
                            join organisation.ancestry c on c.ancestor_id = v.organisation_id
                                and c.valid @> cast(:today as date)
                            where v.parent_id = :organisation and v.valid @> cast(:today as date)
                        ), place as materialized (
                            select a.descendant_id as id, child.ancestor_id as child
                            from organisation.ancestry a
                            left join child on child.descendant_id = a.descendant_id
                            where a.ancestor_id = :organisation and a.valid @> cast(:today as date)
                        ), looked_at as (
                            select p.child, array[%s] as fails
                            from membership.standing s
                            join place p on p.id = s.organisation_id
                            join member.member m on m.id = s.member_id
                            where s.valid @> cast(:today as date)
                            offset 0
                        ), alike as (
                            select child, fails, count(*) as members from looked_at group by child, fails
                        )
                        select child, sum(members) as members, sum(members) filter (where true = any(fails)) as to_mend, %s
                        from alike group by child
                        """.formatted(
                                asked.stream().map(Check::condition).collect(Collectors.joining(",\n")),
                                IntStream.rangeClosed(1, asked.size())
                                        .mapToObj("sum(members) filter (where fails[%1$d]) as found_%1$d"::formatted)
                                        .collect(Collectors.joining(", "))))
                .params(checks.params(today))
                .param("organisation", organisation.id())
                .query(row -> {
                    children.put(OrganisationId.ofNullable(row.getObject("child", UUID.class)), tally(row, asked));
                });
        return new Figures(children);
    }

    private static Tally tally(ResultSet row, List<Check> asked) throws SQLException {
        var found = new HashMap<String, Long>();
        for (var place = 0; place < asked.size(); place++) {
            var count = row.getLong("found_" + (place + 1));
            if (count > 0) {
                found.put(asked.get(place).key(), count);
            }
        }
        return new Tally(row.getLong("members"), row.getLong("to_mend"), found);
    }

    /**
     * The figures of an organisation.
     *
     * @param children by the organisation right below; null for those in the organisation itself
     */
    public record Figures(Map<@Nullable OrganisationId, Tally> children) {
        Tally all() {
            return children.values().stream().reduce(Tally.NONE, Tally::plus);
        }

        Tally of(OrganisationId child) {
            return children.getOrDefault(child, Tally.NONE);
        }
    }

    /**
     * Some members.
     *
     * @param toMend those whom any check finds
     * @param found how many each check finds, by its key; a check that finds nobody is not there
     */
    public record Tally(long members, long toMend, Map<String, Long> found) {
        static final Tally NONE = new Tally(0, 0, Map.of());

        public Tally {
            found = Map.copyOf(found);
        }

        Tally plus(Tally other) {
            var both = new HashMap<>(found);
            other.found.forEach((key, count) -> both.merge(key, count, Long::sum));
            return new Tally(members + other.members, toMend + other.toMend, both);
        }

        long found(Check check) {
            return found.getOrDefault(check.key(), 0L);
        }
    }
}

package vn.partyregister.planning;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.planning.PlanRow.Span;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.reference.Rulebook;

/**
 * Counts admissions by group: the entries ADMITTED of the journal that hold, each where the cell lay on its day. The groups
 * overlap; the parts of an organisation sum to it in each of them.
 */
@Component
class AdmissionCounts {
    /** {@code h}: who was admitted below {@code :organisation} from {@code :from} to {@code :to}; {@code m}: who they are. */
    static final String ADMITTED = """
            (select e.member_id, e.effective_on as day, e.to_organisation_id as place, e.recorded
                from membership.told e where e.kind = 'ADMITTED' and e.effective_on between :from and :to) h
            join organisation.ancestry a on a.ancestor_id = :organisation and a.descendant_id = h.place and a.valid @> h.day
            join member.member m on m.id = h.member_id\
            """;

    private final Rulebook rulebook;
    private final BusinessDay businessDay;
    private final JdbcClient jdbc;

    AdmissionCounts(Rulebook rulebook, BusinessDay businessDay, JdbcClient jdbc) {
        this.rulebook = rulebook;
        this.businessDay = businessDay;
        this.jdbc = jdbc;
    }

    /** How many of each group, of the organisation and of each of its parts. */
    Counted of(UUID organisation, Span span, List<Group> groups) {
        var counted = groups.stream().filter(Group::countsAdmissions).toList();
        var columns = counted.stream()
                .map(group -> "count(*) filter (where %s) as \"%s\""
                        .formatted(group.criterion().condition(), group.code()))
                .collect(Collectors.joining(", "));
        var parts = new LinkedHashMap<UUID, Part>();
        var sum = new HashMap<String, Long>();
        jdbc.sql("""
                        select k.organisation_id as id, max(k.name) as name, %s
                        from %s
                        join organisation.ancestry p on p.descendant_id = h.place and p.valid @> h.day
                        join organisation.organisation_version k on k.organisation_id = p.ancestor_id and k.valid @> h.day
                            and (k.parent_id = :organisation or k.organisation_id = :organisation and h.place = :organisation)
                        group by grouping sets ((k.organisation_id), ())
                        """.formatted(columns, ADMITTED))
                .params(params(organisation, span))
                .query(row -> {
                    var figures = new HashMap<String, Long>();
                    for (var group : counted) {
                        figures.put(group.code(), row.getLong(group.code()));
                    }
                    var id = row.getObject("id", UUID.class);
                    if (id == null) {
                        sum.putAll(figures);
                    } else {
                        parts.put(id, new Part(row.getString("name"), figures));
                    }
                });
        return new Counted(parts, sum);
    }

    Map<String, Object> params(UUID organisation, Span span) {
        var params = new HashMap<String, Object>();
        params.put("organisation", organisation);
        params.put("from", span.from());
        params.put("to", span.to());
        params.put(
                "youthAge",
                rulebook.on(businessDay.today()).amount("youth-union-age").value());
        return params;
    }

    /** A part by its name then, with its figures by group. */
    record Part(String name, Map<String, Long> figures) {}

    /** The figures of an organisation and of its parts. */
    record Counted(Map<UUID, Part> parts, Map<String, Long> sum) {
        long of(@Nullable UUID part, String group) {
            var figures = part == null
                    ? sum
                    : parts.containsKey(part) ? parts.get(part).figures() : Map.<String, Long>of();
            return figures.getOrDefault(group, 0L);
        }
    }
}

package vn.partyregister.training;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Scope;

/**
 * How many classes were held and how many attended them: of an organisation, of each below it, and of each year. Each
 * class counts where the committee that holds it lay when it began, so that the parts sum to the whole.
 */
@Service
public class ClassFigures {
    private final BusinessDay businessDay;
    private final JdbcClient jdbc;

    ClassFigures(BusinessDay businessDay, JdbcClient jdbc) {
        this.businessDay = businessDay;
        this.jdbc = jdbc;
    }

    /** The figures of the classes that began from the first year to the last, counted by one statement. */
    public Figures of(UUID organisation, int from, int to, Scope scope) {
        var rows = jdbc.sql("""
                        select k.organisation_id as id, case when grouping(k.organisation_id) = 0 then max(k.name) end as name,
                            c.year,
                            count(*) filter (where c.kind = 'AWARENESS') as awareness_classes,
                            coalesce(sum(n.people) filter (where c.kind = 'AWARENESS'), 0) as awareness_people,
                            coalesce(sum(n.finished) filter (where c.kind = 'AWARENESS'), 0) as awareness_finished,
                            count(*) filter (where c.kind = 'NEW_MEMBER') as new_member_classes,
                            coalesce(sum(n.people) filter (where c.kind = 'NEW_MEMBER'), 0) as new_member_people,
                            coalesce(sum(n.finished) filter (where c.kind = 'NEW_MEMBER'), 0) as new_member_finished
                        from training.class c
                        join organisation.ancestry a on a.descendant_id = c.organisation_id and a.valid @> c.from_on
                        join organisation.organisation_version k on k.organisation_id = a.ancestor_id
                            and k.valid @> c.from_on and (k.parent_id = :organisation
                                or k.organisation_id = :organisation and c.organisation_id = :organisation)
                        cross join lateral (
                            select count(*) as people, count(*) filter (where p.outcome = 'FINISHED') as finished
                            from training.attendance p where p.class_id = c.id) n
                        where %s and c.year between :from and :to and %s
                        group by grouping sets ((k.organisation_id), (c.year), ())
                        order by grouping(c.year), c.year, max(k.name) collate organisation.by_name, k.organisation_id
                        """.formatted(ClassState.HELD.condition(), ClassList.leads(scope)))
                .params(scope.params(businessDay.today()))
                .param("today", businessDay.today())
                .param("organisation", organisation)
                .param("from", from)
                .param("to", to)
                .query(new RecordRows<>(Line.class))
                .list();
        return new Figures(
                rows.stream().filter(line -> line.id() != null).toList(),
                rows.stream().filter(line -> line.year() != null).toList(),
                rows.stream()
                        .filter(line -> line.id() == null && line.year() == null)
                        .findAny()
                        .orElseThrow());
    }

    /** The figures by organisation, by year, and in all. */
    public record Figures(List<Line> parts, List<Line> years, Line sum) {
        public Figures {
            parts = List.copyOf(parts);
            years = List.copyOf(years);
        }
    }

    /**
     * Classes and people of an organisation or of a year.
     *
     * @param id null for a year and for the sum
     * @param year null for an organisation and for the sum
     */
    public record Line(
            @Nullable UUID id,
            @Nullable String name,
            @Nullable Integer year,
            long awarenessClasses,
            long awarenessPeople,
            long awarenessFinished,
            long newMemberClasses,
            long newMemberPeople,
            long newMemberFinished) {}
}

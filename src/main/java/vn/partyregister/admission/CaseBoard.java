package vn.partyregister.admission;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.inbox.InboxDays;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Scope;

/** Cases under way as columns, one for each stage: how many wait there, how long, how many past their day. */
@Service
public class CaseBoard {
    private final JdbcClient jdbc;
    private final InboxDays days;

    CaseBoard(JdbcClient jdbc, InboxDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    /** The columns within a scope, in the order of the stages; one without cases is there too. */
    public List<Column> columns(AdmissionFilter filter, Scope scope, LocalDate today) {
        return jdbc.sql("""
                        select s.code as stage, count(c.id) as cases, count(c.id) filter (where w.due_on < :asAt) as overdue,
                            count(c.id) filter (where w.due_on >= :asAt and w.due_on <= :soon) as soon,
                            max(cast(:asAt as date) - c.since) as longest,
                            cast(percentile_disc(0.5) within group (order by cast(:asAt as date) - c.since) as integer) as middle
                        from admission.stage s
                        left join admission.admission_case c on c.stage = s.code and c.ended_on is null and %s and %s and %s
                        left join admission.due w on w.id = c.id
                        where s.valid @> cast(:asAt as date)
                            and s.code not in ('OFFICIAL', 'REMOVED', 'WITHDRAWN', 'REFUSED', 'CANCELLED', 'STRUCK', 'LEFT')
                        group by s.code, s.position order by s.position
                        """.formatted(
                                scope.condition("c.organisation_id"),
                                filter.category() == null ? "true" : "c.category = :category",
                                filter.organisation() == null ? "true" : Scope.below("c.organisation_id", ":asAt")))
                .params(scope.params(today))
                .param("soon", days.soon(today), Types.DATE)
                .param("category", filter.category())
                .param("organisation", filter.organisation())
                .query(new RecordRows<>(Column.class))
                .list();
    }

    /**
     * A column.
     *
     * @param soon due soon, as the inbox counts it
     * @param longest days the oldest has waited; null where none waits
     * @param middle days that half of them have waited
     */
    public record Column(
            Stage stage,
            int cases,
            int overdue,
            int soon,
            @Nullable Integer longest,
            @Nullable Integer middle) {}
}

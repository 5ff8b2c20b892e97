package vn.partyregister.statistics;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.reference.RuleChange;
import vn.partyregister.reference.RuleEffect;

/** What another day of closing does: periods that are over and open move, those that are closed were judged. */
@Component
class ClosingEffect implements RuleEffect {
    private final JdbcClient jdbc;

    ClosingEffect(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean concerns(String key) {
        return jdbc.sql("select exists (select from statistics.period_kind where due_rule = :key)")
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<Figure> figures(RuleChange change, LocalDate today) {
        return List.of(new Figure("reference.effect.closings", judged(change, today), judged(change, today), null));
    }

    @Override
    public long judged(RuleChange change, LocalDate today) {
        return jdbc.sql("""
                        select count(*) from statistics.closing c join statistics.period_kind k on k.code = c.kind
                        where k.due_rule = :key and c.reopened_at is null and daterange(:starts, :ends) @> c.to_on
                        """)
                .param("key", change.key())
                .param("starts", change.starts())
                .param("ends", change.ends(), java.sql.Types.DATE)
                .query(Long.class)
                .single();
    }
}

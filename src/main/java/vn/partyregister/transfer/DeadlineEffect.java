package vn.partyregister.transfer;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.reference.RuleChange;
import vn.partyregister.reference.RuleEffect;

/** What another deadline of a transfer does: open letters get another last day; of those that are out the day was judged. */
@Component
class DeadlineEffect implements RuleEffect {
    private static final String ADDRESS = "/inbox?kind=%s";

    private final JdbcClient jdbc;

    DeadlineEffect(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean concerns(String key) {
        return Arrays.stream(TransferKind.values())
                .anyMatch(kind -> key.equals(kind.rule("start")) || key.equals(kind.rule("presentation")));
    }

    @Override
    public List<Figure> figures(RuleChange change, LocalDate today) {
        var moved = ask(change, today, """
                        select count(*) filter (where due is distinct from moved) as changed, count(*) filter (where due < :today) as overdue,
                            count(*) filter (where moved < :today) as overdue_then
                        from (select %1$s as due, reference.last_day(%2$s, cast(:amount as integer), :unit) as moved
                            from transfer.transfer t join transfer.deadline d on d.id = t.id where %3$s and %4$s) as open
                        """.formatted(
                                starts(change) ? "d.begin_by" : "d.present_by",
                                anchor(change),
                                starts(change)
                                        ? "t.direction <> 'IN' and t.introduced_on is null and t.ended_on is null"
                                        : "t.stage in ('IN_TRANSIT', 'ARRIVING')",
                                within(change)))
                .param("amount", change.value())
                .param("unit", change.unit())
                .query(new RecordRows<>(Moved.class))
                .single();
        var address = ADDRESS.formatted(starts(change) ? "TRANSFER_LETTER" : "TRANSFER_PRESENTATION");
        return List.of(
                new Figure("reference.effect.transfer-moved", 0, moved.changed(), address),
                new Figure("reference.effect.transfer-overdue", moved.overdue(), moved.overdueThen(), address));
    }

    @Override
    public long judged(RuleChange change, LocalDate today) {
        return ask(
                        change,
                        today,
                        "select count(*) from transfer.transfer t where %s and %s"
                                .formatted(
                                        starts(change) ? "t.introduced_on is not null" : "t.stage = 'ACCEPTED'",
                                        within(change)))
                .query(Long.class)
                .single();
    }

    private StatementSpec ask(RuleChange change, LocalDate today, String sql) {
        return jdbc.sql(sql)
                .param(
                        "kind",
                        Arrays.stream(TransferKind.values())
                                .filter(kind -> change.key().equals(kind.rule("start"))
                                        || change.key().equals(kind.rule("presentation")))
                                .findFirst()
                                .orElseThrow()
                                .name())
                .param("starts", change.starts())
                .param("ends", change.ends(), java.sql.Types.DATE)
                .param("today", today);
    }

    private static boolean starts(RuleChange change) {
        return Arrays.stream(TransferKind.values())
                .anyMatch(kind -> change.key().equals(kind.rule("start")));
    }

    /** The day whose rule a deadline is judged by. */
    private static String anchor(RuleChange change) {
        return starts(change) ? "t.decided_on" : "t.introduced_on";
    }

    private static String within(RuleChange change) {
        return "t.kind = :kind and daterange(:starts, :ends) @> %1$s and %1$s <= :today".formatted(anchor(change));
    }

    record Moved(long changed, long overdue, long overdueThen) {}
}

package vn.partyregister.recognition;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Uuids;
import vn.partyregister.recognition.Stock.Going;

/** The lines of the stock ledger as they are written: serials that leave a stock, serials that come back into it. */
@Component
class StockLines {
    private static final String INSERT = """
            insert into recognition.outgoing (id, receipt_id, receipt_serials, serials, kind, happened_on, paper, why, member_id,
                recorded_by)
            """;

    private final JdbcClient jdbc;

    StockLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who takes something out waits for who does it already: two would find the same serial free. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('recognition.stock', 0))")
                .query((row, _) -> row.getObject(1) == null)
                .list();
    }

    /** Serials of a receipt leave the stock. */
    UUID out(UUID receipt, long first, long last, Line line) {
        var id = Uuids.next();
        line.bind(jdbc.sql(INSERT + """
                        select :id, r.id, r.serials, int8range(:first, :last, '[]'), :kind,
                            greatest(cast(:day as date), r.received_on), :paper, :why, :member, :username
                        from recognition.receipt r where r.id = :receipt
                        """))
                .param("id", id)
                .param("receipt", receipt)
                .param("first", first)
                .param("last", last)
                .param("member", line.member(), java.sql.Types.OTHER)
                .update();
        return id;
    }

    /** One thing each goes to members who were found one. */
    void issue(Collection<Taken> taken, LocalDate day, String paper) {
        new Line(Going.ISSUED, day, paper, null, null)
                .bind(jdbc.sql(INSERT + """
                        select o.id, r.id, r.serials, int8range(o.number, o.number, '[]'), :kind,
                            greatest(cast(:day as date), r.received_on), :paper, :why, o.member, :username
                        from unnest(cast(:ids as uuid[]), cast(:receipts as uuid[]), cast(:numbers as bigint[]),
                            cast(:members as uuid[])) as o (id, receipt, number, member)
                        join recognition.receipt r on r.id = o.receipt
                        """))
                .param("ids", taken.stream().map(Taken::outgoing).toArray(UUID[]::new))
                .param("receipts", taken.stream().map(Taken::receipt).toArray(UUID[]::new))
                .param("numbers", taken.stream().map(Taken::number).toArray(Long[]::new))
                .param("members", taken.stream().map(Taken::member).toArray(UUID[]::new))
                .update();
    }

    /**
     * What was issued comes back into the stock it had left, not before it left it.
     *
     * @return the receipts it came in by
     */
    List<Back> back(Collection<UUID> outgoings, LocalDate day, String paper) {
        return in(outgoings, "BACK", null, day, paper);
    }

    /** What one organisation gave comes in at another. */
    void pass(UUID outgoing, Going kind, UUID taker, LocalDate day, String paper) {
        in(List.of(outgoing), kind.name(), taker, day, paper);
    }

    private List<Back> in(
            Collection<UUID> outgoings, String source, @Nullable UUID taker, LocalDate day, String paper) {
        return jdbc.sql("""
                        insert into recognition.receipt (id, organisation_id, kind, series, serials, digits, received_on, paper,
                            source, from_outgoing, recorded_by)
                        select b.id, coalesce(cast(:taker as uuid), r.organisation_id), r.kind, r.series, o.serials, r.digits,
                            greatest(cast(:day as date), o.happened_on), :paper, :source, o.id, :username
                        from unnest(cast(:ids as uuid[]), cast(:outgoings as uuid[])) as b (id, outgoing)
                        join recognition.outgoing o on o.id = b.outgoing
                        join recognition.receipt r on r.id = o.receipt_id
                        returning id as receipt, lower(serials) as number
                        """)
                .param("taker", taker, java.sql.Types.OTHER)
                .param("source", source)
                .param("day", day)
                .param("paper", paper)
                .param("username", Author.current().username())
                .param("ids", outgoings.stream().map(_ -> Uuids.next()).toArray(UUID[]::new))
                .param("outgoings", outgoings.toArray(UUID[]::new))
                .query(new RecordRows<>(Back.class))
                .list();
    }

    /** A receipt that something issued came back by, and its one serial. */
    record Back(UUID receipt, long number) {}

    /** A thing of the stock that was found for a member, and the line it goes out by. */
    record Taken(UUID member, UUID outgoing, UUID receipt, long number, String serial) {}

    /**
     * How serials go.
     *
     * @param why they are written off; null where they are not
     * @param member who is given one; null where nobody is
     */
    record Line(
            Going kind,
            LocalDate day,
            String paper,
            @Nullable String why,
            @Nullable UUID member) {
        private JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
            return statement
                    .param("kind", kind.name())
                    .param("day", day)
                    .param("paper", paper)
                    .param("why", why, java.sql.Types.VARCHAR)
                    .param("username", Author.current().username());
        }
    }
}

package vn.partyregister.recognition;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Uuids;

/**
 * The stock ledger (sổ kho) of blank cards, badges and certificates: a serial comes in once and goes out once, and what is
 * left over is what came in less what went out.
 */
@Service
@Transactional
public class Stock {
    private final JdbcClient jdbc;
    private final StockList list;
    private final OrganisationTree tree;
    private final BusinessDay businessDay;
    private final AuditTrail audit;

    Stock(JdbcClient jdbc, StockList list, OrganisationTree tree, BusinessDay businessDay, AuditTrail audit) {
        this.jdbc = jdbc;
        this.list = list;
        this.tree = tree;
        this.businessDay = businessDay;
        this.audit = audit;
    }

    /** Serials come in. */
    public ReceiptId receive(
            OrganisationId organisation, String kind, Serials serials, LocalDate day, String paper, Scope scope) {
        tree.get(organisation, scope, businessDay.today());
        notInTheFuture(day);
        jdbc.sql("""
                        select recognition.serial(series, lower(serials * int8range(:first, :last, '[]')), digits) as first,
                            received_on
                        from recognition.receipt
                        where kind = :kind and series = :series and serials && int8range(:first, :last, '[]')
                        order by serials limit 1
                        """)
                .param("kind", kind)
                .param("series", serials.series())
                .param("first", serials.first())
                .param("last", serials.last())
                .query((row, _) -> new RuleBroken(
                        "recognition.received-already",
                        row.getString("first"),
                        Dates.write(row.getObject("received_on", LocalDate.class))))
                .optional()
                .ifPresent(refused -> {
                    throw refused;
                });
        var id = ReceiptId.next();
        jdbc.sql("""
                        insert into recognition.receipt
                            (id, organisation_id, kind, series, serials, digits, received_on, paper, recorded_by)
                        values (:id, :organisation, :kind, :series, int8range(:first, :last, '[]'), :digits, :day, :paper,
                            :username)
                        """)
                .param("id", id.id())
                .param("organisation", organisation.id())
                .param("kind", kind)
                .param("series", serials.series())
                .param("first", serials.first())
                .param("last", serials.last())
                .param("digits", serials.digits())
                .param("day", day)
                .param("paper", paper)
                .param("username", Author.current().username())
                .update();
        audit.changed(
                "stock.received",
                new Subject("stock", id.id(), organisation.id()),
                null,
                Map.of("kind", kind, "serials", serials.toString(), "on", day, "paper", paper));
        return id;
    }

    /** Serials of a receipt go out: spoilt, sent back, or issued otherwise than through an act of the register. */
    public void takeOut(ReceiptId id, Going kind, long first, long last, LocalDate day, String paper, Scope scope) {
        var receipt = list.get(id, scope);
        notInTheFuture(day);
        if (day.isBefore(receipt.receivedOn())) {
            throw new RuleBroken("recognition.out-before-in", Dates.write(receipt.receivedOn()));
        }
        if (first < receipt.first() || last > receipt.last() || first > last) {
            throw new RuleBroken(
                    "recognition.not-of-the-receipt", receipt.serial(receipt.first()), receipt.serial(receipt.last()));
        }
        lock();
        jdbc.sql("""
                        select lower(serials * int8range(:first, :last, '[]')) as serial, kind, happened_on
                        from recognition.outgoing where receipt_id = :id and serials && int8range(:first, :last, '[]')
                        order by serials limit 1
                        """)
                .param("id", id.id())
                .param("first", first)
                .param("last", last)
                .query((row, _) -> new RuleBroken(
                        "recognition.gone-already",
                        receipt.serial(row.getLong("serial")),
                        Dates.write(row.getObject("happened_on", LocalDate.class))))
                .optional()
                .ifPresent(refused -> {
                    throw refused;
                });
        out(id.id(), kind, first, last, day, paper, null);
        audit.changed(
                "stock.taken-out",
                new Subject("stock", id.id(), receipt.organisationId()),
                null,
                Map.of("kind", kind, "first", receipt.serial(first), "last", receipt.serial(last), "paper", paper));
    }

    /** One thing goes to a member by its serial, out of the stock of any organisation of the scope. */
    void issue(String kind, String serial, MemberId member, LocalDate day, String paper, Scope scope) {
        var found = list.holding(kind, serial, scope)
                .orElseThrow(() -> new RuleBroken("recognition.serial-not-in-stock", serial));
        lock();
        try {
            out(found.receipt(), Going.ISSUED, found.number(), found.number(), day, paper, member.id());
        } catch (DataIntegrityViolationException _) {
            throw new RuleBroken("recognition.serial-not-in-stock", serial);
        }
    }

    /** A badge of the right level for each proposed, in the order of their names; refused where the stock falls short. */
    Map<UUID, String> issueBadges(BatchId batch, Batch of, String paper) {
        lock();
        var pairs = jdbc.sql("""
                        with wanted as (
                            select p.member_id, p.level, row_number() over (partition by p.level
                                order by m.given_name, m.middle_name, m.family_name, m.id) as place
                            from recognition.proposal p join member.member m on m.id = p.member_id
                            where p.batch_id = :batch and p.removed_why is null
                        ), wants as (select level, count(*) as people from wanted group by level
                        ), free as (
                            select s.kind, s.id, g.number, recognition.serial(s.series, g.number, s.digits) as serial,
                                row_number() over (partition by s.kind order by s.received_on, s.id, g.number) as place
                            from recognition.stock s
                            join wants w on w.level = s.kind
                            cross join lateral unnest(s.free) as r (span)
                            cross join lateral generate_series(lower(r.span), least(upper(r.span) - 1,
                                lower(r.span) + w.people - 1)) as g (number)
                            where s.organisation_id = :organisation
                        )
                        select w.member_id, w.level, f.id as receipt, f.number, f.serial
                        from wanted w left join free f on f.kind = w.level and f.place = w.place
                        """)
                .param("batch", batch.id())
                .param("organisation", of.organisationId())
                .query(new RecordRows<>(Pair.class))
                .list();
        pairs.stream().filter(pair -> pair.serial() == null).findFirst().ifPresent(pair -> {
            throw new RuleBroken(
                    "recognition.stock-falls-short",
                    pair.level().replaceAll("\\D", ""),
                    pairs.stream()
                            .filter(one -> one.level().equals(pair.level()) && one.serial() == null)
                            .count());
        });
        jdbc.sql("""
                        insert into recognition.outgoing (id, receipt_id, receipt_serials, serials, kind, happened_on, paper,
                            member_id, recorded_by)
                        select o.id, r.id, r.serials, int8range(o.number, o.number, '[]'), 'ISSUED', :day, :paper, o.member,
                            :username
                        from unnest(cast(:ids as uuid[]), cast(:receipts as uuid[]), cast(:numbers as bigint[]),
                            cast(:members as uuid[])) as o (id, receipt, number, member)
                        join recognition.receipt r on r.id = o.receipt
                        """)
                .param("day", businessDay.today())
                .param("paper", paper)
                .param("username", Author.current().username())
                .param("ids", pairs.stream().map(_ -> Uuids.next()).toArray(UUID[]::new))
                .param("receipts", pairs.stream().map(Pair::receipt).toArray(UUID[]::new))
                .param("numbers", pairs.stream().map(Pair::number).toArray(Long[]::new))
                .param("members", pairs.stream().map(Pair::memberId).toArray(UUID[]::new))
                .update();
        var numbers = new HashMap<UUID, String>();
        pairs.forEach(pair -> numbers.put(pair.memberId(), java.util.Objects.requireNonNull(pair.serial())));
        return numbers;
    }

    private void out(
            UUID receipt, Going kind, long first, long last, LocalDate day, String paper, @Nullable UUID member) {
        jdbc.sql("""
                        insert into recognition.outgoing (id, receipt_id, receipt_serials, serials, kind, happened_on, paper,
                            member_id, recorded_by)
                        select :id, r.id, r.serials, int8range(:first, :last, '[]'), :kind, :day, :paper, :member, :username
                        from recognition.receipt r where r.id = :receipt
                        """)
                .param("id", Uuids.next())
                .param("receipt", receipt)
                .param("first", first)
                .param("last", last)
                .param("kind", kind.name())
                .param("day", day)
                .param("paper", paper)
                .param("member", member, java.sql.Types.OTHER)
                .param("username", Author.current().username())
                .update();
    }

    /** Who takes something out waits for who does it already: two would find the same serial free. */
    private void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('recognition.stock', 0))")
                .query((row, _) -> row.getObject(1) == null)
                .list();
    }

    private void notInTheFuture(LocalDate day) {
        if (day.isAfter(businessDay.today())) {
            throw new RuleBroken("membership.in-the-future", Dates.write(day));
        }
    }

    /** A member and the badge that was found for them; without one where the stock falls short. */
    private record Pair(
            UUID memberId,
            String level,
            @Nullable UUID receipt,
            @Nullable Long number,
            @Nullable String serial) {}

    /** How serials leave the stock. */
    public enum Going {
        /** Đã cấp. */
        ISSUED,
        /** Hỏng, hủy. */
        SPOILT,
        /** Trả lại cấp trên. */
        SENT_BACK;

        /** All of them. */
        public static List<Going> all() {
            return List.of(values());
        }
    }
}

package vn.partyregister.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.recognition.Stock.Going;
import vn.partyregister.recognition.StockLines.Line;
import vn.partyregister.recognition.StockList.Receipt;

/**
 * Serials of a receipt go out otherwise than to a member: written off, handed down to an organisation below, sent back to
 * where they came from, or corrected because they had never come in so.
 */
@Service
@Transactional
public class StockOut {
    private static final int NAMED = 5;

    private final JdbcClient jdbc;
    private final StockList list;
    private final StockLines lines;
    private final OrganisationTree tree;
    private final BusinessDay businessDay;
    private final AuditTrail audit;

    StockOut(
            JdbcClient jdbc,
            StockList list,
            StockLines lines,
            OrganisationTree tree,
            BusinessDay businessDay,
            AuditTrail audit) {
        this.jdbc = jdbc;
        this.list = list;
        this.lines = lines;
        this.tree = tree;
        this.businessDay = businessDay;
        this.audit = audit;
    }

    /** Takes serials out of a receipt; what is handed down or sent back comes in at the other end at once. */
    public void takeOut(ReceiptId id, Leaving said, Scope scope) {
        var receipt = list.get(id, scope);
        if (said.kind().needsReason() && said.why() == null) {
            throw new RuleBroken("recognition.missing.write-off");
        }
        inOrder(said, receipt);
        var taker = taker(said, receipt, scope);
        lines.lock();
        refuseWhatIsGone(said, receipt);
        var line = lines.out(
                id.id(),
                said.first(),
                said.last(),
                new Line(said.kind(), said.day(), said.paper(), said.kind().needsReason() ? said.why() : null, null));
        if (taker != null) {
            lines.pass(line, said.kind(), taker, said.day(), said.paper());
        }
        audit.changed(
                "stock.taken-out",
                new Subject("stock", id.id(), receipt.organisationId()),
                null,
                Map.of(
                        "kind", said.kind(),
                        "first", receipt.serial(said.first()),
                        "last", receipt.serial(said.last()),
                        "paper", said.paper()));
    }

    private void inOrder(Leaving said, Receipt receipt) {
        if (said.day().isAfter(businessDay.today())) {
            throw new RuleBroken("membership.in-the-future", Dates.write(said.day()));
        }
        if (said.day().isBefore(receipt.receivedOn())) {
            throw new RuleBroken("recognition.out-before-in", Dates.write(receipt.receivedOn()));
        }
        if (said.first() < receipt.first() || said.last() > receipt.last() || said.first() > said.last()) {
            throw new RuleBroken(
                    "recognition.not-of-the-receipt", receipt.serial(receipt.first()), receipt.serial(receipt.last()));
        }
    }

    /** Who has them afterwards; null where nobody of the register does. */
    private @Nullable UUID taker(Leaving said, Receipt receipt, Scope scope) {
        return switch (said.kind()) {
            case ISSUED, SPOILT, LOST -> null;
            case HANDED_DOWN -> below(said, receipt, scope);
            case SENT_BACK -> giver(receipt);
            case CORRECTED -> {
                if (!receipt.isFromOutside()) {
                    throw new RuleBroken("recognition.corrected-where-it-came-in");
                }
                yield null;
            }
            case REORGANISED -> throw new RuleBroken("recognition.only-by-reorganisation");
        };
    }

    /** Somebody below; what one that ended has left goes to whomever the committee above says. */
    private UUID below(Leaving said, Receipt receipt, Scope scope) {
        var to = said.to();
        if (to == null) {
            throw new RuleBroken("recognition.missing.taker");
        }
        var name = tree.get(to, scope, businessDay.today()).name();
        var isBelow = jdbc.sql("""
                        select exists (select from organisation.ancestry where descendant_id = :to and ancestor_id = :from
                            and depth > 0 and valid @> cast(:day as date))
                        or exists (select from organisation.closing where organisation_id = :from and last_day < :day)
                        """)
                .param("to", to.id())
                .param("from", receipt.organisationId())
                .param("day", said.day())
                .query(Boolean.class)
                .single();
        if (!isBelow) {
            throw new RuleBroken("recognition.handed-down-to-below", name, receipt.organisation());
        }
        return to.id();
    }

    /**
     * Who handed them down to the organisation that has them now, or to one it took them over from; whoever followed on
     * that one where it has ended. Null where they came from outside.
     */
    private @Nullable UUID giver(Receipt receipt) {
        return jdbc
                .sql("""
                        with recursive chain as (
                            select r.organisation_id, r.source, r.from_outgoing, 0 as step, array[r.organisation_id] as own
                            from recognition.receipt r where r.id = :id
                            union all
                            select r.organisation_id, r.source, r.from_outgoing, c.step + 1,
                                case when c.source = 'REORGANISED' and c.organisation_id = any(c.own)
                                    then c.own || r.organisation_id else c.own end
                            from chain c
                            join recognition.outgoing o on o.id = c.from_outgoing
                            join recognition.receipt r on r.id = o.receipt_id
                        ), giver as (
                            select above.organisation_id as id from chain here join chain above on above.step = here.step + 1
                            where here.organisation_id = any(here.own) and here.source = 'HANDED_DOWN'
                            order by here.step limit 1
                        ), heir as (
                            select id, 0 as step from giver
                            union all
                            select s.successor_id, h.step + 1 from heir h
                            join organisation.succession s on s.predecessor_id = h.id and s.manner = 'MERGED'
                            join organisation.reorganisation r on r.id = s.reorganisation_id and r.state = 'APPLIED'
                        )
                        select h.id as organisation_id from heir h order by h.step desc limit 1
                        """)
                .param("id", receipt.id())
                .query((row, _) -> row.getObject("organisation_id", UUID.class))
                .list()
                .stream()
                .findFirst()
                .orElse(null);
    }

    private void refuseWhatIsGone(Leaving said, Receipt receipt) {
        var gone = jdbc.sql("""
                        select lower(serials * int8range(:first, :last, '[]')) as first,
                            upper(serials * int8range(:first, :last, '[]')) - 1 as last, happened_on
                        from recognition.outgoing where receipt_id = :id and serials && int8range(:first, :last, '[]')
                        order by serials
                        """)
                .param("id", receipt.id())
                .param("first", said.first())
                .param("last", said.last())
                .query(new RecordRows<>(Gone.class))
                .list();
        if (gone.isEmpty()) {
            return;
        }
        if (said.kind() == Going.CORRECTED) {
            throw new RuleBroken("recognition.gone-before-it-was-corrected", count(gone), told(gone, receipt));
        }
        throw new RuleBroken(
                "recognition.gone-already",
                receipt.serial(gone.getFirst().first()),
                Dates.write(gone.getFirst().happenedOn()));
    }

    private static long count(List<Gone> gone) {
        return gone.stream().mapToLong(one -> one.last() - one.first() + 1).sum();
    }

    private static String told(List<Gone> gone, Receipt receipt) {
        return gone.stream()
                        .limit(NAMED)
                        .map(one -> receipt.serial(one.first())
                                + (one.first() == one.last() ? "" : "–" + receipt.serial(one.last()))
                                + " (" + Dates.write(one.happenedOn()) + ")")
                        .collect(Collectors.joining(", "))
                + (gone.size() > NAMED ? " …" : "");
    }

    private record Gone(long first, long last, LocalDate happenedOn) {}
}

package vn.partyregister.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
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
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.recognition.StockLines.Line;
import vn.partyregister.recognition.StockLines.Taken;

/**
 * The stock ledger (sổ kho) of blank cards, badges and certificates: a serial comes in once and goes out once, and what is
 * left over is what came in less what went out.
 */
@Service
@Transactional
public class Stock {
    private final JdbcClient jdbc;
    private final StockList list;
    private final StockLines lines;
    private final Blanks blanks;
    private final OrganisationTree tree;
    private final BusinessDay businessDay;
    private final AuditTrail audit;

    Stock(
            JdbcClient jdbc,
            StockList list,
            StockLines lines,
            Blanks blanks,
            OrganisationTree tree,
            BusinessDay businessDay,
            AuditTrail audit) {
        this.jdbc = jdbc;
        this.list = list;
        this.lines = lines;
        this.blanks = blanks;
        this.tree = tree;
        this.businessDay = businessDay;
        this.audit = audit;
    }

    /** Serials come in from outside the register. */
    public ReceiptId receive(
            OrganisationId organisation, String kind, Serials serials, LocalDate day, String paper, Scope scope) {
        tree.get(organisation, scope, businessDay.today());
        notInTheFuture(day);
        jdbc.sql("""
                        select recognition.serial(series, lower(standing * int8multirange(int8range(:first, :last, '[]'))), digits)
                            as first, received_on
                        from recognition.receipt
                        where kind = :kind and series = :series and from_outgoing is null
                        and standing && int8range(:first, :last, '[]')
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

    /**
     * One thing goes to a member by its serial, out of the stock of any organisation of the scope; not before it came in.
     *
     * @return the line it went out by
     */
    UUID issue(String kind, String serial, MemberId member, LocalDate day, String paper, Scope scope) {
        var found = list.holding(kind, serial, scope)
                .orElseThrow(() -> new RuleBroken("recognition.serial-not-in-stock", serial));
        lines.lock();
        try {
            return lines.out(
                    found.receipt(),
                    found.number(),
                    found.number(),
                    new Line(Going.ISSUED, day, paper, null, member.id()));
        } catch (DataIntegrityViolationException _) {
            throw new RuleBroken("recognition.serial-not-in-stock", serial);
        }
    }

    /** A badge of the right level for each proposed, in the order of their names; refused where the stock falls short. */
    Map<UUID, Taken> issueBadges(Map<UUID, String> levels, Batch of, String paper) {
        var found = blanks.find(levels, of.organisationId());
        found.without().stream().findFirst().map(levels::get).ifPresent(level -> {
            throw new RuleBroken(
                    "recognition.stock-falls-short",
                    level.replaceAll("\\D", ""),
                    found.without().stream()
                            .filter(one -> level.equals(levels.get(one)))
                            .count());
        });
        blanks.issue(found.taken().values(), businessDay.today(), paper);
        return found.taken();
    }

    /** One thing that was issued comes back, and is written off at once where it cannot be given again. */
    void takeBack(UUID outgoing, BadgeGoes goes, LocalDate day, String paper, String why) {
        lines.lock();
        var writtenOff = goes.writtenOff();
        for (var back : lines.back(List.of(outgoing), day, paper)) {
            if (writtenOff != null) {
                lines.out(back.receipt(), back.number(), back.number(), new Line(writtenOff, day, paper, why, null));
            }
        }
    }

    private void notInTheFuture(LocalDate day) {
        if (day.isAfter(businessDay.today())) {
            throw new RuleBroken("membership.in-the-future", Dates.write(day));
        }
    }

    /** How serials leave the stock. */
    public enum Going {
        /** Đã cấp. */
        ISSUED,
        /** Hỏng, hủy. */
        SPOILT,
        /** Mất. */
        LOST,
        /** Trả lại cấp trên. */
        SENT_BACK,
        /** Giao cấp dưới. */
        HANDED_DOWN,
        /** Đính chính: entered by mistake. */
        CORRECTED,
        /** Bàn giao khi sắp xếp tổ chức: by a reorganisation alone. */
        REORGANISED;

        /** Whether it has to be said why. */
        public boolean needsReason() {
            return this == SPOILT || this == LOST || this == CORRECTED;
        }

        /** Those that can be done with a receipt. */
        public static List<Going> of(StockList.Receipt receipt) {
            return Stream.of(values())
                    .filter(one -> one != REORGANISED && (one != CORRECTED || receipt.isFromOutside()))
                    .toList();
        }
    }
}

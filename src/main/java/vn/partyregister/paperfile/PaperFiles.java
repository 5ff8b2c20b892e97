package vn.partyregister.paperfile;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.MemberFiles;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;

/** The paper file of one member: where it is, and what happens to it, one act at a time. */
@Service
@Transactional
public class PaperFiles {
    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final MemberFiles files;
    private final BusinessDay businessDay;
    private final AuditTrail audit;

    PaperFiles(JdbcClient jdbc, Ledger ledger, MemberFiles files, BusinessDay businessDay, AuditTrail audit) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.files = files;
        this.businessDay = businessDay;
        this.audit = audit;
    }

    /** The paper file of somebody in the scope, with its whole history. */
    @Transactional(readOnly = true)
    public PaperFile open(MemberId member, Scope scope) {
        var brief = files.brief(member, scope, businessDay.today());
        var now = ledger.find(List.of(member)).getFirst();
        return new PaperFile(brief, now, events(member), ledger.open(now.state()));
    }

    /** Put into its place for the first time, into another one, or back when a transfer is called off. */
    public void place(MemberId member, OrganisationId keeper, String place, LocalDate day, Scope scope) {
        record("paper-file.placed", member, Happening.put(Kind.PLACED, keeper, place, day), scope);
    }

    /** Lent to somebody until a day. */
    public void lend(MemberId member, Loan loan, Scope scope) {
        if (loan.dueOn().isBefore(loan.day())) {
            throw new RuleBroken("paperfile.due-before-lent", Dates.write(loan.day()));
        }
        record("paper-file.lent", member, Happening.lent(loan), scope);
    }

    /** Back from who borrowed it, into the place it was taken from. */
    public void takeBack(MemberId member, LocalDate day, @Nullable String remark, Scope scope) {
        record("paper-file.returned", member, Happening.remarked(Kind.RETURNED, day, remark), scope);
    }

    /** Sealed, so that it can be carried to another organisation. */
    public void seal(MemberId member, LocalDate day, @Nullable String remark, Scope scope) {
        record("paper-file.sealed", member, Happening.remarked(Kind.SEALED, day, remark), scope);
    }

    /** Arrived at the organisation it was handed over to. */
    public void receive(MemberId member, OrganisationId keeper, String place, LocalDate day, Scope scope) {
        record("paper-file.received", member, Happening.put(Kind.RECEIVED, keeper, place, day), scope);
    }

    /** Nobody knows where it is. */
    public void reportMissing(MemberId member, LocalDate day, @Nullable String remark, Scope scope) {
        record("paper-file.missing", member, Happening.remarked(Kind.MISSING, day, remark), scope);
    }

    /** It has turned up and was put somewhere. */
    public void reportFound(MemberId member, OrganisationId keeper, String place, LocalDate day, Scope scope) {
        record("paper-file.found", member, Happening.put(Kind.FOUND, keeper, place, day), scope);
    }

    private void record(String act, MemberId member, Happening happening, Scope scope) {
        var brief = files.brief(member, scope, businessDay.today());
        var now = ledger.hold(List.of(member)).getFirst();
        ledger.against(now, happening.kind(), happening.day()).ifPresent(refused -> {
            throw refused;
        });
        ledger.append(List.of(member), happening);
        audit.changed(
                act,
                new Subject("member", member.id(), brief.organisationId().id()),
                Map.of("state", now.state()),
                told(happening));
    }

    private static Map<String, Object> told(Happening happening) {
        var told = new HashMap<String, Object>();
        told.put("on", happening.day());
        put(told, "keeper", happening.keeper());
        put(told, "shelf", happening.place());
        put(told, "borrower", happening.borrower());
        put(told, "reason", happening.reason());
        put(told, "dueOn", happening.dueOn());
        return told;
    }

    private static void put(Map<String, Object> told, String name, @Nullable Object value) {
        if (value != null) {
            told.put(name, value);
        }
    }

    private List<PaperFile.Event> events(MemberId member) {
        return jdbc.sql("""
                        select e.kind, e.happened_on, k.name as organisation, e.place, e.borrower, e.reason, e.due_on,
                            h.id as hand_over, h.number, h.to_name as receiver, e.recorded_by
                        from paperfile.event e
                        left join paperfile.hand_over h on h.id = e.hand_over_id
                        left join lateral (select name from organisation.organisation_version
                            where organisation_id = e.organisation_id
                            order by valid @> e.happened_on desc, lower(valid) desc limit 1) k on true
                        where e.member_id = :member
                        order by e.turn desc
                        """)
                .param("member", member.id())
                .query(new RecordRows<>(PaperFile.Event.class))
                .list();
    }
}

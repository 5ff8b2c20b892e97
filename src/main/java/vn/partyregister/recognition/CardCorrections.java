package vn.partyregister.recognition;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.member.Card;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.MemberFiles;
import vn.partyregister.membership.MemberFiles.Brief;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.recognition.WrongCards.Wrong;

/**
 * Takes back what was entered wrongly of somebody's card (hoàn tác), with a reason, the last entry first: it stays readable
 * with its withdrawal, and the file, the number and the blank are as if it had not been.
 */
@Service
@Transactional
public class CardCorrections {
    private final JdbcClient jdbc;
    private final MemberFiles files;
    private final WrongCards wrong;
    private final BusinessDay businessDay;
    private final AuditTrail audit;

    CardCorrections(JdbcClient jdbc, MemberFiles files, WrongCards wrong, BusinessDay businessDay, AuditTrail audit) {
        this.jdbc = jdbc;
        this.files = files;
        this.wrong = wrong;
        this.businessDay = businessDay;
        this.audit = audit;
    }

    /** The entry that can be taken back: the last one of those that hold. */
    @Transactional(readOnly = true)
    public Optional<UUID> last(MemberId member) {
        return told(member).map(Told::id);
    }

    /**
     * Takes an entry back.
     *
     * @param event the one that the reader saw as the last
     */
    public void takeBack(MemberId member, UUID event, String why, Scope scope) {
        var brief = files.brief(member, scope, businessDay.today());
        hold(member);
        var last = told(member)
                .filter(one -> one.id().equals(event))
                .orElseThrow(() -> new RuleBroken("recognition.not-the-last-entry"));
        if (last.number() == null) {
            wrong.withdraw(new UUID[] {event}, businessDay.today(), why);
        } else {
            takeBackCard(last, brief, why);
        }
        note(brief, last, why);
    }

    private void takeBackCard(Told last, Brief brief, String why) {
        if (!last.stands()) {
            throw new RuleBroken("recognition.card-amended-since");
        }
        wrong.takeBack(
                List.of(new Wrong(
                        last.id(),
                        brief.id(),
                        brief.organisationId(),
                        new Card(last.number(), last.place(), last.happenedOn()),
                        new Card(last.formerNumber(), last.formerPlace(), last.formerIssuedOn()),
                        last.outgoingId())),
                businessDay.today(),
                last.decisionNumber() == null ? why : last.decisionNumber(),
                why);
    }

    private Optional<Told> told(MemberId member) {
        return jdbc.sql("""
                        select e.id, e.kind, e.happened_on, e.number, e.place, e.former_number, e.former_place, e.former_issued_on,
                            e.outgoing_id, d.number as decision_number, (m.card_number, m.card_place, m.card_issued_on)
                                is not distinct from (e.number, e.place, e.happened_on) as stands
                        from recognition.card_told e
                        join member.member m on m.id = e.member_id
                        left join organisation.decision d on d.id = e.decision_id
                        where e.member_id = :member order by e.recorded desc limit 1
                        """)
                .param("member", member.id())
                .query(new RecordRows<>(Told.class))
                .optional();
    }

    private void hold(MemberId member) {
        jdbc.sql("select 1 from member.member where id = :id for no key update")
                .param("id", member.id())
                .query((row, _) -> row.getInt(1))
                .list();
    }

    private void note(Brief brief, Told last, String why) {
        var told = new LinkedHashMap<String, Object>(Map.of("act", last.kind(), "on", last.happenedOn(), "why", why));
        if (last.number() != null) {
            told.put("number", last.number());
        }
        audit.changed(
                "card.withdrawn",
                new Subject("member", brief.id().id(), brief.organisationId().id()),
                null,
                told);
    }

    /**
     * What happened to a card last.
     *
     * @param number of the card that was given; null where one was ended
     * @param stands whether the file still has that card
     */
    private record Told(
            UUID id,
            CardAct kind,
            LocalDate happenedOn,
            @Nullable String number,
            @Nullable String place,
            @Nullable String formerNumber,
            @Nullable String formerPlace,
            @Nullable LocalDate formerIssuedOn,
            @Nullable UUID outgoingId,
            @Nullable String decisionNumber,
            boolean stands) {}
}

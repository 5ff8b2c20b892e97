package vn.partyregister.recognition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.member.Ground;
import vn.partyregister.member.MemberId;
import vn.partyregister.member.Section;
import vn.partyregister.member.Sheets;
import vn.partyregister.membership.MemberFiles;
import vn.partyregister.membership.MemberFiles.Brief;
import vn.partyregister.organisation.Decisions;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Uuids;
import vn.partyregister.reference.Rulebook;

/**
 * Gives party cards out and ends them. The card somebody holds stands in their file, and nowhere else: each act writes it
 * there, as a change by decision, and leaves an event that is never changed.
 */
@Service
@Transactional
public class Cards {
    private final JdbcClient jdbc;
    private final CardList list;
    private final MemberFiles files;
    private final Sheets sheets;
    private final Stock stock;
    private final Decisions decisions;
    private final Rulebook rulebook;
    private final BusinessDay businessDay;
    private final AuditTrail audit;

    Cards(
            JdbcClient jdbc,
            CardList list,
            MemberFiles files,
            Sheets sheets,
            Stock stock,
            Decisions decisions,
            Rulebook rulebook,
            BusinessDay businessDay,
            AuditTrail audit) {
        this.jdbc = jdbc;
        this.list = list;
        this.files = files;
        this.sheets = sheets;
        this.stock = stock;
        this.decisions = decisions;
        this.rulebook = rulebook;
        this.businessDay = businessDay;
        this.audit = audit;
    }

    /** The acts that can be recorded of somebody's card now. */
    @Transactional(readOnly = true)
    public List<CardAct> acts(MemberId member) {
        var acts = new ArrayList<CardAct>();
        var holds = holds(member);
        for (var act : CardAct.values()) {
            if (act.gives() ? stands(member) && (act == CardAct.FIRST) != holds : holds && !stands(member)) {
                acts.add(act);
            }
        }
        return acts;
    }

    /** Gives a card, for the first time or for another. */
    public void issue(MemberId member, NewCard card, Scope scope) {
        var brief = files.brief(member, scope, businessDay.today());
        hold(member);
        var former = list.card(member).number();
        requireHolder(brief, member);
        requirePossible(card, member);
        var decision = decisions.note(card.decision(), brief.organisationId());
        if (former != null) {
            keepNumber(former, member);
        }
        keepNumber(card.number(), member);
        if (card.serial() != null) {
            stock.issue(
                    "CARD", card.serial(), member, card.day(), card.decision().number(), scope);
        }
        append(member, brief, card.act(), card.day(), card, former, decision, null);
        write(member, brief, card);
        note(brief, card.act(), card.day(), Map.of("number", card.number()));
    }

    /** Takes the card of who left back, or leaves it to the family of who died. */
    public void end(MemberId member, CardAct act, LocalDate day, @Nullable String remark, Scope scope) {
        var brief = files.brief(member, scope, businessDay.today());
        hold(member);
        var number = list.card(member).number();
        if (number == null || !holds(member)) {
            throw new RuleBroken("recognition.no-card");
        }
        var left = leaving(member);
        if (left == null) {
            throw new RuleBroken(rulebook.on(day).text("card-of-who-left").source(), "recognition.card-of-a-member");
        }
        inOrder(day, left.on());
        var kept = rulebook.on(day).text("card-of-the-dead");
        if (act == CardAct.KEPT && !(left.died() && kept.value().equals("MAY_BE_KEPT"))) {
            throw new RuleBroken(kept.source(), "recognition.card-kept-of-the-living");
        }
        keepNumber(number, member);
        append(member, brief, act, day, null, number, null, remark);
        note(brief, act, day, Map.of("number", number));
    }

    private void requireHolder(Brief brief, MemberId member) {
        var holder = rulebook.on(businessDay.today()).text("card-holder");
        var status = brief.lastStatus();
        if (!stands(member) || status == null || !status.name().equals(holder.value())) {
            throw new RuleBroken(holder.source(), "recognition.card-for-official-members");
        }
    }

    private void requirePossible(NewCard card, MemberId member) {
        inOrder(card.day(), null);
        var form = rulebook.on(card.day()).cardNumber();
        if (!form.value().matcher(card.number()).matches()) {
            throw new RuleBroken(form.source(), "recognition.card-number-form", card.number());
        }
        if ((card.act() == CardAct.FIRST) == holds(member)) {
            throw new RuleBroken(card.act() == CardAct.FIRST ? "recognition.holds-a-card" : "recognition.no-card");
        }
        jdbc.sql("""
                        select m.full_name from member.member m where m.card_number = :number and m.id <> :member
                        union all
                        select m.full_name from recognition.card_number n join member.member m on m.id = n.member_id
                        where n.number = :number and n.member_id <> :member limit 1
                        """)
                .param("number", card.number())
                .param("member", member.id())
                .query(String.class)
                .optional()
                .ifPresent(_ -> {
                    throw new RuleBroken(form.source(), "recognition.card-number-taken", card.number());
                });
    }

    private void inOrder(LocalDate day, @Nullable LocalDate first) {
        if (day.isAfter(businessDay.today())) {
            throw new RuleBroken("membership.in-the-future", Dates.write(day));
        }
        if (first != null && day.isBefore(first)) {
            throw new RuleBroken("recognition.before-leaving", Dates.write(first));
        }
    }

    private void write(MemberId member, Brief brief, NewCard card) {
        var here = sheets.get(member, Section.NUMBERS);
        var row = new java.util.TreeMap<>(here.rows().getFirst());
        row.put("card_number", card.number());
        row.put("card_place", card.place());
        row.put("card_issued_on", card.day().toString());
        sheets.amend(
                member, brief.organisationId(), Section.NUMBERS, List.of(row), Ground.by(card.decision()), here.mark());
    }

    private void append(
            MemberId member,
            Brief brief,
            CardAct act,
            LocalDate day,
            @Nullable NewCard card,
            @Nullable String former,
            @Nullable UUID decision,
            @Nullable String remark) {
        jdbc.sql("""
                        insert into recognition.card_event (id, member_id, organisation_id, kind, happened_on, number,
                            former_number, place, serial, decision_id, remark, recorded_by)
                        values (:id, :member, :organisation, :kind, :day, :number, :former, :place, :serial, :decision,
                            :remark, :username)
                        """)
                .param("id", Uuids.next())
                .param("member", member.id())
                .param("organisation", brief.organisationId().id())
                .param("kind", act.name())
                .param("day", day)
                .param("number", card == null ? null : card.number(), java.sql.Types.VARCHAR)
                .param("former", former, java.sql.Types.VARCHAR)
                .param("place", card == null ? null : card.place(), java.sql.Types.VARCHAR)
                .param("serial", card == null ? null : card.serial(), java.sql.Types.VARCHAR)
                .param("decision", decision, java.sql.Types.OTHER)
                .param("remark", remark, java.sql.Types.VARCHAR)
                .param("username", Author.current().username())
                .update();
    }

    private void keepNumber(String number, MemberId member) {
        jdbc.sql(
                        "insert into recognition.card_number (number, member_id) values (:number, :member) on conflict do nothing")
                .param("number", number)
                .param("member", member.id())
                .update();
    }

    private boolean holds(MemberId member) {
        return jdbc.sql("""
                        select m.card_number is not null and coalesce((select e.number is not null
                            from recognition.card_event e where e.member_id = m.id order by e.recorded desc limit 1), true)
                        from member.member m where m.id = :member
                        """).param("member", member.id()).query(Boolean.class).single();
    }

    private boolean stands(MemberId member) {
        return jdbc.sql("""
                        select exists (select from membership.standing
                            where member_id = :member and valid @> cast(:today as date))
                        """)
                .param("member", member.id())
                .param("today", businessDay.today())
                .query(Boolean.class)
                .single();
    }

    /** How somebody left the Party for good; null for who stands, or is a member elsewhere. */
    private @Nullable Leaving leaving(MemberId member) {
        return jdbc
                .sql("""
                        select kind, effective_on from membership.told where member_id = :member
                        order by effective_on desc, recorded desc limit 1
                        """)
                .param("member", member.id())
                .query((row, _) -> switch (row.getString("kind")) {
                    case "DIED" -> new Leaving(row.getObject("effective_on", LocalDate.class), true);
                    case "STRUCK_OFF", "RESIGNED", "EXPELLED", "ADMISSION_CANCELLED" ->
                        new Leaving(row.getObject("effective_on", LocalDate.class), false);
                    default -> null;
                })
                .list()
                .stream()
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private void hold(MemberId member) {
        jdbc.sql("select 1 from member.member where id = :id for no key update")
                .param("id", member.id())
                .query((row, _) -> row.getInt(1))
                .list();
    }

    private void note(Brief brief, CardAct act, LocalDate day, Map<String, Object> what) {
        var told = new java.util.LinkedHashMap<String, Object>(what);
        told.put("act", act);
        told.put("on", day);
        audit.changed(
                "card.recorded",
                new Subject("member", brief.id().id(), brief.organisationId().id()),
                null,
                told);
    }

    private record Leaving(LocalDate on, boolean died) {}
}

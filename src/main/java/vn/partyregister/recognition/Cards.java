package vn.partyregister.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.member.Card;
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
import vn.partyregister.recognition.CardStates.CardState;
import vn.partyregister.reference.Rulebook;

/**
 * Gives party cards out and ends them. The card somebody holds stands in their file, and nowhere else: each act writes it
 * there, as a change by decision, and leaves an event that is never changed.
 */
@Service
@Transactional
public class Cards {
    private final JdbcClient jdbc;
    private final CardStates states;
    private final MemberFiles files;
    private final Sheets sheets;
    private final Stock stock;
    private final Decisions decisions;
    private final Rulebook rulebook;
    private final BusinessDay businessDay;
    private final AuditTrail audit;

    Cards(
            JdbcClient jdbc,
            CardStates states,
            MemberFiles files,
            Sheets sheets,
            Stock stock,
            Decisions decisions,
            Rulebook rulebook,
            BusinessDay businessDay,
            AuditTrail audit) {
        this.jdbc = jdbc;
        this.states = states;
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
        var state = states.of(member);
        return Stream.of(CardAct.values())
                .filter(act -> act.gives()
                        ? state.stands() && (act == CardAct.FIRST) != state.holds()
                        : state.holds() && !state.stands())
                .toList();
    }

    /** Gives a card, for the first time or for another. */
    public void issue(MemberId member, NewCard card, Scope scope) {
        var brief = files.brief(member, scope, businessDay.today());
        hold(member);
        var state = states.of(member);
        requirePossible(card, state);
        var decision = decisions.note(card.decision(), brief.organisationId());
        if (state.number() != null) {
            states.keep(Map.of(member, state.number()));
        }
        states.keep(Map.of(member, card.number()));
        var outgoing = card.serial() == null
                ? null
                : stock.issue(
                        "CARD",
                        card.serial(),
                        member,
                        card.day(),
                        card.decision().number(),
                        scope);
        append(
                member,
                brief,
                new Event(card.act(), card.day(), new Card(state.number(), state.place(), state.issuedOn()), null),
                new Issue(card, decision, outgoing));
        write(member, brief, card);
        note(brief, card.act(), card.day(), Map.of("number", card.number()));
    }

    /** Takes the card of who left back, or leaves it to the family of who died. */
    public void end(MemberId member, CardAct act, LocalDate day, @Nullable String remark, Scope scope) {
        var brief = files.brief(member, scope, businessDay.today());
        hold(member);
        var state = states.of(member);
        var number = state.number();
        if (number == null || !state.holds()) {
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
        states.keep(Map.of(member, number));
        append(member, brief, new Event(act, day, new Card(number, state.place(), state.issuedOn()), remark), null);
        note(brief, act, day, Map.of("number", number));
    }

    private void requirePossible(NewCard card, CardState state) {
        inOrder(card.day(), null);
        var form = states.form(card.day());
        CardStates.misshapen(card.number(), form)
                .or(() -> CardStates.refusal(state, card.act(), states.holder()))
                .ifPresent(refused -> {
                    throw refused;
                });
        if (!states.ofOthers(Map.of(state.member(), card.number())).isEmpty()) {
            throw CardStates.taken(card.number(), form);
        }
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

    private void append(MemberId member, Brief brief, Event event, @Nullable Issue issue) {
        var card = issue == null ? null : issue.card();
        jdbc.sql("""
                        insert into recognition.card_event (id, member_id, organisation_id, kind, happened_on, number,
                            former_number, former_place, former_issued_on, place, serial, outgoing_id, decision_id, remark, recorded_by)
                        values (:id, :member, :organisation, :kind, :day, :number, :former, :formerPlace, :formerDay, :place, :serial, :outgoing, :decision,
                            :remark, :username)
                        """)
                .param("id", Uuids.next())
                .param("member", member.id())
                .param("organisation", brief.organisationId().id())
                .param("kind", event.act().name())
                .param("day", event.day())
                .param("number", card == null ? null : card.number(), java.sql.Types.VARCHAR)
                .param("former", event.before().number(), java.sql.Types.VARCHAR)
                .param("formerPlace", event.before().place(), java.sql.Types.VARCHAR)
                .param("formerDay", event.before().issuedOn(), java.sql.Types.DATE)
                .param("place", card == null ? null : card.place(), java.sql.Types.VARCHAR)
                .param("serial", card == null ? null : card.serial(), java.sql.Types.VARCHAR)
                .param("outgoing", issue == null ? null : issue.outgoing(), java.sql.Types.OTHER)
                .param("decision", issue == null ? null : issue.decision(), java.sql.Types.OTHER)
                .param("remark", event.remark(), java.sql.Types.VARCHAR)
                .param("username", Author.current().username())
                .update();
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

    /** What happens, and to which card. */
    private record Event(
            CardAct act,
            LocalDate day,
            Card before,
            @Nullable String remark) {}

    /** A card that is given, by which decision, and how its blank left the stock. */
    private record Issue(
            NewCard card, UUID decision, @Nullable UUID outgoing) {}

    private record Leaving(LocalDate on, boolean died) {}
}

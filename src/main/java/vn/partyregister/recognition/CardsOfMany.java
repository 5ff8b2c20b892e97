package vn.partyregister.recognition;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Changed;
import vn.partyregister.member.Card;
import vn.partyregister.member.CardItems;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.BulkPerson;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Uuids;
import vn.partyregister.recognition.StockLines.Taken;
import vn.partyregister.recognition.WrongCards.Wrong;

/** The cards of many as they are written and taken back: each step in one statement for all. */
@Component
class CardsOfMany {
    private final JdbcClient jdbc;
    private final CardStates states;
    private final CardItems items;
    private final Blanks blanks;
    private final WrongCards wrong;
    private final AuditTrail audit;

    CardsOfMany(
            JdbcClient jdbc, CardStates states, CardItems items, Blanks blanks, WrongCards wrong, AuditTrail audit) {
        this.jdbc = jdbc;
        this.states = states;
        this.items = items;
        this.blanks = blanks;
        this.wrong = wrong;
        this.audit = audit;
    }

    /** How many blank cards an organisation has in hand. */
    long blanks(OrganisationId organisation) {
        return jdbc.sql(
                        "select coalesce(sum(left_over), 0) from recognition.stock where organisation_id = :organisation and kind = 'CARD'")
                .param("organisation", organisation.id())
                .query(Long.class)
                .single();
    }

    /** Who of them was given a card by the same decision already. */
    Set<MemberId> givenBy(Collection<MemberId> members, GivingMany terms) {
        return new HashSet<>(jdbc.sql("""
                        select e.member_id from recognition.card_told e join organisation.decision d on d.id = e.decision_id
                        where e.member_id = any(:members) and d.number = :number and d.issued_on = :day
                        and d.issuer_id is not distinct from cast(:issuer as uuid)
                        """)
                .param("members", CardStates.ids(members))
                .param("number", terms.decision().number())
                .param("day", terms.decision().day())
                .param("issuer", terms.issuer() == null ? null : terms.issuer().id(), java.sql.Types.OTHER)
                .query((row, _) -> new MemberId(row.getObject("member_id", UUID.class)))
                .list());
    }

    /** Gives each a card, in the order they come. */
    void give(Map<BulkPerson, Given> cards, GivingMany terms, UUID decision) {
        var taken = take(cards, terms);
        var people = List.copyOf(cards.keySet());
        var numbers = new HashMap<MemberId, String>();
        var formers = new HashMap<MemberId, String>();
        cards.forEach((person, card) -> {
            numbers.put(person.member(), card.number());
            if (card.before().number() != null) {
                formers.put(person.member(), card.before().number());
            }
        });
        states.keep(formers);
        states.keep(numbers);
        jdbc.sql("""
                        insert into recognition.card_event (id, member_id, organisation_id, kind, happened_on, number,
                            former_number, former_place, former_issued_on, place, serial, outgoing_id, decision_id, recorded_by)
                        select n.id, n.member, n.organisation, :kind, :day, n.number, n.former, n.former_place,
                            cast(n.former_day as date), :place, n.serial, n.outgoing,
                            :decision, :username
                        from unnest(cast(:ids as uuid[]), cast(:members as uuid[]), cast(:organisations as uuid[]),
                            cast(:numbers as text[]), cast(:formers as text[]), cast(:places as text[]), cast(:days as text[]),
                            cast(:serials as text[]), cast(:outgoings as uuid[]))
                            as n (id, member, organisation, number, former, former_place, former_day, serial, outgoing)
                        """)
                .param("kind", terms.act().name())
                .param("day", terms.day())
                .param("place", terms.place())
                .param("decision", decision)
                .param("username", Author.current().username())
                .param("ids", people.stream().map(_ -> Uuids.next()).toArray(UUID[]::new))
                .param("members", people.stream().map(one -> one.member().id()).toArray(UUID[]::new))
                .param(
                        "organisations",
                        people.stream().map(one -> one.organisation().id()).toArray(UUID[]::new))
                .param(
                        "numbers",
                        people.stream().map(one -> numbers.get(one.member())).toArray(String[]::new))
                .param(
                        "formers",
                        people.stream().map(one -> formers.get(one.member())).toArray(String[]::new))
                .param(
                        "places",
                        people.stream().map(one -> former(cards, one).place()).toArray(String[]::new))
                .param(
                        "days",
                        people.stream()
                                .map(one -> former(cards, one).issuedOn())
                                .map(day -> day == null ? null : day.toString())
                                .toArray(String[]::new))
                .param(
                        "serials",
                        people.stream()
                                .map(one -> serial(taken.get(one.member().id())))
                                .toArray(String[]::new))
                .param(
                        "outgoings",
                        people.stream()
                                .map(one -> outgoing(taken.get(one.member().id())))
                                .toArray(UUID[]::new))
                .update();
        items.replace(
                people.stream()
                        .map(one -> new CardItems.Replacement(
                                one.member(),
                                one.organisation(),
                                Objects.requireNonNull(cards.get(one)).before(),
                                new Card(numbers.get(one.member()), terms.place(), terms.day())))
                        .toList(),
                decision,
                null);
        note("card.recorded", people, terms, numbers);
    }

    private static Card former(Map<BulkPerson, Given> cards, BulkPerson one) {
        return Objects.requireNonNull(cards.get(one)).before();
    }

    private Map<UUID, Taken> take(Map<BulkPerson, Given> cards, GivingMany terms) {
        var stock = terms.stock();
        if (stock == null) {
            return Map.of();
        }
        var wanted = new HashMap<UUID, String>();
        cards.keySet().forEach(one -> wanted.put(one.member().id(), "CARD"));
        var found = blanks.find(wanted, stock.id());
        if (!found.without().isEmpty()) {
            throw new RuleBroken("recognition.no-blank-left", found.taken().size());
        }
        blanks.issue(found.taken().values(), terms.day(), terms.decision().number());
        return found.taken();
    }

    private static @Nullable String serial(@Nullable Taken taken) {
        return taken == null ? null : taken.serial();
    }

    private static @Nullable UUID outgoing(@Nullable Taken taken) {
        return taken == null ? null : taken.outgoing();
    }

    /** The cards they were given by the decision, of those with whom nothing has happened to the card since. */
    Map<MemberId, Standing> standing(Collection<BulkPerson> people, GivingMany terms, UUID decision) {
        var standing = new HashMap<MemberId, Standing>();
        jdbc
                .sql("""
                        select distinct on (e.member_id) e.id, e.member_id, e.number, e.former_number, e.outgoing_id,
                            e.decision_id = :decision and e.kind = :kind and e.happened_on = :day and m.card_number = e.number
                                and m.card_place = e.place and m.card_issued_on = e.happened_on as stands
                        from recognition.card_told e join member.member m on m.id = e.member_id
                        where e.member_id = any(:members) order by e.member_id, e.recorded desc
                        """)
                .param("decision", decision)
                .param("kind", terms.act().name())
                .param("day", terms.day())
                .param(
                        "members",
                        CardStates.ids(people.stream().map(BulkPerson::member).toList()))
                .query(new RecordRows<>(Standing.class))
                .list()
                .stream()
                .filter(Standing::stands)
                .forEach(one -> standing.put(new MemberId(one.memberId()), one));
        return standing;
    }

    /** Takes the cards back: the files say again what they said before, the blanks go back to their stock. */
    void takeBack(
            Map<BulkPerson, Card> before,
            Map<MemberId, Standing> standing,
            GivingMany terms,
            LocalDate today,
            String why) {
        wrong.takeBack(
                before.entrySet().stream()
                        .map(one -> wrong(
                                one.getKey(),
                                Objects.requireNonNull(standing.get(one.getKey().member())),
                                terms,
                                one.getValue()))
                        .toList(),
                today,
                terms.decision().number(),
                why);
        var numbers = new HashMap<MemberId, String>();
        before.keySet()
                .forEach(one -> numbers.put(
                        one.member(),
                        Objects.requireNonNull(standing.get(one.member())).number()));
        note("card.withdrawn", before.keySet(), terms, numbers);
    }

    private static Wrong wrong(BulkPerson person, Standing given, GivingMany terms, Card before) {
        return new Wrong(
                given.id(),
                person.member(),
                person.organisation(),
                new Card(given.number(), terms.place(), terms.day()),
                before,
                given.outgoingId());
    }

    private void note(String act, Collection<BulkPerson> people, GivingMany terms, Map<MemberId, String> numbers) {
        audit.changedAll(
                act,
                "member",
                people.stream()
                        .map(one -> new Changed(
                                one.member().id(),
                                one.organisation().id(),
                                null,
                                Map.of(
                                        "act", terms.act(),
                                        "on", terms.day(),
                                        "number", Objects.requireNonNull(numbers.get(one.member())))))
                        .toList());
    }

    /** The number of a card that is given, and the card before it. */
    record Given(String number, Card before) {}

    /** A card that was given and that nothing has happened to since. */
    record Standing(
            UUID id,
            UUID memberId,
            String number,
            @Nullable String formerNumber,
            @Nullable UUID outgoingId,
            boolean stands) {}
}

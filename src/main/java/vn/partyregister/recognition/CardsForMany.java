package vn.partyregister.recognition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.partyregister.member.Card;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.BulkAct;
import vn.partyregister.membership.BulkJudgement;
import vn.partyregister.membership.BulkPerson;
import vn.partyregister.membership.BulkReason;
import vn.partyregister.membership.Standings.Place;
import vn.partyregister.organisation.Decisions;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.recognition.CardStates.CardState;

/**
 * One decision gives cards to many (phát, đổi, cấp lại thẻ cho nhiều đảng viên): each is judged as by the form of one, the
 * blanks come out of one stock, the numbers follow on one another by the order of names.
 */
@Component
class CardsForMany implements BulkAct<GivingMany> {
    /** What is kept in a file is written in the language of the file. */
    private static final Locale VIETNAMESE = Locale.of("vi");

    private final CardStates states;
    private final CardsOfMany store;
    private final OrganisationTree tree;
    private final Decisions decisions;
    private final BusinessDay businessDay;
    private final MessageSource messages;
    private final JsonMapper json;

    CardsForMany(
            CardStates states,
            CardsOfMany store,
            OrganisationTree tree,
            Decisions decisions,
            BusinessDay businessDay,
            MessageSource messages,
            JsonMapper json) {
        this.states = states;
        this.store = store;
        this.tree = tree;
        this.decisions = decisions;
        this.businessDay = businessDay;
        this.messages = messages;
        this.json = json;
    }

    @Override
    public String key() {
        return "cards";
    }

    @Override
    public Class<GivingMany> terms() {
        return GivingMany.class;
    }

    @Override
    public boolean isWhole() {
        return true;
    }

    @Override
    public BulkJudgement judge(Map<MemberId, Place> people, GivingMany terms, Scope scope, LocalDate today) {
        decisions.requireFree(terms.decision(), terms.issuer());
        if (terms.day().isAfter(today)) {
            throw new RuleBroken("membership.in-the-future", Dates.write(terms.day()));
        }
        var first = terms.firstNumber();
        if (first != null) {
            CardStates.misshapen(first, states.form(terms.day())).ifPresent(refused -> {
                throw refused;
            });
        }
        if (terms.stock() != null) {
            tree.get(terms.stock(), scope, today);
        }
        var leftOut = new HashMap<MemberId, BulkReason>();
        var able = new ArrayList<CardState>();
        var holder = states.holder();
        var given = store.givenBy(people.keySet(), terms);
        for (var state : states.of(people.keySet())) {
            var refused = given.contains(state.member())
                    ? new RuleBroken("recognition.given-by-this-decision")
                    : CardStates.refusal(state, terms.act(), holder).orElse(null);
            if (refused == null) {
                able.add(state);
            } else {
                leftOut.put(state.member(), BulkReason.of(refused));
            }
        }
        leaveOutByNumber(able, terms, leftOut);
        leaveOutWithoutBlank(able, terms, leftOut);
        return new BulkJudgement(
                leftOut,
                able.stream().collect(HashMap::new, (map, one) -> map.put(one.member(), kept(one)), HashMap::putAll));
    }

    private String kept(CardState state) {
        return json.writeValueAsString(new Card(state.number(), state.place(), state.issuedOn()));
    }

    private void leaveOutByNumber(List<CardState> able, GivingMany terms, Map<MemberId, BulkReason> leftOut) {
        var first = terms.firstNumber();
        if (first != null) {
            var free = states.free(first, able.size()).size();
            leaveOutFrom(free, able, new RuleBroken("recognition.numbers-run-out", first), leftOut);
            return;
        }
        var own = new HashMap<MemberId, String>();
        able.forEach(one -> own.put(one.member(), Objects.requireNonNull(one.number())));
        var form = states.form(terms.day());
        var ofOthers = states.ofOthers(own);
        able.removeIf(one -> {
            var number = Objects.requireNonNull(one.number());
            var refused = ofOthers.contains(one.member())
                    ? CardStates.taken(number, form)
                    : CardStates.misshapen(number, form).orElse(null);
            if (refused != null) {
                leftOut.put(one.member(), BulkReason.of(refused));
            }
            return refused != null;
        });
    }

    private void leaveOutWithoutBlank(List<CardState> able, GivingMany terms, Map<MemberId, BulkReason> leftOut) {
        var stock = terms.stock();
        if (stock != null) {
            var inHand = store.blanks(stock);
            leaveOutFrom(inHand, able, new RuleBroken("recognition.no-blank-left", inHand), leftOut);
        }
    }

    /** Whoever comes after so many, by the order of names. */
    private static void leaveOutFrom(
            long many, List<CardState> able, RuleBroken refused, Map<MemberId, BulkReason> leftOut) {
        var rest = able.subList((int) Math.min(many, able.size()), able.size());
        rest.forEach(one -> leftOut.put(one.member(), BulkReason.of(refused)));
        rest.clear();
    }

    @Override
    public void write(Collection<BulkPerson> people, GivingMany terms, Scope scope) {
        var persons = new HashMap<MemberId, BulkPerson>();
        people.forEach(one -> persons.put(one.member(), one));
        var first = terms.firstNumber();
        var numbers = first == null ? null : states.free(first, people.size()).iterator();
        var cards = new LinkedHashMap<BulkPerson, CardsOfMany.Given>();
        for (var state : states.of(persons.keySet())) {
            var number = numbers == null ? Objects.requireNonNull(state.number()) : numbers.next();
            cards.put(
                    Objects.requireNonNull(persons.get(state.member())),
                    new CardsOfMany.Given(number, new Card(state.number(), state.place(), state.issuedOn())));
        }
        store.give(cards, terms, decisions.noteBy(terms.decision(), terms.issuer()));
    }

    @Override
    public BulkJudgement judgeUndo(Collection<BulkPerson> people, GivingMany terms) {
        var standing = store.standing(people, terms, decisions.noteBy(terms.decision(), terms.issuer()));
        var leftOut = new HashMap<MemberId, BulkReason>();
        people.stream()
                .map(BulkPerson::member)
                .filter(member -> !standing.containsKey(member))
                .forEach(member -> leftOut.put(member, BulkReason.CHANGED_SINCE));
        return new BulkJudgement(leftOut, Map.of());
    }

    @Override
    public void undo(Collection<BulkPerson> people, GivingMany terms) {
        var standing = store.standing(people, terms, decisions.noteBy(terms.decision(), terms.issuer()));
        var before = new LinkedHashMap<BulkPerson, Card>();
        people.forEach(one -> before.put(one, json.readValue(Objects.requireNonNull(one.before()), Card.class)));
        store.takeBack(
                before,
                standing,
                terms,
                businessDay.today(),
                messages.getMessage("membership.bulk.undo-reason", null, VIETNAMESE));
    }
}

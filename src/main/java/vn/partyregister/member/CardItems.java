package vn.partyregister.member;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Changed;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.BusinessDay;

/**
 * The party card in the files (item b of the form), where a decision gives cards to many people at once. Who may see whom is
 * asked before, of the journal; whoever asks holds the people, and has looked whether the numbers are free.
 */
@Service
public class CardItems {
    private final JdbcClient jdbc;
    private final FileForm form;
    private final Amendments amendments;
    private final BusinessDay businessDay;
    private final AuditTrail audit;

    CardItems(JdbcClient jdbc, FileForm form, Amendments amendments, BusinessDay businessDay, AuditTrail audit) {
        this.jdbc = jdbc;
        this.form = form;
        this.amendments = amendments;
        this.businessDay = businessDay;
        this.audit = audit;
    }

    /**
     * Writes another card into each file, with its line in the history and the trail.
     *
     * @param decision by which; null where the register was wrong, for the reason
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void replace(List<Replacement> replacements, @Nullable UUID decision, @Nullable String reason) {
        jdbc.sql("""
                        update member.member m
                        set version = m.version + 1, card_number = r.number, card_place = r.place, card_issued_on = cast(r.day as date)
                        from unnest(cast(:members as uuid[]), cast(:numbers as text[]), cast(:places as text[]),
                            cast(:days as text[])) as r (member, number, place, day)
                        where m.id = r.member
                        """)
                .param(
                        "members",
                        replacements.stream().map(one -> one.member().id()).toArray(UUID[]::new))
                .param(
                        "numbers",
                        replacements.stream().map(one -> one.after().number()).toArray(String[]::new))
                .param(
                        "places",
                        replacements.stream().map(one -> one.after().place()).toArray(String[]::new))
                .param(
                        "days",
                        replacements.stream().map(one -> day(one.after())).toArray(String[]::new))
                .update();
        var items = form.items(Section.NUMBERS, businessDay.today()).stream()
                .collect(Collectors.toMap(Item::key, item -> item));
        var changes = new HashMap<MemberId, List<Change>>();
        replacements.forEach(one -> changes.put(one.member(), changes(items, one)));
        var ground = decision == null ? Ground.Kind.CORRECTION : Ground.Kind.DECISION;
        amendments.noteAll(Section.NUMBERS, changes, ground, reason, decision);
        var told = Map.of("section", Section.NUMBERS, "ground", ground, "items", List.of("card_number"));
        audit.changedAll(
                "member.amended",
                "member",
                replacements.stream()
                        .map(one -> new Changed(
                                one.member().id(), one.organisation().id(), null, told))
                        .toList());
    }

    private static List<Change> changes(Map<String, Item> items, Replacement one) {
        var changes = new ArrayList<Change>();
        var before = values(one.before());
        var after = values(one.after());
        for (var key : List.of("card_number", "card_place", "card_issued_on")) {
            var item = items.get(key);
            if (item != null && !Objects.equals(before.get(key), after.get(key))) {
                changes.add(new Change(
                        key, item.label(), before.get(key), after.get(key), List.of(), List.of(), item.byDecision()));
            }
        }
        return changes;
    }

    private static Map<String, @Nullable String> values(Card card) {
        var values = new HashMap<String, @Nullable String>();
        values.put("card_number", card.number());
        values.put("card_place", card.place());
        values.put("card_issued_on", day(card));
        return values;
    }

    private static @Nullable String day(Card card) {
        return card.issuedOn() == null ? null : card.issuedOn().toString();
    }

    /**
     * Another card of one person.
     *
     * @param organisation where they belong, for the trail
     */
    public record Replacement(MemberId member, OrganisationId organisation, Card before, Card after) {}
}

package vn.partyregister.membership;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.partyregister.member.Ground;
import vn.partyregister.member.Item;
import vn.partyregister.member.MemberId;
import vn.partyregister.member.PlainItems;
import vn.partyregister.membership.Standings.Place;
import vn.partyregister.platform.Scope;

/** One item of the member's form for many: a new occupation, a commune that is called otherwise. */
@Component
class ItemForMany implements BulkAct<ItemValue> {
    /** What is kept in a file is written in the language of the file. */
    private static final Locale VIETNAMESE = Locale.of("vi");

    private final PlainItems items;
    private final MessageSource messages;

    ItemForMany(PlainItems items, MessageSource messages) {
        this.items = items;
        this.messages = messages;
    }

    @Override
    public String key() {
        return "item";
    }

    @Override
    public Class<ItemValue> terms() {
        return ItemValue.class;
    }

    @Override
    public boolean isWhole() {
        return false;
    }

    @Override
    public BulkJudgement judge(Map<MemberId, Place> people, ItemValue terms, Scope scope, LocalDate today) {
        var before = items.values(item(terms), people.keySet());
        var leftOut = new HashMap<MemberId, BulkReason>();
        people.keySet().stream()
                .filter(member -> terms.value().equals(before.get(member)))
                .forEach(member -> leftOut.put(member, BulkReason.SAME_ALREADY));
        return new BulkJudgement(leftOut, before);
    }

    @Override
    public void write(Collection<BulkPerson> people, ItemValue terms, Scope scope) {
        items.replace(
                item(terms),
                people.stream()
                        .map(person -> new PlainItems.Replacement(
                                person.member(), person.organisation(), person.before(), terms.value()))
                        .toList(),
                Ground.entry());
    }

    @Override
    public BulkJudgement judgeUndo(Collection<BulkPerson> people, ItemValue terms) {
        var now = items.values(
                item(terms), people.stream().map(BulkPerson::member).toList());
        var leftOut = new HashMap<MemberId, BulkReason>();
        people.stream()
                .map(BulkPerson::member)
                .filter(member -> !Objects.equals(now.get(member), terms.value()))
                .forEach(member -> leftOut.put(member, BulkReason.CHANGED_SINCE));
        return new BulkJudgement(leftOut, Map.of());
    }

    @Override
    public void undo(Collection<BulkPerson> people, ItemValue terms) {
        items.replace(
                item(terms),
                people.stream()
                        .map(person -> new PlainItems.Replacement(
                                person.member(), person.organisation(), terms.value(), person.before()))
                        .toList(),
                Ground.correction(messages.getMessage("membership.bulk.undo-reason", null, VIETNAMESE)));
    }

    private Item item(ItemValue terms) {
        return items.find(terms.item()).orElseThrow();
    }
}

package vn.partyregister.membership;

import java.text.Collator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import vn.partyregister.member.FileChanges.Changed;
import vn.partyregister.member.MemberId;

/** The order of those who are otherwise on two days. */
final class DifferenceOrder {
    private DifferenceOrder() {}

    /** What {@code order by} names in the statement of {@link Differences}. */
    static String by(String sort) {
        var direction = sort.endsWith(",desc") ? " desc" : "";
        var terms =
                switch (sort.split(",", 2)[0]) {
                    case "day" -> "e.effective_on%s nulls last";
                    case "before" -> "before.name collate \"vi-x-icu\"%s nulls last";
                    case "after" -> "after.name collate \"vi-x-icu\"%s nulls last";
                    case "file" -> "array_position(cast(:amended as uuid[]), m.id)%s nulls last";
                    default -> null;
                };
        return terms == null
                ? MemberOrder.of(sort).by(sort)
                : terms.formatted(direction) + ", " + MemberOrder.NAME.by(Differences.STANDARD_ORDER);
    }

    /** Whose files say otherwise, in the order of what they say. */
    static UUID[] ofFiles(Map<MemberId, List<Changed>> changed) {
        var vietnamese = Collator.getInstance(Locale.of("vi"));
        return changed.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(
                        (one, other) -> vietnamese.compare(one.toString(), other.toString())))
                .map(one -> one.getKey().id())
                .toArray(UUID[]::new);
    }
}

package vn.partyregister.membership;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.partyregister.member.FileChanges;
import vn.partyregister.platform.Listing;

/**
 * A list of a past day shows people as their files had them on that day, as the file itself does. They are found and ordered
 * by what stands in their files today.
 */
@Service
public class PastFaces {
    private final FileChanges changes;

    PastFaces(FileChanges changes) {
        this.changes = changes;
    }

    /** The page as it was on a day; the page itself on the business day. */
    public Listing<ListedMember> of(Listing<ListedMember> listing, LocalDate asAt, LocalDate today) {
        if (!asAt.isBefore(today)) {
            return listing;
        }
        var before = changes.before(
                listing.rows().stream().map(member -> member.row().id()).toList(), asAt);
        return listing.with(listing.rows().stream()
                .map(member -> past(member, before.getOrDefault(member.row().id(), Map.of())))
                .toList());
    }

    private static ListedMember past(ListedMember member, Map<String, String> before) {
        var row = member.row();
        var more = member.more();
        var born = before.containsKey("born")
                ? FileChanges.date(before.getOrDefault("born", "")).orElse(row.born())
                : row.born();
        return new ListedMember(
                new MemberRow(
                        row.id(),
                        before.getOrDefault("full_name", row.fullName()),
                        before.getOrDefault("sex", row.sex()),
                        born.earliest(),
                        born.precision(),
                        before.getOrDefault("ethnicity", row.ethnicity()),
                        row.organisation(),
                        row.base(),
                        row.status(),
                        row.joinedOn(),
                        value(before, "card_number", row.cardNumber())),
                new ListedMember.More(
                        before.getOrDefault("religion", more.religion()),
                        value(before, "residence_commune", more.residenceCommune()),
                        value(before, "occupation", more.occupation()),
                        value(before, "general_education", more.generalEducation()),
                        value(before, "qualification", more.qualification()),
                        value(before, "political_theory", more.politicalTheory()),
                        official(more.officialOn(), member.asAt()),
                        value(before, "file_number", more.fileNumber()),
                        more.exempt()),
                member.asAt());
    }

    private static @Nullable String value(Map<String, String> before, String key, @Nullable String now) {
        return before.containsKey(key) ? before.get(key) : now;
    }

    /** Nobody was official before the day they became so. */
    private static @Nullable LocalDate official(@Nullable LocalDate day, LocalDate asAt) {
        return day == null || day.isAfter(asAt) ? null : day;
    }
}

package vn.partyregister.membership.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.partyregister.membership.MemberFilter;
import vn.partyregister.membership.OrganisationChoice;

/**
 * One part of a filter that is on.
 *
 * @param part its name in the address
 * @param value how its value reads, or the message key of it
 * @param key whether {@code value} is a message key
 * @param without the address of the list without it
 */
record Chip(String part, String value, boolean key, String without) {
    static List<Chip> of(
            MemberFilter filter,
            @Nullable OrganisationChoice choice,
            FilterChoices choices,
            String path,
            LocalDate today) {
        return filter.parts().entrySet().stream()
                .map(part -> {
                    var without = filter.addressWithout(path, today, part.getKey());
                    return switch (part.getKey()) {
                        case "organisation" ->
                            new Chip(
                                    "organisation",
                                    choice == null ? "" : choice.itself().name(),
                                    false,
                                    without);
                        case "status" -> new Chip("status", "Status." + part.getValue(), true, without);
                        case "exempt" -> new Chip("exempt", "membership.exempt." + part.getValue(), true, without);
                        case "fact" -> new Chip("fact", "FactKind." + part.getValue(), true, without);
                        case "sex",
                                "ethnicity",
                                "religion",
                                "education",
                                "qualification",
                                "theory",
                                "kind",
                                "entryPeriod" -> coded(part.getKey(), part.getValue(), choices, without);
                        default -> new Chip(part.getKey(), part.getValue(), false, without);
                    };
                })
                .toList();
    }

    private static Chip coded(String part, String value, FilterChoices choices, String without) {
        return switch (value) {
            case MemberFilter.MINORITY, MemberFilter.ANY, MemberFilter.NOT_STATED ->
                new Chip(part, "membership.choice." + value, true, without);
            default -> new Chip(part, choices.label(part, value), false, without);
        };
    }
}

package vn.partyregister.membership;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a member list can be ordered by. Equals stand in the order of their ids, so that no page repeats another's. */
public enum MemberOrder {
    /** As Vietnamese lists are: the given name, then the middle, then the family name. */
    NAME("m.given_name", "m.middle_name", "m.family_name"),
    BORN("m.born_earliest"),
    JOINED("m.joined_on"),
    ORGANISATION("named.name collate \"vi-x-icu\"", "m.given_name", "m.middle_name", "m.family_name"),
    CARD("m.card_number");

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list
    private final List<String> expressions;

    MemberOrder(String... expressions) {
        this.expressions = List.of(expressions);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The order that an address asks for. */
    public static MemberOrder of(String sort) {
        return Arrays.stream(values())
                .filter(order -> sort.startsWith(order.key() + ","))
                .findFirst()
                .orElse(NAME);
    }

    /** The joins this order needs. */
    public String from(String organisation) {
        return this == ORGANISATION ? """
                left join organisation.organisation_version named
                    on named.organisation_id = %s and named.valid @> cast(:asAt as date)\
                """.formatted(organisation) : "";
    }

    /** The terms of the order; who lacks the value comes last either way. */
    public String by(String sort) {
        var direction = sort.endsWith(",desc") ? " desc" : "";
        var missing = this == CARD || this == ORGANISATION ? " nulls last" : "";
        return expressions.stream()
                .map(expression -> expression + direction + missing)
                .collect(Collectors.joining(", ", "", ", m.id" + direction));
    }
}

package vn.partyregister.organisation.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import vn.partyregister.organisation.OrganisationFilter;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.VietnameseText;

/** What the address of the list says, as the browser sent it. */
@NullUnmarked
record ListAddress(
        String q, String organisation, String type, String kind, String deep, String asAt, String page, String sort) {
    private static final int LONGEST = 100;
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern CODE_FORM = Pattern.compile("[A-Z0-9_]{1,30}");
    private static final Pattern PAGE_FORM = Pattern.compile("[1-9]\\d{0,5}");
    static final String DEFAULT_SORT = "type,asc";

    /** A query for one organisation alone. */
    static ListAddress of(String organisation) {
        return new ListAddress(null, organisation, null, null, null, null, null, null);
    }

    /** The organisation asked for; null where none is, or none that can be read. */
    @Nullable
    OrganisationId chosen() {
        return isGiven(organisation) && UUID_FORM.matcher(organisation).matches()
                ? new OrganisationId(UUID.fromString(organisation))
                : null;
    }

    LocalDate day(LocalDate today) {
        return isGiven(asAt) ? Dates.read(asAt).filter(day -> isNear(day)).orElse(today) : today;
    }

    private static boolean isNear(LocalDate day) {
        return day.getYear() > 1900 && day.getYear() < 2200;
    }

    int pageNumber() {
        return isGiven(page) && PAGE_FORM.matcher(page).matches() ? Integer.parseInt(page) : 1;
    }

    OrganisationFilter filter(@Nullable OrganisationId node, LocalDate day) {
        return new OrganisationFilter(node, text(), code(type), code(kind), isGiven(deep), day);
    }

    private @Nullable String text() {
        if (!isGiven(q)) {
            return null;
        }
        var tidy = VietnameseText.tidy(q.replace('\0', ' '));
        return tidy.isEmpty() ? null : tidy.substring(0, Math.min(LONGEST, tidy.length()));
    }

    private static @Nullable String code(@Nullable String given) {
        return isGiven(given) && CODE_FORM.matcher(given).matches() ? given : null;
    }

    /** Message keys for what could not be read and was left out. */
    List<String> unreadable() {
        var keys = new ArrayList<String>();
        if (isGiven(organisation) && chosen() == null) {
            keys.add("organisation.unreadable.organisation");
        }
        if (isGiven(asAt) && Dates.read(asAt).filter(day -> isNear(day)).isEmpty()) {
            keys.add("organisation.unreadable.day");
        }
        if (isGiven(type) && code(type) == null || isGiven(kind) && code(kind) == null) {
            keys.add("organisation.unreadable.code");
        }
        if (isGiven(page) && !PAGE_FORM.matcher(page).matches()) {
            keys.add("organisation.unreadable.page");
        }
        return keys;
    }

    /** Refuses to take the list out of the register by an address of which a part was not understood. */
    void requireReadable(Predicate<String> sorts) {
        var unread = Stream.of(
                        isGiven(organisation) && chosen() == null ? organisation : null,
                        isGiven(asAt)
                                        && Dates.read(asAt)
                                                .filter(day -> isNear(day))
                                                .isEmpty()
                                ? asAt
                                : null,
                        isGiven(type) && code(type) == null ? type : null,
                        isGiven(kind) && code(kind) == null ? kind : null,
                        isGiven(page) && !PAGE_FORM.matcher(page).matches() ? page : null,
                        isGiven(sort) && !sorts.test(sort) ? sort : null)
                .filter(Objects::nonNull)
                .findFirst();
        if (unread.isPresent()) {
            throw new Refusal.NotReadable(Parameters.UNREADABLE_EXPORT, unread.get());
        }
    }

    /** The address of this list, without page and order. */
    String address(@Nullable OrganisationId node, LocalDate day, LocalDate today) {
        return Parameters.address("/organisations", parts(node, day, today));
    }

    /** What narrows it, by the names in an address; the day where it is not today. */
    Map<String, String> parts(@Nullable OrganisationId node, LocalDate day, LocalDate today) {
        var parts = new LinkedHashMap<String, String>();
        put(parts, "organisation", node);
        put(parts, "q", text());
        put(parts, "type", code(type));
        put(parts, "kind", code(kind));
        put(parts, "deep", isGiven(deep) ? "true" : null);
        put(parts, "asAt", day.equals(today) ? null : day);
        return parts;
    }

    private static void put(Map<String, String> parts, String name, @Nullable Object value) {
        if (value != null) {
            parts.put(name, value.toString());
        }
    }

    private static boolean isGiven(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}

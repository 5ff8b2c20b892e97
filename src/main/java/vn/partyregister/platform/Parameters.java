package vn.partyregister.platform;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The parameters of a list's address, read with forbearance: what cannot be read is left out and named, and the page
 * answers all the same.
 */
public final class Parameters {
    private static final int LONGEST = 200;
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");

    private final Map<String, String> given;
    /** Why no file is made of a list whose address cannot be read. */
    public static final String UNREADABLE_EXPORT = "platform.export-unreadable";

    private final List<Unreadable> unreadable = new ArrayList<>();

    public Parameters(Map<String, String> given) {
        this.given = Map.copyOf(given);
    }

    /** The address that asks for these parts again; what was typed is encoded once. */
    public static String address(String path, Map<String, ?> parts) {
        var address = UriComponentsBuilder.fromPath(path);
        parts.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(parts).toUriString();
    }

    /** Tidied text; null where nothing is given. */
    public @Nullable String text(String name) {
        var written = given.get(name);
        if (written == null) {
            return null;
        }
        var text = VietnameseText.tidy(CONTROLS.matcher(written).replaceAll(" "));
        if (text.length() > LONGEST) {
            unreadable.add(new Unreadable(name, text.substring(0, LONGEST)));
            return null;
        }
        return text.isEmpty() ? null : text;
    }

    /** A day, as {@link Dates#read} reads it. */
    public @Nullable LocalDate day(String name) {
        return read(name, text -> Dates.read(text).filter(day -> day.getYear() > 0));
    }

    /** A whole number between two bounds, both inclusive. */
    public @Nullable Integer number(String name, int least, int most) {
        return read(name, text -> {
            try {
                var number = Integer.parseInt(text);
                return least <= number && number <= most ? Optional.of(number) : Optional.empty();
            } catch (NumberFormatException _) {
                return Optional.empty();
            }
        });
    }

    /** Those of the values ticked on a list that are ids, each once. */
    public static List<UUID> ids(Collection<String> ticked) {
        return ticked.stream()
                .map(one -> new Parameters(Map.of("id", one)).id("id"))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    public @Nullable UUID id(String name) {
        return read(name, text -> {
            try {
                return Optional.of(UUID.fromString(text));
            } catch (IllegalArgumentException _) {
                return Optional.empty();
            }
        });
    }

    /** One of the values there are. */
    public @Nullable String oneOf(String name, Collection<String> values) {
        return read(name, text -> values.contains(text) ? Optional.of(text) : Optional.empty());
    }

    /** A constant by its name. */
    public <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> type) {
        return read(name, text -> {
            try {
                return Optional.of(Enum.valueOf(type, text));
            } catch (IllegalArgumentException _) {
                return Optional.empty();
            }
        });
    }

    public @Nullable Boolean yesNo(String name) {
        var value = oneOf(name, List.of("true", "false"));
        return value == null ? null : Boolean.valueOf(value);
    }

    /** The page asked for, from 1. */
    public int page() {
        var page = number("page", 1, 1_000_000);
        return page == null ? 1 : page;
    }

    /** The order asked for, {@code column,asc} or {@code column,desc}. */
    public String sort(Collection<String> columns, String standard) {
        var sort = read("sort", text -> {
            var parts = text.split(",", 2);
            var direction = parts.length == 1 ? "asc" : parts[1];
            return columns.contains(parts[0]) && (direction.equals("asc") || direction.equals("desc"))
                    ? Optional.of(parts[0] + "," + direction)
                    : Optional.empty();
        });
        return sort == null ? standard : sort;
    }

    /** Names a value as left out that can be read but means nothing here: an end before its beginning. */
    public void leaveOut(String name) {
        var text = text(name);
        if (text != null) {
            unreadable.add(new Unreadable(name, text));
        }
    }

    /** What could not be read and was left out. */
    public List<Unreadable> unreadable() {
        return List.copyOf(unreadable);
    }

    /** Refuses to take a list out of the register by an address of which a part was not understood. */
    public void requireReadable() {
        if (!unreadable.isEmpty()) {
            throw new Refusal.NotReadable(
                    UNREADABLE_EXPORT, unreadable.getFirst().written());
        }
    }

    private <T> @Nullable T read(String name, Function<String, Optional<T>> reader) {
        var text = text(name);
        if (text == null) {
            return null;
        }
        var value = reader.apply(text);
        if (value.isEmpty()) {
            unreadable.add(new Unreadable(name, text));
        }
        return value.orElse(null);
    }

    /** A parameter and what stood there. */
    public record Unreadable(String name, String written) {}
}

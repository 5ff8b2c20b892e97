package vn.partyregister.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.util.function.SingletonSupplier;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.reference.Code;

/** Types and kinds of organisations with their names. They change by migration alone: read once and kept. */
@Service
public class OrganisationLists {
    private final Supplier<Map<String, Entry>> types;
    private final Supplier<Map<String, Entry>> kinds;

    OrganisationLists(JdbcClient jdbc) {
        types = SingletonSupplier.of(() -> read(jdbc, """
                select code, position, name_vi, name_en, tier, lower(valid) as starts, upper(valid) as ends
                from organisation.organisation_type
                """));
        kinds = SingletonSupplier.of(() -> read(jdbc, """
                select code, position, name_vi, name_en, sum_into as tier, lower(valid) as starts, upper(valid) as ends
                from organisation.organisation_kind
                """));
    }

    private static Map<String, Entry> read(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(new RecordRows<>(Entry.class)).list().stream()
                .collect(Collectors.toUnmodifiableMap(Entry::code, Function.identity()));
    }

    /** The types that exist on a day, from the top of the tree down. */
    public List<Code> types(LocalDate day) {
        return existing(types.get(), day);
    }

    /** The kinds of base organisation that exist on a day, in the order of form 5. */
    public List<Code> kinds(LocalDate day) {
        return existing(kinds.get(), day);
    }

    /** The types that exist on a day or ended before it, each that ended with its last day: an act may be dated back. */
    public List<Code> typesUntil(LocalDate day) {
        return begun(types.get(), day);
    }

    /** The same of the kinds. */
    public List<Code> kindsUntil(LocalDate day) {
        return begun(kinds.get(), day);
    }

    public String type(@Nullable String code) {
        return label(types.get(), code);
    }

    public String kind(@Nullable String code) {
        return label(kinds.get(), code);
    }

    /** Where a type stands: PROVINCE, DIRECT, BASE, PARTIAL, CELL, GROUP. */
    String tier(String type) {
        var entry = types.get().get(type);
        return entry == null || entry.tier() == null ? "" : entry.tier();
    }

    /** Whether members belong to organisations of this type: to cells alone. */
    boolean holdsMembers(String type) {
        return "CELL".equals(tier(type)) || "CB_CS".equals(type);
    }

    /** Whether there is, was or will be such a type. */
    boolean knowsType(@Nullable String code) {
        return code == null || types.get().containsKey(code);
    }

    boolean knowsKind(@Nullable String code) {
        return code == null || kinds.get().containsKey(code);
    }

    boolean hasType(String code, LocalDate day) {
        var entry = types.get().get(code);
        return entry != null && entry.existsOn(day);
    }

    boolean hasKind(String code, LocalDate day) {
        var entry = kinds.get().get(code);
        return entry != null && entry.existsOn(day);
    }

    private static List<Code> existing(Map<String, Entry> entries, LocalDate day) {
        return entries.values().stream()
                .filter(entry -> entry.existsOn(day))
                .sorted(java.util.Comparator.comparingInt(Entry::position))
                .map(entry -> new Code(entry.code(), entry.label()))
                .toList();
    }

    private static List<Code> begun(Map<String, Entry> entries, LocalDate day) {
        return entries.values().stream()
                .filter(entry -> entry.starts() == null || !day.isBefore(entry.starts()))
                .sorted(java.util.Comparator.comparingInt(Entry::position))
                .map(entry -> new Code(entry.code(), entry.labelOn(day)))
                .toList();
    }

    private static String label(Map<String, Entry> entries, @Nullable String code) {
        if (code == null) {
            return "";
        }
        var entry = entries.get(code);
        return entry == null ? code : entry.label();
    }

    private record Entry(
            String code,
            int position,
            String nameVi,
            String nameEn,
            @Nullable String tier,
            @Nullable LocalDate starts,
            @Nullable LocalDate ends) {
        boolean existsOn(LocalDate day) {
            return (starts == null || !day.isBefore(starts)) && (ends == null || day.isBefore(ends));
        }

        String labelOn(LocalDate day) {
            return ends == null || day.isBefore(ends)
                    ? label()
                    : "%s (– %s)".formatted(label(), Dates.write(ends.minusDays(1)));
        }

        String label() {
            return "en".equals(LocaleContextHolder.getLocale().getLanguage()) ? nameEn : nameVi;
        }
    }
}

package vn.partyregister.reference;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.util.function.SingletonSupplier;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.VietnameseText;

/**
 * The code lists (danh mục): names in the reader's language, and the code meant by what somebody wrote. Lists change by
 * migration alone, so that they are read once and kept.
 */
@Service
public class CodeLists {
    private final Supplier<Map<String, CodeList>> lists;
    private final JdbcClient jdbc;

    CodeLists(JdbcClient jdbc) {
        lists = SingletonSupplier.of(() -> read(jdbc));
        this.jdbc = jdbc;
    }

    /** All codes of a list in the official order, also those that have ended. */
    public List<Code> of(String list) {
        return get(list).entries().values().stream().map(Entry::named).toList();
    }

    /** The codes of a list that exist on a day. */
    public List<Code> of(String list, LocalDate day) {
        return get(list).entries().values().stream()
                .filter(entry -> entry.existsOn(day))
                .map(Entry::named)
                .toList();
    }

    /** The codes that are part of a greater one: the communes of a district, the districts of a province. */
    public List<Code> partsOf(String list, String whole) {
        return get(list).entries().values().stream()
                .filter(entry -> whole.equals(entry.partOf()))
                .map(Entry::named)
                .toList();
    }

    /** The name of a code; nothing for nothing, and the code itself where the list does not have it. */
    public String label(String list, @Nullable String code) {
        if (code == null) {
            return "";
        }
        var entry = get(list).entries().get(code);
        return entry == null ? code : entry.named().label();
    }

    /** By which directives the codes of a list count on a day. */
    public List<CodeSource> sources(String list, LocalDate day) {
        return jdbc.sql("""
                        select distinct d.number as directive, s.clause
                        from reference.code_source s join reference.directive d on d.id = s.directive_id
                        where s.list = :list and s.valid @> cast(:day as date) order by 1, 2
                        """)
                .param("list", list)
                .param("day", day)
                .query(new RecordRows<>(CodeSource.class))
                .list();
    }

    /** Whether the list has this very code. */
    public boolean has(String list, String code) {
        return get(list).entries().containsKey(code);
    }

    /**
     * The code that is meant: written as the code, the name or a synonym, whatever the case, accents, hyphens and
     * spaces. Empty where nothing is meant, or more than one thing could be.
     */
    public Optional<String> match(String list, String written) {
        return get(list).match(VietnameseText.tidy(written), _ -> true);
    }

    /** The code that is meant among those that exist on a day: a commune of today, not the one that had its name. */
    public Optional<String> match(String list, String written, LocalDate day) {
        return get(list).match(VietnameseText.tidy(written), entry -> entry.existsOn(day));
    }

    private CodeList get(String list) {
        var found = lists.get().get(list);
        if (found == null) {
            throw new IllegalArgumentException("no code list " + list);
        }
        return found;
    }

    private static Map<String, CodeList> read(JdbcClient jdbc) {
        var entries = jdbc.sql("""
                        select list, code, name_vi, name_en, part_of, lower(valid) as starts, upper(valid) as ends
                        from reference.code order by list, position
                        """).query(new RecordRows<>(Entry.class)).list().stream()
                .collect(groupingBy(Entry::list));
        var synonyms = jdbc
                .sql("select list, code, written from reference.code_synonym")
                .query(new RecordRows<>(Synonym.class))
                .list()
                .stream()
                .collect(groupingBy(Synonym::list));
        var lists = new HashMap<String, CodeList>();
        entries.forEach((list, codes) -> lists.put(list, CodeList.of(codes, synonyms.getOrDefault(list, List.of()))));
        return Map.copyOf(lists);
    }

    private record Synonym(String list, String code, String written) {}

    private record Entry(
            String list,
            String code,
            String nameVi,
            String nameEn,
            @Nullable String partOf,
            @Nullable LocalDate starts,
            @Nullable LocalDate ends) {
        Code named() {
            return new Code(code, "en".equals(LocaleContextHolder.getLocale().getLanguage()) ? nameEn : nameVi);
        }

        boolean existsOn(LocalDate day) {
            return (starts == null || !day.isBefore(starts)) && (ends == null || day.isBefore(ends));
        }
    }

    /** One list, with what each way of writing means: first letter by letter, then by what is left without marks. */
    private record CodeList(
            Map<String, Entry> entries, Map<String, List<String>> written, Map<String, List<String>> bare) {
        private static final Pattern BESIDE_THE_POINT = Pattern.compile("[^\\p{L}\\p{N}]+");

        static CodeList of(List<Entry> codes, List<Synonym> synonyms) {
            var list = new CodeList(new LinkedHashMap<>(), new HashMap<>(), new HashMap<>());
            for (var entry : codes) {
                list.entries.put(entry.code(), entry);
                list.means(entry.code(), entry.code());
                list.means(entry.nameVi(), entry.code());
                list.means(entry.nameEn(), entry.code());
            }
            synonyms.forEach(synonym -> list.means(synonym.written(), synonym.code()));
            return list;
        }

        private void means(String text, String code) {
            add(written, exact(text), code);
            add(bare, bare(text), code);
        }

        private static void add(Map<String, List<String>> index, String text, String code) {
            var codes = index.computeIfAbsent(text, _ -> new ArrayList<>(1));
            if (!codes.contains(code)) {
                codes.add(code);
            }
        }

        Optional<String> match(String text, Predicate<Entry> candidate) {
            return only(written.get(exact(text)), candidate).or(() -> only(bare.get(bare(text)), candidate));
        }

        private Optional<String> only(@Nullable List<String> codes, Predicate<Entry> candidate) {
            var meant = codes == null
                    ? List.<String>of()
                    : codes.stream()
                            .filter(code -> candidate.test(Objects.requireNonNull(entries.get(code))))
                            .toList();
            return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
        }

        private static String exact(String text) {
            return text.toLowerCase(Locale.ROOT);
        }

        private static String bare(String text) {
            return BESIDE_THE_POINT.matcher(VietnameseText.folded(text)).replaceAll("");
        }
    }
}

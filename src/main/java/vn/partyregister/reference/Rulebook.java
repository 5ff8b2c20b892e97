package vn.partyregister.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.util.function.SingletonSupplier;

/**
 * The rules of the Party as dated data with their sources. Rules change by migration alone, so that the book is read
 * once and kept.
 */
@Service
public class Rulebook {
    private final Supplier<List<Rules.Entry>> entries;
    private final Supplier<Map<String, Name>> names;

    Rulebook(JdbcClient jdbc) {
        entries = SingletonSupplier.of(() -> jdbc.sql("""
                        select r.key, lower(r.valid) as starts, upper(r.valid) as ends, r.value, r.unit,
                            d.number, d.issuer, d.issued_on, r.clause
                        from reference.rule r join reference.directive d on d.id = r.directive_id
                        where r.scope = 'ALL'
                        """)
                .query(new SimplePropertyRowMapper<>(Rules.Entry.class))
                .list());
        names = SingletonSupplier.of(() -> jdbc
                .sql("select key, name_vi, name_en from reference.rule_key")
                .query(new SimplePropertyRowMapper<>(Name.class))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Name::key, Function.identity())));
    }

    /** The rules in force on a day. */
    public Rules on(LocalDate day) {
        return new Rules(
                day,
                entries.get().stream()
                        .filter(entry -> entry.holdsOn(day))
                        .collect(Collectors.toMap(Rules.Entry::key, Function.identity())),
                this::name);
    }

    /** What a rule is called, in the reader's language. */
    public String name(String key) {
        var name = names.get().get(key);
        return name == null ? key : name.in(LocaleContextHolder.getLocale().getLanguage());
    }

    private record Name(String key, String nameVi, String nameEn) {
        String in(String language) {
            return "en".equals(language) ? nameEn : nameVi;
        }
    }
}

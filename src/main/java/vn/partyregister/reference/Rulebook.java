package vn.partyregister.reference;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
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
import vn.partyregister.platform.RecordRows;

/**
 * The rules of the Party as dated data with their sources. The book is read once and kept until the board changes it: on this
 * node at once, on another within a second ({@link Kept}).
 */
@Service
public class Rulebook {
    private final JdbcClient jdbc;
    private final Supplier<Map<String, Name>> names;
    private final Kept<List<Rules.Entry>> entries = new Kept<>(this::acts, this::read);

    Rulebook(JdbcClient jdbc) {
        this.jdbc = jdbc;
        names =
                SingletonSupplier.of(() -> jdbc
                        .sql("select key, name_vi, name_en from reference.rule_key")
                        .query(new RecordRows<>(Name.class))
                        .list()
                        .stream()
                        .collect(Collectors.toUnmodifiableMap(Name::key, Function.identity())));
    }

    private long acts() {
        return jdbc.sql("select coalesce(max(number), 0) from reference.rule_act")
                .query(Long.class)
                .single();
    }

    private List<Rules.Entry> read() {
        return jdbc.sql("""
                        select r.key, r.scope, lower(r.valid) as starts, upper(r.valid) as ends, r.value, r.unit,
                            d.number, d.issuer, d.issued_on, r.clause
                        from reference.rule r join reference.directive d on d.id = r.directive_id
                        """).query(new RecordRows<>(Rules.Entry.class)).list();
    }

    /** The rules as they are kept. */
    Kept<List<Rules.Entry>> kept() {
        return entries;
    }

    /** The rules in force on a day. */
    public Rules on(LocalDate day) {
        return new Rules(
                day, entries.get().stream().filter(entry -> entry.holdsOn(day)).toList(), this::name);
    }

    /** All answers the book has for a question, the oldest first: what was asked of whom lived then. */
    public List<Answer> history(String key) {
        return entries.get().stream()
                .filter(entry -> entry.bindsEverybody() && entry.key().equals(key))
                .sorted(Comparator.comparing(Rules.Entry::starts, Comparator.nullsFirst(Comparator.naturalOrder())))
                .map(Answer::new)
                .toList();
    }

    /** What a rule is called, in the reader's language. */
    public String name(String key) {
        var name = names.get().get(key);
        return name == null ? key : name.in(LocaleContextHolder.getLocale().getLanguage());
    }

    /** One answer of the book, and the days it holds: from {@code starts} until before {@code ends}. */
    public static final class Answer {
        private final Rules.Entry entry;

        Answer(Rules.Entry entry) {
            this.entry = entry;
        }

        public @Nullable LocalDate starts() {
            return entry.starts();
        }

        public @Nullable LocalDate ends() {
            return entry.ends();
        }

        public String value() {
            return entry.value();
        }

        /** The value as a stretch of the calendar. */
        public Period period() {
            return entry.term().period();
        }

        public boolean holdsOn(LocalDate day) {
            return entry.holdsOn(day);
        }

        /** Whether it no longer holds on a day. */
        public boolean endedBy(LocalDate day) {
            var ends = entry.ends();
            return ends != null && !day.isBefore(ends);
        }
    }

    private record Name(String key, String nameVi, String nameEn) {
        String in(String language) {
            return "en".equals(language) ? nameEn : nameVi;
        }
    }
}

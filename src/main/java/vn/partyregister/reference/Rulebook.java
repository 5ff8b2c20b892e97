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
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.function.SingletonSupplier;
import vn.partyregister.platform.RecordRows;

/**
 * The rules of the Party as dated data with their sources. The book is read once and kept until the board changes it: on this
 * node at once, on another within a second ({@link RulebookWatch}).
 */
@Service
public class Rulebook {
    private final JdbcClient jdbc;
    private final Supplier<Map<String, Name>> names;
    private volatile @Nullable Book kept;

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

    /** The board has done something to the book in the transaction that runs, which alone sees it until it ends. */
    void changed() {
        if (!TransactionSynchronizationManager.hasResource(this)) {
            TransactionSynchronizationManager.bindResource(this, true);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    TransactionSynchronizationManager.unbindResource(Rulebook.this);
                    kept = null;
                }
            });
        }
    }

    private List<Rules.Entry> entries() {
        if (TransactionSynchronizationManager.hasResource(this)) {
            return read(acts()).entries();
        }
        var book = kept;
        if (book == null) {
            book = read(acts());
            kept = book;
        }
        return book.entries();
    }

    /** Asks whether another node has done something to the book. */
    void askAgain() {
        var book = kept;
        if (book != null && acts() != book.acts()) {
            kept = null;
        }
    }

    /** What is kept may be out of date: it is read anew when it is asked for. */
    void forget() {
        kept = null;
    }

    private long acts() {
        return jdbc.sql("select coalesce(max(number), 0) from reference.rule_act")
                .query(Long.class)
                .single();
    }

    /** The number of acts is asked for before the book: what comes between is read once more, never missed. */
    private Book read(long acts) {
        var entries = jdbc.sql("""
                        select r.key, r.scope, lower(r.valid) as starts, upper(r.valid) as ends, r.value, r.unit,
                            d.number, d.issuer, d.issued_on, r.clause
                        from reference.rule r join reference.directive d on d.id = r.directive_id
                        """).query(new RecordRows<>(Rules.Entry.class)).list();
        return new Book(acts, entries);
    }

    /** The rules in force on a day. */
    public Rules on(LocalDate day) {
        return new Rules(
                day, entries().stream().filter(entry -> entry.holdsOn(day)).toList(), this::name);
    }

    /** All answers the book has for a question, the oldest first: what was asked of whom lived then. */
    public List<Answer> history(String key) {
        return entries().stream()
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

    private record Book(long acts, List<Rules.Entry> entries) {}

    private record Name(String key, String nameVi, String nameEn) {
        String in(String language) {
            return "en".equals(language) ? nameEn : nameVi;
        }
    }
}

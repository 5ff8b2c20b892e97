package vn.partyregister.member;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.util.function.SingletonSupplier;
import vn.partyregister.platform.RecordRows;

/**
 * The catalogue of checks of the member's file: one for the page that counts, the saving of a section, and the import.
 * Kinds change by migration alone, so that they are read once and kept.
 */
@Service
public class Checks {
    private final FileForm form;
    private final CheckConditions conditions;
    private final MessageSource messages;
    private final Supplier<List<Kind>> kinds;
    private final Supplier<Map<String, Check.Mender>> menders;

    Checks(FileForm form, CheckConditions conditions, MessageSource messages, JdbcClient jdbc) {
        this.form = form;
        this.conditions = conditions;
        this.messages = messages;
        this.kinds = SingletonSupplier.of(() -> jdbc.sql("select * from member.check_kind order by position")
                .query(new RecordRows<>(Kind.class))
                .list());
        this.menders = SingletonSupplier.of(() -> jdbc
                .sql("select kind, item, mended_by from member.check_mender")
                .query(new RecordRows<>(Apart.class))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(apart -> key(apart.kind(), apart.item()), Apart::mendedBy)));
    }

    /** The checks that a day's form and rulebook know, by topic; items are called in the language of the reader. */
    public List<Check> on(LocalDate day) {
        var items = form.all(day);
        return kinds.get().stream()
                .flatMap(kind -> kind.item() == null ? ofEachItem(kind, items, day) : ofOneItem(kind, day))
                .toList();
    }

    public Optional<Check> find(String key, LocalDate day) {
        return on(day).stream().filter(check -> check.key().equals(key)).findFirst();
    }

    /** What the conditions of a day's checks ask for. */
    public Map<String, Object> params(LocalDate day) {
        return conditions.params(day);
    }

    /** What is wrong, in the language of the reader. */
    public String name(Check check) {
        var name = messages.getMessage("member.check." + check.kind(), null, LocaleContextHolder.getLocale());
        return check.label() == null ? name : name + ": " + check.label();
    }

    private Stream<Check> ofOneItem(Kind kind, LocalDate day) {
        return conditions
                .ofOneItem(kind.key(), day)
                .map(condition -> new Check(
                        kind.key(),
                        kind.key(),
                        kind.topic(),
                        kind.severity(),
                        kind.mendedBy(),
                        Optional.ofNullable(kind.section()).orElseThrow(),
                        Optional.ofNullable(kind.item()).orElseThrow(),
                        null,
                        kind.ruleKey(),
                        condition))
                .stream();
    }

    private Stream<Check> ofEachItem(Kind kind, List<Item> items, LocalDate day) {
        return items.stream()
                .flatMap(item -> conditions
                        .ofEachItem(kind.key(), item, day)
                        .map(condition -> new Check(
                                key(kind.key(), item.key()),
                                kind.key(),
                                kind.topic(),
                                kind.severity(),
                                menders.get().getOrDefault(key(kind.key(), item.key()), kind.mendedBy()),
                                item.section(),
                                item.key(),
                                item.label(),
                                kind.ruleKey() == null && kind.topic() == Check.Topic.NUMBERS
                                        ? item.ruleKey()
                                        : kind.ruleKey(),
                                condition))
                        .stream());
    }

    private static String key(String kind, String item) {
        return kind + "-" + item;
    }

    private record Kind(
            String key,
            Check.Topic topic,
            Check.Severity severity,
            Check.Mender mendedBy,
            @Nullable Section section,
            @Nullable String item,
            @Nullable String ruleKey) {}

    private record Apart(String kind, String item, Check.Mender mendedBy) {}
}

package vn.partyregister.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.util.function.SingletonSupplier;

/** The member's form (phiếu đảng viên, 2-HSĐV) as data. It changes by migration alone, so that it is read once and kept. */
@Service
public class FileForm {
    private final Supplier<Map<Language, List<Item.Dated>>> items;

    FileForm(JdbcClient jdbc) {
        items = SingletonSupplier.of(() -> Map.of(
                Language.VIETNAMESE, read(jdbc, "name_vi"),
                Language.ENGLISH, read(jdbc, "name_en")));
    }

    /** What a section asks on a day, in the order of the form and the language of the reader. */
    public List<Item> items(Section section, LocalDate day) {
        return all(day).stream().filter(item -> item.section() == section).toList();
    }

    /** Everything the form asks on a day. */
    public List<Item> all(LocalDate day) {
        return items.get().getOrDefault(Language.ofReader(), List.of()).stream()
                .filter(dated -> dated.isAskedOn(day))
                .map(Item.Dated::item)
                .toList();
    }

    private static List<Item.Dated> read(JdbcClient jdbc, String label) {
        return jdbc
                .sql("""
                        select i.*, %s as label, lower(i.valid) as asked_from, upper(i.valid) as asked_until
                        from member.item i
                        """.formatted(label))
                .query((row, _) -> new Placed(
                        row.getInt("position"),
                        new Item.Dated(
                                item(row),
                                row.getObject("asked_from", LocalDate.class),
                                row.getObject("asked_until", LocalDate.class))))
                .list()
                .stream()
                .sorted()
                .map(Placed::dated)
                .collect(Collectors.toUnmodifiableList());
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                Section.valueOf(row.getString("section")),
                row.getString("key"),
                row.getString("number"),
                row.getString("label"),
                Item.Form.valueOf(row.getString("form")),
                row.getString("list"),
                row.getObject("longest", Integer.class),
                row.getBoolean("required"),
                row.getBoolean("by_decision"),
                row.getBoolean("of_the_person"),
                row.getBoolean("told_by_journal"),
                row.getString("rule_key"));
    }

    private record Placed(int position, Item.Dated dated) implements Comparable<Placed> {
        @Override
        public int compareTo(Placed other) {
            var section = dated.item().section().compareTo(other.dated.item().section());
            return section != 0 ? section : Integer.compare(position, other.position);
        }
    }

    private enum Language {
        VIETNAMESE,
        ENGLISH;

        static Language ofReader() {
            return "en".equals(LocaleContextHolder.getLocale().getLanguage()) ? ENGLISH : VIETNAMESE;
        }
    }
}

package vn.partyregister.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import vn.partyregister.exchange.Column;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.Seal;
import vn.partyregister.reference.CodeLists;

/**
 * Members as the rows of a file, a value for each column in their order. A file holds millions of values: they are read by
 * their place, and the names of codes are looked up once.
 */
final class ExportedRows implements RowMapper<@Nullable Object[]> {
    private static final String HIDDEN = "•••••••••";

    private final Column[] columns;
    private final CodeLists lists;
    private final @Nullable Seal opened;
    private final List<Map<String, String>> labels;

    /** @param opened opens citizen numbers; null where they stay hidden */
    ExportedRows(List<Column> columns, CodeLists lists, @Nullable Seal opened) {
        this.columns = columns.toArray(Column[]::new);
        this.lists = lists;
        this.opened = opened;
        this.labels = Stream.generate(HashMap<String, String>::new)
                .<Map<String, String>>map(names -> names)
                .limit(columns.size())
                .toList();
    }

    @Override
    public @Nullable Object[] mapRow(ResultSet row, int number) throws SQLException {
        var values = new @Nullable Object[columns.length];
        for (var at = 0; at < columns.length; at++) {
            values[at] = value(row, at);
        }
        return values;
    }

    private @Nullable Object value(ResultSet row, int at) throws SQLException {
        return switch (columns[at].form()) {
            case DATE -> row.getObject(at + 1, LocalDate.class);
            case PARTIAL_DATE -> born(row.getString(at + 1));
            case CODE -> label(at, row.getString(at + 1));
            case SECRET_NUMBER -> number(row.getBytes(at + 1));
            case TEXT, NAME, NUMBER, YES_NO -> row.getString(at + 1);
        };
    }

    private @Nullable String label(int at, @Nullable String code) {
        var list = columns[at].list();
        return code == null || list == null
                ? null
                : labels.get(at).computeIfAbsent(code, known -> lists.label(list, known));
    }

    private @Nullable String number(byte @Nullable [] sealed) {
        return sealed == null ? null : opened == null ? HIDDEN : opened.openText(sealed);
    }

    private static PartialDate born(String written) {
        return new PartialDate(
                LocalDate.parse(written.substring(0, 10)), PartialDate.Precision.valueOf(written.substring(10)));
    }
}

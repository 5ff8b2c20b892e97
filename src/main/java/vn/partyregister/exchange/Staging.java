package vn.partyregister.exchange;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.partyregister.exchange.Column.Form;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.Seal;
import vn.partyregister.reference.CodeLists;
import vn.partyregister.reference.Rulebook;

/** Reads the rows of a file, cell by cell, into {@code exchange.staged_row}: by COPY, a few thousand at a time. */
@Component
class Staging {
    /** More rows than this are no list of a province any more. */
    static final int MOST_ROWS = 200_000;

    private static final int AT_ONCE = 2_000;
    private static final int SHOWN = 200;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Seal seal;
    private final CodeLists codes;
    private final Rulebook rulebook;
    private final BusinessDay businessDay;

    Staging(
            DataSource dataSource,
            JdbcClient jdbc,
            JsonMapper json,
            Seal seal,
            CodeLists codes,
            Rulebook rulebook,
            BusinessDay businessDay) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.json = json;
        this.seal = seal;
        this.codes = codes;
        this.rulebook = rulebook;
        this.businessDay = businessDay;
    }

    /** Stages all rows anew; what was staged before is gone. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void stage(Upload upload, SheetFile file, RowKind kind, List<Heading> headings, IntConsumer progress) {
        clear(upload.id());
        var batch = new Batch(upload.id(), columns(kind, headings));
        try (var rows = file.rows()) {
            rows.filter(row -> row.number() >= upload.firstRow()).forEach(row -> {
                if (batch.add(row) && batch.count % AT_ONCE == 0) {
                    batch.copy();
                    progress.accept(batch.count);
                }
            });
        }
        batch.copy();
        progress.accept(batch.count);
        if (batch.count == 0) {
            throw new Refusal.NotReadable("exchange.no-rows");
        }
        jdbc.sql("analyze exchange.staged_row").update();
        jdbc.sql("analyze exchange.problem").update();
    }

    /** Stages one row that was typed: each text as the cell of its column. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void stage(ImportId id, RowKind kind, Map<String, String> typed) {
        var given = kind.columns().stream()
                .filter(column -> typed.containsKey(column.key()))
                .toList();
        var columns = new LinkedHashMap<Integer, Column>();
        given.forEach(column -> columns.put(columns.size(), asTheBookSays(column)));
        var batch = new Batch(id, columns);
        batch.add(new SheetRow(
                1,
                given.stream()
                        .map(column -> Cell.text(typed.getOrDefault(column.key(), "")))
                        .toList()));
        batch.copy();
    }

    void clear(ImportId id) {
        for (var table : List.of("problem", "difference", "absent", "staged_row")) {
            jdbc.sql("delete from exchange." + table + " where upload_id = :id")
                    .param("id", id.id())
                    .update();
        }
    }

    private Map<Integer, Column> columns(RowKind kind, List<Heading> headings) {
        var columns = new LinkedHashMap<Integer, Column>();
        for (var heading : headings) {
            column(kind, heading.column()).ifPresent(column -> columns.put(heading.position(), asTheBookSays(column)));
        }
        return columns;
    }

    /** A column with the lengths that the rulebook gives its numbers today. */
    private Column asTheBookSays(Column column) {
        var rule = column.rule();
        var rules = rulebook.on(businessDay.today());
        return rule == null || !rules.know(rule)
                ? column
                : column.ofForm(rules.pattern(rule).value());
    }

    static Optional<Column> column(RowKind kind, @Nullable String key) {
        return kind.columns().stream()
                .filter(column -> column.key().equals(key))
                .findFirst();
    }

    /** Rows on their way into the database. */
    private final class Batch {
        private final ImportId id;
        private final Map<Integer, Column> columns;
        private final CellReader reader = new CellReader(codes::match);
        private final CopyText rows = new CopyText();
        private final CopyText problems = new CopyText();
        private int count;

        Batch(ImportId id, Map<Integer, Column> columns) {
            this.id = id;
            this.columns = columns;
        }

        /** False where the row holds nothing. */
        boolean add(SheetRow row) {
            var given = new LinkedHashMap<String, String>();
            var value = new LinkedHashMap<String, String>();
            var rejected = false;
            var repaired = false;
            for (var mapped : columns.entrySet()) {
                var column = mapped.getValue();
                var cell = row.at(mapped.getKey());
                if (cell.isBlank()) {
                    continue;
                }
                var reading = reader.read(cell, column);
                var shown = shown(cell.text(), column);
                given.put(column.key(), shown);
                put(value, column, reading.value());
                for (var finding : reading.findings()) {
                    problem(row.number(), column.key(), shown, finding);
                    repaired |= finding.weight() == Weight.REPAIRED;
                }
                rejected |= reading.isRejected();
            }
            if (given.isEmpty()) {
                return false;
            }
            if (++count > MOST_ROWS) {
                throw new Refusal.NotReadable("exchange.too-many-rows", MOST_ROWS);
            }
            rows.row(
                    id,
                    row.number(),
                    json.writeValueAsString(given),
                    json.writeValueAsString(value),
                    rejected ? Verdict.REJECTED : null,
                    repaired && !rejected);
            return true;
        }

        private void put(Map<String, String> values, Column column, @Nullable String value) {
            if (value == null) {
                return;
            }
            if (column.form() != Form.SECRET_NUMBER) {
                values.put(column.key(), value);
                return;
            }
            values.put(column.key(), HexFormat.of().formatHex(seal.hash(value)));
            values.put(column.key() + ".sealed", Base64.getEncoder().encodeToString(seal.seal(value)));
            values.put(column.key() + ".end", value.substring(Math.max(0, value.length() - 3)));
        }

        private void problem(int row, String column, String shown, Finding finding) {
            problems.row(id, row, column, finding.weight(), shown, finding.reason(), finding.arguments(), true);
        }

        void copy() {
            rows.into("exchange.staged_row (upload_id, row_number, given, value, verdict, repaired)");
            problems.into(
                    "exchange.problem (upload_id, row_number, column_key, weight, value, reason, arguments, while_reading)");
        }
    }

    /** What stands in the cell, as far as it may lie open. */
    static String shown(String text, Column column) {
        var plain = CONTROL.matcher(text).replaceAll(" ");
        if (column.form() == Form.SECRET_NUMBER) {
            var hidden = Math.max(0, plain.length() - 3);
            return "•".repeat(Math.min(hidden, 9)) + plain.substring(hidden);
        }
        return plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN) + "…";
    }

    /** Lines of PostgreSQL's COPY text format. */
    private final class CopyText {
        private final StringBuilder lines = new StringBuilder();

        void row(@Nullable Object... values) {
            for (var at = 0; at < values.length; at++) {
                if (at > 0) {
                    lines.append('\t');
                }
                append(values[at]);
            }
            lines.append('\n');
        }

        private void append(@Nullable Object value) {
            if (value == null) {
                lines.append("\\N");
            } else if (value instanceof List<?> list) {
                escape(array(list));
            } else {
                escape(value.toString());
            }
        }

        private static String array(List<?> list) {
            var array = new StringBuilder("{");
            for (var item : list) {
                array.append(array.length() > 1 ? "," : "")
                        .append('"')
                        .append(String.valueOf(item).replace("\\", "\\\\").replace("\"", "\\\""))
                        .append('"');
            }
            return array.append('}').toString();
        }

        /** What needs no escape is appended in whole stretches: letter by letter takes three times as long. */
        private void escape(String text) {
            var written = 0;
            for (var at = 0; at < text.length(); at++) {
                var escaped = escaped(text.charAt(at));
                if (escaped != null) {
                    lines.append(text, written, at).append(escaped);
                    written = at + 1;
                }
            }
            lines.append(text, written, text.length());
        }

        private static @Nullable String escaped(char letter) {
            return switch (letter) {
                case '\\' -> "\\\\";
                case '\t' -> "\\t";
                case '\n' -> "\\n";
                case '\r' -> "\\r";
                case '\0' -> " ";
                default -> null;
            };
        }

        void into(String table) {
            if (lines.isEmpty()) {
                return;
            }
            var connection = DataSourceUtils.getConnection(dataSource);
            try {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + table + " from stdin", new StringReader(lines.toString()));
            } catch (SQLException broken) {
                throw new IllegalStateException(broken);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            } finally {
                DataSourceUtils.releaseConnection(connection, dataSource);
            }
            lines.setLength(0);
        }
    }
}

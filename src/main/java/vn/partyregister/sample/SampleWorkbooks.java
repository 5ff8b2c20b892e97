package vn.partyregister.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.exchange.Column;
import vn.partyregister.reference.CodeLists;

/**
 * Writes rows as the spreadsheets a committee would send: a title, the official headings, and the names of codes rather
 * than the codes.
 */
@Component
class SampleWorkbooks {
    private static final int FLUSH_EACH = 1_000;

    private final CodeLists codes;
    private final JdbcClient jdbc;
    private final SampleTexts texts;

    SampleWorkbooks(CodeLists codes, JdbcClient jdbc, SampleTexts texts) {
        this.codes = codes;
        this.jdbc = jdbc;
        this.texts = texts;
    }

    byte[] organisations(List<Column> columns, List<SampleOrganisation> organisations) {
        var names = new HashMap<String, String>();
        names.putAll(names("organisation_type"));
        names.putAll(names("organisation_kind"));
        return write(
                texts.get("sheet.organisations"),
                columns,
                organisations,
                SampleOrganisation::columns,
                (column, text) -> switch (column.key()) {
                    case "type", "kind" -> names.getOrDefault(text, text);
                    default -> text;
                });
    }

    byte[] members(List<Column> columns, List<SampleMember> members) {
        return write(
                texts.get("sheet.members"),
                columns,
                members,
                SampleMember::columns,
                (column, text) -> column.list() == null ? text : codes.label(column.list(), text));
    }

    private Map<String, String> names(String table) {
        var names = new HashMap<String, String>();
        jdbc.sql("select code, name_vi from organisation." + table).query(row -> {
            names.put(row.getString(1), row.getString(2));
        });
        return names;
    }

    /** How a value is written. */
    @FunctionalInterface
    private interface Writing {
        String of(Column column, String value);
    }

    /** @param values what a row tells, by the keys of the columns; asked for row by row: all at once they fill a small heap */
    private <T> byte[] write(
            String title,
            List<Column> columns,
            List<T> rows,
            Function<T, Map<String, String>> values,
            Writing writing) {
        var used = new HashSet<String>();
        rows.forEach(row -> used.addAll(values.apply(row).keySet()));
        var written =
                columns.stream().filter(column -> used.contains(column.key())).toList();
        LocaleContextHolder.setLocale(SampleTexts.LANGUAGE);
        try (var bytes = new ByteArrayOutputStream()) {
            try (var workbook = new Workbook(bytes, "Party Register", "1.0")) {
                var sheet = workbook.newWorksheet("1");
                sheet.inlineString(0, 0, title);
                sheet.inlineString(2, 0, texts.get("sheet.number"));
                for (var at = 0; at < written.size(); at++) {
                    sheet.inlineString(2, at + 1, written.get(at).headings().getFirst());
                }
                for (var line = 0; line < rows.size(); line++) {
                    var row = values.apply(rows.get(line));
                    sheet.value(line + 3, 0, line + 1);
                    for (var at = 0; at < written.size(); at++) {
                        var column = written.get(at);
                        var value = row.get(column.key());
                        if (value != null) {
                            sheet.inlineString(line + 3, at + 1, writing.of(column, value));
                        }
                    }
                    if (line % FLUSH_EACH == 0) {
                        sheet.flush();
                    }
                }
            }
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }
}

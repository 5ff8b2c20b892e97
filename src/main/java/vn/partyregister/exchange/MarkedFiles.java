package vn.partyregister.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives people their own file back, with what is wrong in it. */
@Component
class MarkedFiles {
    private static final List<Locale> LANGUAGES = List.of(Locale.of("vi"), Locale.ENGLISH);

    private final Uploads uploads;
    private final Kinds kinds;
    private final ColumnLabels labels;
    private final JdbcClient jdbc;
    private final MessageSource messages;

    MarkedFiles(Uploads uploads, Kinds kinds, ColumnLabels labels, JdbcClient jdbc, MessageSource messages) {
        this.uploads = uploads;
        this.kinds = kinds;
        this.labels = labels;
        this.jdbc = jdbc;
        this.messages = messages;
    }

    MarkedFile of(Upload upload) {
        var headerRow = upload.headerRow();
        var workbook = AnnotatedWorkbook.of(
                uploads.file(upload.id()),
                upload.fileName(),
                upload.encoding(),
                upload.sheet(),
                headerRow == null ? 1 : headerRow,
                headings(),
                faults(upload));
        return new MarkedFile(name(upload), workbook);
    }

    private Map<Integer, List<Fault>> faults(Upload upload) {
        var kind = kinds.get(upload.kind());
        var faults = new HashMap<Integer, List<Fault>>();
        jdbc.sql("""
                        select p.row_number, c.position, p.column_key, p.reason, p.arguments
                        from exchange.problem p
                        left join exchange.upload_column c on c.upload_id = p.upload_id and c.column_key = p.column_key
                        where p.upload_id = :id and (p.weight = 'REJECTS' or p.reason = :asked)
                        order by p.row_number, c.position
                        """).param("id", upload.id().id()).param("asked", Asked.REASON).query(row -> {
            var arguments = (String[]) row.getArray("arguments").getArray();
            var reason = text(row.getString("reason"), List.of(arguments));
            var column = Staging.column(kind, row.getString("column_key"));
            var position = row.getObject("position", Integer.class);
            faults.computeIfAbsent(row.getInt("row_number"), _ -> new ArrayList<>())
                    .add(new Fault(
                            position,
                            column.map(known -> labels.label(known) + ": " + reason)
                                    .orElse(reason)));
        });
        return faults;
    }

    private String text(String key, List<String> arguments) {
        return Objects.requireNonNull(
                messages.getMessage(key, arguments.toArray(), key, LocaleContextHolder.getLocale()));
    }

    /** Of the column of reasons: in the reader's language, and in each other that the file may have come back in before. */
    private List<String> headings() {
        return Stream.concat(Stream.of(LocaleContextHolder.getLocale()), LANGUAGES.stream())
                .map(language ->
                        Objects.requireNonNull(messages.getMessage("exchange.workbook.reasons", null, language)))
                .distinct()
                .toList();
    }

    /** The name it came with, marked once. */
    private String name(Upload upload) {
        var name = upload.fileName();
        var dot = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
        var bare = name.substring(0, dot);
        var mark = text("exchange.workbook.marked", List.of());
        return (bare.endsWith(mark) ? bare : bare + mark) + name.substring(dot);
    }
}

package vn.partyregister.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.platform.ListQuery;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.TableDownload;
import vn.partyregister.platform.Visitor;

/** Uploads, and the rows behind each of their figures, page by page. */
@Service
@Transactional(readOnly = true)
public class ImportList {
    /** What the page of a comparison holds of each part at most; paper holds all. */
    public static final int PRINTED = 1_000;

    /** Of a comparison, whatever is told but the cells that were left empty: these are a part of their own. */
    private static final String OTHERWISE = "d.reason is distinct from :asked";

    private final Uploads uploads;
    private final Kinds kinds;
    private final ColumnLabels labels;
    private final JdbcClient jdbc;

    ImportList(Uploads uploads, Kinds kinds, ColumnLabels labels, JdbcClient jdbc) {
        this.uploads = uploads;
        this.kinds = kinds;
        this.labels = labels;
        this.jdbc = jdbc;
    }

    /** The uploads that the visitor may see, the latest first. */
    public Listing<Upload> uploads(Visitor visitor, int page) {
        return uploads.list(visitor).page(jdbc, page, "at,desc", "/imports");
    }

    /** A page of the rows behind a figure. */
    public Listing<RowLine> rows(Upload upload, RowChoice choice, int page) {
        var shown = new Shown(upload);
        var listing = lines(upload, choice, shown)
                .page(jdbc, page, "number,asc", "/imports/" + upload.id() + "/rows?" + choice.query());
        return listing.with(detailed(listing.rows(), shown));
    }

    /** The first rows behind a figure. */
    public List<RowLine> printed(Upload upload, RowFilter filter) {
        var shown = new Shown(upload);
        return detailed(lines(upload, new RowChoice(filter, ""), shown).first(jdbc, PRINTED), shown);
    }

    /** What the register has and the file has not. */
    public Listing<Absent> absent(Upload upload, int page) {
        return absent(upload).page(jdbc, page, "label,asc", "/imports/" + upload.id() + "/absent");
    }

    public List<Absent> printedAbsent(Upload upload) {
        return absent(upload).first(jdbc, PRINTED);
    }

    /** All that is absent, as the database hands it out. */
    public Stream<Absent> allAbsent(Upload upload) {
        return absent(upload).all(jdbc);
    }

    private static ListQuery<Absent> absent(Upload upload) {
        var from = "from exchange.absent where upload_id = :id";
        return ListQuery.of((row, _) -> new Absent(row.getString(1), row.getString(2)), "select label, detail " + from)
                .counted("select count(*) " + from)
                .ordered("label, target_id")
                .with("id", upload.id().id());
    }

    private static ListQuery<RowLine> lines(Upload upload, RowChoice choice, Shown shown) {
        var from = "from exchange.staged_row r where r.upload_id = :id and "
                + choice.filter().condition();
        return ListQuery.of(
                        (row, _) -> new RowLine(row.getInt(1), row.getString(3), verdict(row.getString(2)), List.of()),
                        "select r.row_number, r.verdict, concat_ws(' · ', r.given ->> :first, r.given ->> :second) as what "
                                + from)
                .counted("select count(*) " + from)
                .ordered("r.row_number")
                .with("id", upload.id().id())
                .with("late", choice.late())
                .with("first", shown.known(0))
                .with("second", shown.known(1));
    }

    private List<RowLine> detailed(List<RowLine> rows, Shown shown) {
        if (rows.isEmpty()) {
            return rows;
        }
        var details = details(shown, rows.stream().map(RowLine::number).toList());
        return rows.stream()
                .map(row -> new RowLine(
                        row.number(), row.what(), row.verdict(), details.getOrDefault(row.number(), List.of())))
                .toList();
    }

    private Map<Integer, List<RowLine.Detail>> details(Shown shown, List<Integer> rows) {
        var details = new HashMap<Integer, List<RowLine.Detail>>();
        jdbc.sql("""
                        select row_number, column_key, weight, value, reason, arguments, null as here
                        from exchange.problem where upload_id = :id and row_number in (:rows)
                        union all
                        select row_number, column_key, null, there, null, '{}', here
                        from exchange.difference where upload_id = :id and row_number in (:rows)
                        order by row_number, weight, column_key
                        """).param("id", shown.upload.id().id()).param("rows", rows).query(row -> {
            details.computeIfAbsent(row.getInt("row_number"), _ -> new ArrayList<>())
                    .add(shown.detail(row));
        });
        return details;
    }

    /** Every detail of the rows behind a figure, as the database hands them out. */
    public Stream<Map.Entry<RowLine, RowLine.Detail>> allDetails(Upload upload, RowChoice choice) {
        return details(upload, choice, "true");
    }

    /** @param told which details {@code d}: a condition */
    private Stream<Map.Entry<RowLine, RowLine.Detail>> details(Upload upload, RowChoice choice, String told) {
        var shown = new Shown(upload);
        return jdbc
                .sql("""
                        select r.row_number, r.verdict, concat_ws(' · ', r.given ->> :first, r.given ->> :second) as what,
                               d.column_key, d.weight, d.value, d.reason, d.arguments, d.here
                        from exchange.staged_row r
                        left join lateral (
                            select p.column_key, p.weight, p.value, p.reason, p.arguments, null as here
                            from exchange.problem p where p.upload_id = r.upload_id and p.row_number = r.row_number
                            union all
                            select f.column_key, null, f.there, null, '{}', f.here
                            from exchange.difference f where f.upload_id = r.upload_id and f.row_number = r.row_number) d
                            on %s
                        where r.upload_id = :id and %s
                        order by r.row_number, d.weight, d.column_key
                        """.formatted(told, choice.filter().condition()))
                .param("asked", Asked.REASON)
                .param("id", upload.id().id())
                .param("late", choice.late())
                .param("first", shown.known(0))
                .param("second", shown.known(1))
                .withFetchSize(TableDownload.FETCH_SIZE)
                .query((row, _) -> Map.entry(
                        new RowLine(
                                row.getInt("row_number"),
                                row.getString("what"),
                                verdict(row.getString("verdict")),
                                List.of()),
                        shown.detail(row)))
                .stream();
    }

    /** The whole of a comparison, part after part, as the database hands it out. */
    public Stream<Compared> compared(Upload upload) {
        var absent = allAbsent(upload)
                .map(one -> new Compared(
                        "exchange.figure.missing-there",
                        null,
                        one.label(),
                        new RowLine.Detail(null, "", "", "", null, List.of(), one.detail())));
        var differing = Stream.concat(
                part(upload, "differing", RowFilter.CHANGED, OTHERWISE),
                part(upload, "unreadable", RowFilter.REJECTED, OTHERWISE));
        return Stream.concat(
                Stream.concat(part(upload, "missing-here", RowFilter.NEW, OTHERWISE), absent),
                Stream.concat(differing, part(upload, "incomplete", RowFilter.INCOMPLETE, "d.reason = :asked")));
    }

    private Stream<Compared> part(Upload upload, String figure, RowFilter filter, String told) {
        return details(upload, new RowChoice(filter, ""), told)
                .map(line -> new Compared(
                        "exchange.figure." + figure,
                        line.getKey().number(),
                        line.getKey().what(),
                        line.getValue()));
    }

    private static @Nullable Verdict verdict(@Nullable String name) {
        return name == null ? null : Verdict.valueOf(name);
    }

    /** How the columns of an upload are shown. */
    private final class Shown {
        private final Upload upload;
        private final List<Column> columns;
        private final Map<String, Column> byKey;
        private final Map<String, String> letters;

        Shown(Upload upload) {
            this.upload = upload;
            this.columns = kinds.get(upload.kind()).columns();
            this.byKey = columns.stream().collect(Collectors.toMap(Column::key, Function.identity()));
            this.letters = uploads.headings(upload.id()).stream()
                    .filter(heading -> heading.column() != null)
                    .collect(Collectors.toMap(heading -> "" + heading.column(), Heading::letters));
        }

        /** The key of a column that people know a row by. */
        String known(int position) {
            return columns.get(Math.min(position, columns.size() - 1)).key();
        }

        RowLine.Detail detail(ResultSet row) throws SQLException {
            var key = row.getString("column_key");
            var column = key == null ? null : byKey.get(key);
            var reason = row.getString("reason");
            var value = row.getString("value");
            var arguments = row.getArray("arguments");
            var weight = row.getString("weight");
            var here = row.getString("here");
            return new RowLine.Detail(
                    weight == null ? null : Weight.valueOf(weight),
                    key == null ? "" : letters.getOrDefault(key, ""),
                    column == null ? "" : labels.label(column),
                    reason == null ? labels.value(column, value) : value == null ? "" : value,
                    reason,
                    arguments == null ? List.of() : List.of((String[]) arguments.getArray()),
                    reason == null ? labels.value(column, here) : null);
        }
    }
}

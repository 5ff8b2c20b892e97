package vn.partyregister.platform;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends all rows of a list as a file, in the thread of the request, as the database hands them out:
 *
 * <pre>{@code
 * @GetMapping("/members.{format:xlsx|csv}")
 * void download(@PathVariable TableFormat format, …, HttpServletResponse response) {
 *     audit.read(…);
 *     download.send(response, format, "dang-vien", COLUMNS, () -> list.stream(filter, scope));
 * }
 * }</pre>
 *
 * The rows are asked for inside a read-only transaction of their own: audit before. They come from {@link ListQuery#all}, or
 * from a query that says {@code withFetchSize(TableDownload.FETCH_SIZE)}, else the driver loads them all.
 *
 * <p>Nothing is sent before the first row is there, so that a query that fails shows an error page. Where a later row
 * fails, the server breaks the connection off: the browser reports a failed download, not a shorter list.
 */
@Component
public class TableDownload {
    /** Rows that the database hands out at a time. */
    public static final int FETCH_SIZE = 500;

    private final TransactionOperations reading;
    private final BusinessDay businessDay;

    @Autowired
    TableDownload(PlatformTransactionManager transactions, BusinessDay businessDay) {
        this(readOnly(transactions), businessDay);
    }

    TableDownload(TransactionOperations reading, BusinessDay businessDay) {
        this.reading = reading;
        this.businessDay = businessDay;
    }

    private static TransactionOperations readOnly(PlatformTransactionManager transactions) {
        var template = new TransactionTemplate(transactions);
        template.setReadOnly(true);
        return template;
    }

    /**
     * Writes the file to the response.
     *
     * @param name of the file, to which the business day and the ending are added; also of the sheet
     */
    public <T> void send(
            HttpServletResponse response,
            TableFormat format,
            String name,
            List<TableColumn<T>> columns,
            Supplier<Stream<T>> rows) {
        send(() -> describe(response, format, name), response, out -> TableWriter.to(out, format, name, columns), rows);
    }

    /** As above, whatever is written: {@code describe} sets the headers once the first row is there. */
    <T> void send(Runnable describe, HttpServletResponse response, Opening<T> opening, Supplier<Stream<T>> rows) {
        reading.executeWithoutResult(_ -> {
            try (var stream = rows.get()) {
                var iterator = stream.iterator();
                var empty = !iterator.hasNext();
                describe.run();
                var writer = opening.on(response.getOutputStream());
                if (!empty) {
                    iterator.forEachRemaining(row -> write(writer, row));
                }
                writer.finish();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void describe(HttpServletResponse response, TableFormat format, String name) {
        var file = "%s-%s.%s".formatted(name, businessDay.today(), format.extension());
        response.setContentType(format.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(file, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }

    /** Begins a file on a stream. */
    interface Opening<T> {
        TableWriter<T> on(OutputStream out) throws IOException;
    }

    private static <T> void write(TableWriter<T> writer, T row) {
        try {
            writer.row(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

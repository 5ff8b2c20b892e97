package vn.partyregister.platform;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Sends all rows of a list in the form that its address ends in:
 *
 * <pre>{@code
 * @GetMapping("/movements.{format:xlsx|csv|pdf}")
 * void export(@PathVariable ListFormat format, …, HttpServletResponse response) {
 *     audit.read(…);
 *     exports.send(response, format, "bien-dong", columns.file(), () -> columns.paper(filter), today, () -> list.all(…));
 * }
 * }</pre>
 *
 * The rows are streamed as {@link TableDownload} and {@link Prints} stream them: audit before.
 */
@Component
public class Exports {
    private final TableDownload download;
    private final Prints prints;

    Exports(TableDownload download, Prints prints) {
        this.download = download;
        this.prints = prints;
    }

    /**
     * Writes the list to the response.
     *
     * @param name of the file, to which the business day and the ending are added
     * @param columns of a file
     * @param paper how it is laid out on paper
     * @param asAt the day that the paper names
     */
    public <T> void send(
            HttpServletResponse response,
            ListFormat format,
            String name,
            List<TableColumn<T>> columns,
            Supplier<PrintTable<T>> paper,
            LocalDate asAt,
            Supplier<Stream<T>> rows) {
        switch (format) {
            case XLSX -> download.send(response, TableFormat.XLSX, name, columns, rows);
            case CSV -> download.send(response, TableFormat.CSV, name, columns, rows);
            case PDF -> prints.table(response, name, paper.get(), asAt, rows);
        }
    }
}

package vn.partyregister.platform;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Comma-separated values in UTF-8 with a byte order mark, without which Excel takes Vietnamese for something else. */
final class CsvTableWriter<T> implements TableWriter<T> {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180;

    private final List<TableColumn<T>> columns;
    private final CSVPrinter printer;

    CsvTableWriter(OutputStream out, List<TableColumn<T>> columns) throws IOException {
        this.columns = List.copyOf(columns);
        printer = new CSVPrinter(
                new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 15), FORMAT);
        printer.getOut().append('\ufeff');
        for (var column : columns) {
            printer.print(FormulaGuard.guard(column.heading()));
        }
        printer.println();
    }

    @Override
    public void row(T row) throws IOException {
        for (var column : columns) {
            printer.print(written(column.kind(), column.value().apply(row)));
        }
        printer.println();
    }

    @Override
    public void finish() throws IOException {
        printer.flush();
    }

    private static @Nullable String written(TableColumn.Kind kind, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case LocalDate day -> Dates.write(day);
            case Number number when kind == TableColumn.Kind.PERCENT -> percent(number);
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            default -> FormulaGuard.guard(value.toString());
        };
    }

    private static String percent(Number share) {
        return new BigDecimal(share.toString())
                        .movePointRight(2)
                        .setScale(2, RoundingMode.HALF_UP)
                        .toPlainString()
                + "%";
    }
}

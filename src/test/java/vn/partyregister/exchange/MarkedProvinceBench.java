package vn.partyregister.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A province of 46,214 members and 30 columns is read and handed back with each row marked, in a program of 256 MB beside
 * this one: the budget of an import is 20 s, of which this is the part without a database.
 */
@Tag("bench")
class MarkedProvinceBench {
    private static final String HEAP = "256m";
    private static final Duration BUDGET = Duration.ofSeconds(20);
    private static final int MEMBERS = 46_214;
    private static final int COLUMNS = 30;

    @Test
    void aProvinceIsReadAndHandedBack() throws Exception {
        var program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        MarkedProvinceBench.class.getName())
                .inheritIO()
                .start();
        assertThat(program.waitFor())
                .as("in %s of memory, within %s", HEAP, BUDGET)
                .isZero();
    }

    /** Ends with an error where it does not fit into its memory or takes longer than it may. */
    public static void main(String... nothing) throws IOException {
        var file = province();
        for (var round = 0; round < 3; round++) {
            var begun = System.nanoTime();
            var faults = new HashMap<Integer, List<Fault>>();
            try (var rows = SheetReader.open(file, "a.xlsx", null).rows()) {
                rows.forEach(row -> faults.put(
                        row.number(), List.of(new Fault(3, "Sai " + row.number()), new Fault(null, "Trùng"))));
            }
            faults.remove(1);
            var read = System.nanoTime();
            AnnotatedWorkbook.of(file, "a.xlsx", null, null, 1, List.of("Lý do"), faults)
                    .write(OutputStream.nullOutputStream());
            var all = Duration.ofNanos(System.nanoTime() - begun);
            System.out.printf(
                    "marked workbook: %,d rows x %d of %d KB read in %d ms, read and handed back in %d ms, in %d MB%n",
                    faults.size(),
                    COLUMNS,
                    file.length >> 10,
                    Duration.ofNanos(read - begun).toMillis(),
                    all.toMillis(),
                    Runtime.getRuntime().maxMemory() >> 20);
            if (all.compareTo(BUDGET) > 0) {
                throw new IllegalStateException("too slow: " + all);
            }
        }
    }

    /** With shared strings, as Excel writes them. */
    private static byte[] province() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new org.dhatim.fastexcel.Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("Đảng viên");
            for (var row = 0; row <= MEMBERS; row++) {
                for (var column = 0; column < COLUMNS; column++) {
                    switch (column % 5) {
                        case 0 -> sheet.value(row, column, "Nguyễn Văn " + row + " " + column);
                        case 4 -> sheet.value(row, column, 25_000 + row % 20_000);
                        default -> sheet.value(row, column, "Càng Long " + row % 300);
                    }
                }
            }
        }
        return out.toByteArray();
    }
}

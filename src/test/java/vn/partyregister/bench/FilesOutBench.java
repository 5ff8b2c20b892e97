package vn.partyregister.bench;

import static vn.partyregister.bench.Timing.written;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.SampleTest;
import vn.partyregister.platform.BusinessDay;

/** Files of the whole province, each beside reading its rows. In the heap that the profile gives to the run: 512 MB. */
@SampleTest
@Import(BarePages.class)
@Tag("bench")
class FilesOutBench {
    private static final int MEMBERS = 46_214;
    private static final int WARM_UPS = 3;
    private static final int RUNS = 5;
    private static final long MEGABYTE = 1 << 20;

    @LocalServerPort
    int port;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BusinessDay businessDay;

    private final Report report = new Report("files-out");
    private SignedInBrowser board;
    private String reading;

    @BeforeEach
    void readThemPlainly() throws Exception {
        board = new SignedInBrowser(port, "board");
        var day = businessDay.today();
        var floor = new Floor(database);
        var taken = Timing.of(1, 3, () -> floor.query(BarePages.LIST.replace("limit 50", ""), day, day));
        reading = written(taken.median()) + " reading the rows";
    }

    @Test
    void theFilesOfTheProvince() throws Exception {
        memory("csv", export("csv", 1_000));
        memory("xlsx", export("xlsx", 4_000));
        for (var paper : new String[] {".pdf", "/addresses.pdf", "/labels.pdf", "/cards.pdf"}) {
            print(paper);
        }
        var sheet = "/members/%s.pdf".formatted(anybody());
        report.line(
                "record sheet of one member",
                "p50 " + written(Timing.of(20, 50, () -> board.ask(sheet)).median()),
                "–",
                "–",
                true);
        report.write();
    }

    /** The median of a few, after a few: the first ones of a program's life are slower. */
    private long export(String form, double budget) throws Exception {
        var taken = new ArrayList<SignedInBrowser.Download>();
        for (var run = 0; run < WARM_UPS + RUNS; run++) {
            var file = board.download("/members." + form);
            if (run >= WARM_UPS) {
                taken.add(file);
            }
        }
        taken.sort(Comparator.comparingDouble(SignedInBrowser.Download::lastByte));
        var median = taken.get(RUNS / 2);
        report.line(
                "export of %,d rows, %s".formatted(MEMBERS, form),
                "p50 %s, first byte %s, %,d bytes"
                        .formatted(written(median.lastByte()), written(median.firstByte()), median.bytes()),
                reading,
                "≤ " + written(budget) + ", first byte ≤ 300 ms",
                median.lastByte() <= budget && median.firstByte() <= 300);
        return median.bytes();
    }

    /** Whoever reads slowly holds the file open: what the program holds meanwhile is looked at near its begin and its end. */
    private void memory(String form, long length) throws Exception {
        try (var file = board.open("/members." + form)) {
            file.skipNBytes(length / 10);
            var early = held();
            file.skipNBytes(length * 8 / 10);
            var late = held();
            report.line(
                    "memory while %,d rows leave, %s".formatted(MEMBERS, form),
                    "%,d MB after nine tenths".formatted(late / MEGABYTE),
                    "%,d MB after one".formatted(early / MEGABYTE),
                    "no more than 8 MB beside it",
                    late - early <= 8 * MEGABYTE);
        }
    }

    private static long held() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private void print(String paper) throws Exception {
        var sent = board.download("/members" + paper);
        report.line(
                "%,d members on paper, /members%s".formatted(MEMBERS, paper),
                "%s, first byte %s, %,d bytes"
                        .formatted(written(sent.lastByte()), written(sent.firstByte()), sent.bytes()),
                reading,
                "≤ 60 s",
                sent.lastByte() <= 60_000);
    }

    private UUID anybody() {
        return jdbc.sql("select id from member.member order by id limit 1 offset 1000")
                .query(UUID.class)
                .single();
    }
}

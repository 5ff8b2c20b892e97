package vn.partyregister.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.partyregister.OtherRegisterTest;

/**
 * An import of organisations is cut off at any moment and goes on: the tree holds each of them once, with all that belongs to
 * it, as if nothing had come in between. The committee that stands above them all is the last row of the file.
 */
@OtherRegisterTest
class KilledOrganisationImportTests extends CutOffImports {
    private static final int CELLS = 2_300;
    private static final int FIRST_RANGE = 2_000;
    private static final AtomicInteger FILES = new AtomicInteger(40);

    /** What the register holds of the organisations of a file. */
    private static final Map<String, String> HELD = Map.of(
            "organisations", "select count(distinct organisation_id) from named",
            "versions", "select count(*) from named",
            "cells of the committee",
                    "select count(*) from named n join named p on p.organisation_id = n.parent_id and p.type = 'DB_CS'",
            "ancestors",
                    "select count(*) from organisation.ancestry a join named n on n.organisation_id = a.descendant_id",
            "ancestors without their path", """
                    select count(*) from organisation.ancestry a join named n on n.organisation_id = a.descendant_id
                    where a.depth > 0 and not exists (select from organisation.ancestry above
                        where above.descendant_id = n.parent_id and above.ancestor_id = a.ancestor_id and above.depth = a.depth - 1)\
                    """,
            "codes",
                    "select count(*) from organisation.organisation_code c join named n on n.organisation_id = c.organisation_id",
            "acts", "select count(*) from organisation.act a join named n on n.organisation_id = a.organisation_id",
            "trail", """
                    select count(*) from audit.entry e join named n on n.organisation_id = e.subject_id
                    where e.act = 'organisation.changed-by-import'\
                    """);

    @Test
    void cutOffInTheFirstRangeNothingIsWrittenAndAllOfItTheNextTime() throws Exception {
        var file = judgedFile();
        asksToWrite(file.id());
        assertThat(cutOff(file.id(), "organisation", Duration.ofMillis(100))).isTrue();
        assertThat(uploads.get(file.id())).returns(State.JUDGED, Upload::state).returns(0, Upload::rowsDone);
        assertThat(held(file).values()).containsOnly(0);
        asksToWrite(file.id());
        run.work(file.id(), ProgressListener.SILENT);
        requireDone(file);
    }

    /** The first range takes the committee with it, from the end of the file. */
    @Test
    void takenUpAgainAndCutOffInALaterRangeItIsFinishedOnce() throws Exception {
        var file = judgedFile();
        asksToWrite(file.id());
        killedBehindTheFirstRange(file.id());
        requireFirstRange(file);
        assertThat(cutOff(file.id(), "organisation", Duration.ZERO)).isTrue();
        requireFirstRange(file);
        asksToWrite(file.id());
        run.work(file.id(), ProgressListener.SILENT);
        requireDone(file);
    }

    private void requireFirstRange(File file) {
        assertThat(uploads.get(file.id()).rowsDone()).isEqualTo(FIRST_RANGE + 1);
        assertThat(held(file)).isEqualTo(whole(FIRST_RANGE));
    }

    private void requireDone(File file) {
        assertThat(uploads.get(file.id()))
                .returns(State.DONE, Upload::state)
                .returns(CELLS + 1, Upload::rowsDone)
                .returns(CELLS + 1, Upload::rowsTotal);
        assertThat(held(file)).isEqualTo(whole(CELLS));
    }

    /** Some cells below their committee, each with its code, below the district and the province. */
    private static Map<String, Integer> whole(int cells) {
        return Map.of(
                "organisations", cells + 1,
                "versions", cells + 1,
                "cells of the committee", cells,
                "ancestors", 4 * cells + 3,
                "ancestors without their path", 0,
                "codes", cells,
                "acts", cells + 1,
                "trail", cells + 1);
    }

    private File judgedFile() {
        var number = FILES.incrementAndGet();
        var committee = "Đảng bộ cắt điện %d".formatted(number);
        var rows = IntStream.range(0, CELLS)
                .mapToObj(cell -> "CĐ%1$d.%2$d;Chi bộ cắt điện %1$d số %2$d;Chi bộ trực thuộc;;%3$s"
                        .formatted(number, cell, committee))
                .collect(Collectors.joining("\n"));
        var file = "Mã;Tên tổ chức đảng;Loại tổ chức;Loại hình cơ sở;Cấp trên trực tiếp\n%s\n;%s;DB_CS;Xã;%s\n"
                .formatted(rows, committee, orgs.name(tree.east()));
        return new File(judged("organisations", file, CELLS + 1), "%% cắt điện %d".formatted(number));
    }

    private Map<String, Integer> held(File file) {
        return HELD.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        question -> jdbc.sql("""
                                with named as (select * from organisation.organisation_version
                                    where name like :committee or name like :committee || ' số %')
                                """ + question.getValue())
                                .param("committee", file.committee())
                                .query(Integer.class)
                                .single()));
    }

    /** @param committee how its committee is called; its cells are called after it */
    private record File(ImportId id, String committee) {}
}

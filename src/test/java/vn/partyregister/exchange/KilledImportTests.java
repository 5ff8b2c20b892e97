package vn.partyregister.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.partyregister.OtherRegisterTest;

/** The connection of a clerk's import of members is ended at any moment: nobody is lost or there twice, and it goes on. */
@OtherRegisterTest
class KilledImportTests extends CutOffImports {
    /** A range and the beginning of another, so that a stop may leave some of the rows written. */
    private static final int PEOPLE = 2_050;

    private static final AtomicInteger FILES = new AtomicInteger(10);

    @Test
    void cutOffInTheFirstRangeItIsWrittenForNobodyAndCanBeWrittenAgain() throws Exception {
        for (var after : List.of(Duration.ZERO, Duration.ofMillis(150))) {
            var file = judged();
            asksToWrite(file.id());
            assertThat(cutOff(file.id(), "membership", after)).isTrue();
            file.requireWritten(0);
            asksToWrite(file.id());
            run.work(file.id(), ProgressListener.SILENT);
            file.requireDone();
        }
    }

    /** The program that takes it up is cut off at it once more. */
    @Test
    void takenUpAgainAndCutOffInALaterRangeNobodyIsLostOrThereTwice() throws Exception {
        var file = judged();
        asksToWrite(file.id());
        killedBehindTheFirstRange(file.id());
        file.requireWritten(2_000);
        assertThat(cutOff(file.id(), "membership", Duration.ZERO)).isTrue();
        file.requireWritten(2_000);
        asksToWrite(file.id());
        run.work(file.id(), ProgressListener.SILENT);
        file.requireDone();
    }

    private File judged() {
        var number = FILES.incrementAndGet();
        var cell = orgs.name(tree.eastCell());
        var rows = IntStream.range(0, PEOPLE)
                .mapToObj(person -> "Cắt Điện %d Số %d;Nam;5/6/1970;Kinh;Không;%02d%06d;%s;3/4/2000;3/4/2001"
                        .formatted(number, person, number, person, cell))
                .collect(Collectors.joining("\n"));
        var file = "Họ và tên;Giới tính;Sinh ngày;Dân tộc;Tôn giáo;Số thẻ Đảng;Chi bộ;Ngày vào Đảng;Ngày chính thức\n"
                + rows;
        var id = judged("members", file, PEOPLE);
        return new File(id, "Cắt Điện %d Số %%".formatted(number));
    }

    private final class File {
        private final ImportId id;
        private final String names;

        private File(ImportId id, String names) {
            this.id = id;
            this.names = names;
        }

        ImportId id() {
            return id;
        }

        void requireDone() {
            assertThat(uploads.get(id).state()).isEqualTo(State.DONE);
            requireWritten(PEOPLE);
        }

        void requireWritten(int people) {
            assertThat(uploads.get(id).rowsDone()).isEqualTo(people);
            assertThat(count("select count(*) from member.member where full_name like :names"))
                    .isEqualTo(people);
            assertThat(count("""
                            select count(distinct member_id) from membership.movement where kind = 'OPENING' and member_id in
                                (select id from member.member where full_name like :names)
                            """)).isEqualTo(people);
            assertThat(count("""
                            select count(*) from membership.movement where member_id in
                                (select id from member.member where full_name like :names)
                            """)).isEqualTo(people);
            assertThat(count("select count(*) from exchange.staged_row where upload_id = :id and committed"))
                    .isEqualTo(people);
            assertThat(count("""
                            select count(*) from membership.headcount_out_of_step where organisation_id = :cell
                            """)).isZero();
            assertThat(count("""
                            select count(*) from membership.standing_out_of_step where member_id in
                                (select id from member.member where full_name like :names)
                            """)).isZero();
        }

        private int count(String sql) {
            return jdbc.sql(sql)
                    .param("names", names)
                    .param("id", id.id())
                    .param("cell", tree.eastCell().id())
                    .query(Integer.class)
                    .single();
        }
    }
}

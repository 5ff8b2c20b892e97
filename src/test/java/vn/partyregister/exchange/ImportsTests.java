package vn.partyregister.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.mock;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.partyregister.RegisterTest;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.exchange.ToyRows.PlugPulled;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.ManyRows;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.PlannedJobs;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;

@RegisterTest
class ImportsTests {
    private static final Visitor CLERK = new Visitor(
            UUID.randomUUID(), "clerk", "Cán bộ", null, Map.of(Permission.IMPORT, Scope.of(Set.of(UUID.randomUUID()))));

    @Autowired
    Uploads uploads;

    @Autowired
    Staging staging;

    @Autowired
    StagedRows staged;

    @Autowired
    PlannedJobs jobs;

    @Autowired
    AuditTrail audit;

    @Autowired
    ColumnLabels labels;

    @Autowired
    MarkedFiles marked;

    @Autowired
    Retention retention;

    @Autowired
    BusinessDay businessDay;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource dataSource;

    @Autowired
    PlatformTransactionManager transactions;

    ToyRows toys;
    ImportRun run;
    Imports imports;
    TransactionTemplate transaction;

    @BeforeEach
    void anEmptyRegisterOfToys() {
        toys = new ToyRows(jdbc);
        var kinds = new Kinds(List.of(toys));
        transaction = new TransactionTemplate(transactions);
        run = new ImportRun(
                uploads,
                kinds,
                staging,
                staged,
                audit,
                businessDay,
                mock(ManyRows.class),
                jdbc,
                dataSource,
                transactions);
        var job = new ImportJob(jobs) {
            @Override
            void plan(ImportId id) {
                // each test does the work itself, when it wants it done
            }
        };
        imports = new Imports(
                uploads,
                kinds,
                new HeadingMeanings(uploads),
                run,
                job,
                staged,
                audit,
                labels,
                retention,
                businessDay,
                transaction);
    }

    @Test
    void aFileFillsTheRegister() {
        var imported = load("Mã;Tên\n01;An\n02;Bình\n");

        assertThat(imported.figures()).isEqualTo(new Figures(2, 2, 0, 0, 0, 0, 0, 0, 0));
        assertThat(toys.names()).containsExactly("An", "Bình");
        assertThat(uploads.get(imported.id()).state()).isEqualTo(State.DONE);
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        load("Mã;Tên\n01;An\n02;Bình\n");
        assertThat(load("Mã;Tên\n01;An\n02;Bình\n").figures()).isEqualTo(new Figures(2, 0, 0, 2, 0, 0, 0, 0, 0));
    }

    @Test
    void aCorrectedFileBringsOnlyWhatWasRejected() {
        var first = load("Mã;Tên;Ngày\n01;An;31/02/2000\n02;Bình;\n;Chi;\n02;Lặp;\n");
        assertThat(first.figures()).isEqualTo(new Figures(4, 1, 0, 0, 3, 0, 0, 0, 0));
        assertThat(toys.names()).containsExactly("Bình");
        assertThat(problems(first.id()))
                .containsExactly(
                        "2 day REJECTS 31/02/2000 exchange.cell.no-such-day",
                        "4 code REJECTS null exchange.row.missing",
                        "5 code REJECTS 02 exchange.row.repeated");

        var second = load("Mã;Tên;Ngày\n01;An;28/02/2000\n02;Bình;\n03;Chi;\n04;Dung;\n");
        assertThat(second.figures()).isEqualTo(new Figures(4, 3, 0, 1, 0, 0, 0, 0, 0));
    }

    @Test
    void aChangedNameIsShownHereAndThereAndATonePositionIsNoChange() {
        load("Mã;Tên\n01;Hòa\n02;Bình\n");
        var imported = load("Mã;Tên\n01;Hoà\n02;Bính\n");

        assertThat(imported.figures()).isEqualTo(new Figures(2, 0, 1, 1, 0, 1, 0, 0, 0));
        assertThat(toys.names()).containsExactly("Hòa", "Bính");
    }

    @Test
    void workThatWasCutOffGoesOnWhereItStood() {
        toys.pullThePlugAfter(3);
        var file = rows(100, 145);
        assertThatExceptionOfType(PlugPulled.class).isThrownBy(() -> load(file));
        var id = lastUpload();
        assertThat(uploads.get(id)).returns(State.COMMITTING, Upload::state).returns(30, Upload::rowsDone);
        assertThat(toys.names()).hasSize(30);

        toys.pullThePlugAfter(Integer.MAX_VALUE);
        run.work(id, ProgressListener.SILENT);

        assertThat(uploads.get(id)).returns(State.DONE, Upload::state).returns(45, Upload::rowsDone);
        assertThat(toys.names()).hasSize(45).doesNotHaveDuplicates();
        assertThat(imports.figures(id).fresh()).isEqualTo(45);
    }

    @Test
    void aRangeThatFailsLeavesThoseBeforeItWrittenSaysWhichItWasAndIsWrittenWhenAskedAgain() {
        var id = judged(rows(100, 125), Purpose.LOAD);
        inTransaction(() -> imports.commit(id, false, CLERK));
        run.work(id, (_, done, _) -> toys.failWith(done < 10 ? null : new DataIntegrityViolationException("a fault")));

        assertThat(uploads.get(id))
                .returns(State.JUDGED, Upload::state)
                .returns(10, Upload::rowsDone)
                .returns("exchange.stopped-writing", Upload::refusal)
                .returns(List.of("12", "21"), Upload::refusalArguments);
        assertThat(toys.names()).hasSize(10);
        assertThatExceptionOfType(Refusal.RuleBroken.class)
                .isThrownBy(() -> inTransaction(() -> imports.abandon(id, CLERK)))
                .returns("exchange.partly-written", Refusal::key);

        toys.failWith(null);
        inTransaction(() -> imports.commit(id, false, CLERK));
        assertThat(uploads.get(id).refusal()).isNull();
        run.work(id, ProgressListener.SILENT);
        assertThat(uploads.get(id))
                .returns(State.DONE, Upload::state)
                .returns(25, Upload::rowsDone)
                .returns(null, Upload::refusal);
        assertThat(toys.names()).hasSize(25).doesNotHaveDuplicates();
    }

    /** Somebody else may have been at the register while the writing stood still. */
    @Test
    void whatChangedWhileTheWritingStoodStillIsShownBeforeTheRestIsWritten() {
        load("Mã;Tên\n118;Cũ\n");
        var id = judged(rows(100, 125), Purpose.LOAD);
        inTransaction(() -> imports.commit(id, false, CLERK));
        run.work(id, (_, done, _) -> toys.failWith(done < 10 ? null : new DataIntegrityViolationException("a fault")));
        toys.failWith(null);
        assertThat(uploads.get(id)).returns(State.JUDGED, Upload::state).returns(10, Upload::rowsDone);
        load("Mã;Tên\n115;Tên 115\n118;Mới hơn\n");

        inTransaction(() -> imports.commit(id, false, CLERK));
        run.work(id, ProgressListener.SILENT);
        assertThat(uploads.get(id))
                .returns(State.JUDGED, Upload::state)
                .returns("exchange.changed-meanwhile", Upload::refusal)
                .returns(10, Upload::rowsDone);
        assertThat(toys.names()).hasSize(12).contains("Mới hơn").doesNotContain("Tên 118");
        assertThat(imports.figures(id)).isEqualTo(new Figures(25, 23, 1, 1, 0, 0, 0, 0, 0));

        inTransaction(() -> imports.commit(id, false, CLERK));
        run.work(id, ProgressListener.SILENT);
        assertThat(uploads.get(id)).returns(State.DONE, Upload::state).returns(24, Upload::rowsDone);
        assertThat(toys.names()).hasSize(25).contains("Tên 118").doesNotHaveDuplicates();
    }

    /** A newer value alone changes no figure of the preview. */
    @Test
    void aNewerValueIsShownBeforeItIsOverwritten() {
        load("Mã;Tên\n118;Cũ\n");
        var id = judged("Mã;Tên\n118;Trong tệp\n", Purpose.LOAD);
        load("Mã;Tên\n118;Mới hơn\n");
        inTransaction(() -> imports.commit(id, false, CLERK));
        run.work(id, ProgressListener.SILENT);
        assertThat(uploads.get(id))
                .returns(State.JUDGED, Upload::state)
                .returns("exchange.changed-meanwhile", Upload::refusal);
        assertThat(toys.names()).containsExactly("Mới hơn");
    }

    /** What was refused beside a row that is written now stays refused. */
    @Test
    void aSecondRowAboutTheSameStaysRefusedWhenTheRestIsJudgedAnew() {
        var id = judged(rows(100, 112) + "\n100;Lần hai\n", Purpose.LOAD);
        inTransaction(() -> imports.commit(id, false, CLERK));
        run.work(id, (_, done, _) -> toys.failWith(done < 10 ? null : new DataIntegrityViolationException("a fault")));
        toys.failWith(null);
        inTransaction(() -> imports.commit(id, false, CLERK));
        run.work(id, ProgressListener.SILENT);
        assertThat(uploads.get(id).state()).isEqualTo(State.DONE);
        assertThat(imports.figures(id)).isEqualTo(new Figures(13, 12, 0, 0, 1, 0, 0, 0, 0));
        assertThat(toys.names()).hasSize(12).doesNotContain("Lần hai");
    }

    @Test
    void aRangeThatIsRefusedTellsTheReasonOfTheRefusal() {
        var id = judged(rows(100, 103), Purpose.LOAD);
        inTransaction(() -> imports.commit(id, false, CLERK));
        toys.failWith(new Refusal.RuleBroken("exchange.column-twice", "Tên"));
        run.work(id, ProgressListener.SILENT);
        assertThat(uploads.get(id))
                .returns(State.JUDGED, Upload::state)
                .returns(0, Upload::rowsDone)
                .returns("exchange.column-twice", Upload::refusal)
                .returns(List.of("Tên"), Upload::refusalArguments);
        assertThat(toys.names()).isEmpty();
    }

    @Test
    void readingThatWasCutOffStartsAnew() {
        var id = upload("Mã;Tên\n01;An\n", Purpose.LOAD);
        transaction.executeWithoutResult(_ -> {
            uploads.move(id, State.UPLOADED, State.STAGING);
        });
        transaction.executeWithoutResult(_ ->
                staging.stage(uploads.get(id), uploads.open(uploads.get(id)), toys, uploads.headings(id), _ -> {}));
        run.work(id, ProgressListener.SILENT);
        assertThat(uploads.get(id).state()).isEqualTo(State.JUDGED);
        assertThat(imports.figures(id).rows()).isEqualTo(1);
    }

    @Test
    void whatChangedSinceThePreviewIsShownBeforeItIsWritten() {
        var id = judged("Mã;Tên\n01;An\n", Purpose.LOAD);
        load("Mã;Tên\n01;Ân\n");
        inTransaction(() -> imports.commit(id, false, CLERK));
        run.work(id, ProgressListener.SILENT);
        assertThat(uploads.get(id))
                .returns(State.JUDGED, Upload::state)
                .returns("exchange.changed-meanwhile", Upload::refusal);
        assertThat(imports.figures(id)).isEqualTo(new Figures(1, 0, 1, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void comparingChangesNothingAndTellsWhatIsMissingOnEitherSide() {
        load("Mã;Tên\n01;An\n02;Bình\n");
        var id = judged("Mã;Tên\n02;Bính\n03;Chi\n", Purpose.COMPARE);
        assertThat(imports.figures(id)).isEqualTo(new Figures(2, 1, 1, 0, 0, 0, 0, 1, 0));
        assertThat(toys.names()).containsExactly("An", "Bình");
        assertThatExceptionOfType(Refusal.RuleBroken.class)
                .isThrownBy(() -> inTransaction(() -> imports.commit(id, false, CLERK)))
                .returns("exchange.only-comparing", Refusal::key);
    }

    @Test
    void aHeadingOnceExplainedIsKnownTheNextTime() {
        var heading = "Cột " + UUID.randomUUID().toString().substring(0, 8).replaceAll("\\d", "x");
        var file = "Mã;" + heading + "\n01;An\n";
        var first = upload(file, Purpose.LOAD);
        assertThat(uploads.headings(first)).extracting(Heading::column).containsExactly("code", null);
        inTransaction(() -> imports.read(first, Map.of(0, "code", 1, "name"), CLERK));

        assertThat(uploads.headings(upload(file, Purpose.LOAD)))
                .extracting(Heading::column)
                .containsExactly("code", "name");
    }

    @Test
    void aHeadingGuessedWronglyAndLeftOutIsLeftOutTheNextTimeUntilItIsExplained() {
        var heading = "Tên (" + UUID.randomUUID().toString().substring(0, 8) + ")";
        var file = "Mã;" + heading + "\n01;An\n";
        var first = upload(file, Purpose.LOAD);
        assertThat(columns(first)).containsExactly("code", "name");
        inTransaction(() -> imports.read(first, Map.of(0, "code"), CLERK));

        var second = upload(file, Purpose.LOAD);
        assertThat(columns(second)).containsExactly("code", null);
        inTransaction(() -> imports.read(second, Map.of(0, "code"), CLERK));
        var third = upload(file, Purpose.LOAD);
        assertThat(columns(third)).containsExactly("code", null);
        inTransaction(() -> imports.read(third, Map.of(0, "code", 1, "name"), CLERK));
        assertThat(columns(upload(file, Purpose.LOAD))).containsExactly("code", "name");
    }

    private List<@Nullable String> columns(ImportId id) {
        var columns = new ArrayList<@Nullable String>();
        uploads.headings(id).forEach(heading -> columns.add(heading.column()));
        return columns;
    }

    /** More rows than a statement may have parameters. */
    @Test
    void seventyThousandTonePositionsAreNoChange() {
        var id = upload("Mã;Tên\n01;An\n", Purpose.LOAD);
        jdbc.sql("""
                        with row as (
                            insert into exchange.staged_row (upload_id, row_number, given, value, verdict)
                            select :id, n, '{}', '{"code": "1", "name": "Hoà"}', 'CHANGED' from generate_series(1, 70001) n
                            returning row_number)
                        insert into exchange.difference (upload_id, row_number, column_key, here, there)
                        select :id, row_number, 'name', 'Hòa', case row_number when 70001 then 'Hóa' else 'Hoà' end from row
                        """).param("id", id.id()).update();
        inTransaction(() -> staged.complete(id, toys));
        assertThat(imports.figures(id)).isEqualTo(new Figures(70_001, 0, 1, 70_000, 0, 0, 0, 0, 0));
    }

    @Test
    @Tag("soak")
    void twoHundredThousandRowsAreImportedHandedBackAndNotOneMore() throws IOException {
        toys.writeAtOnce(2_000);
        var most = workbook(200_000, "Hòa");
        assertThat(importedNow(most).figures()).isEqualTo(new Figures(200_000, 200_000, 0, 0, 0, 0, 0, 0, 0));
        var again = importedNow(workbook(200_000, "Hoà"));
        assertThat(again.figures().unchanged()).isEqualTo(200_000);
        assertThat(toys.names()).hasSize(200_000);
        var wrong = new HashMap<Integer, List<Fault>>();
        IntStream.rangeClosed(2, 200_001).forEach(row -> wrong.put(row, List.of(new Fault(1, "Sai " + row))));
        var out = new ByteArrayOutputStream();
        AnnotatedWorkbook.of(most, "toys.xlsx", null, null, 1, List.of("Lý do"), wrong)
                .write(out);
        try (var rows = SheetReader.open(out.toByteArray(), "toys.xlsx", null).rows()) {
            assertThat(rows.filter(row -> row.at(2).text().equals("Sai " + row.number()))
                            .count())
                    .isEqualTo(200_000);
        }
        assertThatExceptionOfType(Refusal.NotReadable.class)
                .isThrownBy(() -> importedNow(workbook(200_001, "Hòa")))
                .returns("exchange.too-many-rows", Refusal::key);
    }

    private Imported importedNow(byte[] file) {
        return imports.importNow("toys", "toys.xlsx", file, ProgressListener.SILENT);
    }

    private static byte[] workbook(int rows, String name) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new org.dhatim.fastexcel.Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("Trang");
            sheet.inlineString(0, 0, "Mã");
            sheet.inlineString(0, 1, "Tên");
            for (var row = 1; row <= rows; row++) {
                sheet.inlineString(row, 0, "%06d".formatted(row));
                sheet.inlineString(row, 1, name + " " + row);
                if (row % 1_000 == 0) {
                    sheet.flush();
                }
            }
        }
        return out.toByteArray();
    }

    @Test
    void aSecretNumberIsSealedAndNeverLiesOpen() {
        var imported = load("Mã;Tên;Số kín\n01;An;084012345678\n02;Bình;•••••••••999\n03;Chi;12A\n");
        var rows = jdbc.sql(
                        "select given::text || value::text from exchange.staged_row where upload_id = :id order by row_number")
                .param("id", imported.id().id())
                .query(String.class)
                .list();
        assertThat(rows.getFirst()).contains("•••••••••678", "\"secret.sealed\"", "\"secret.end\": \"678\"");
        assertThat(rows).noneMatch(row -> row.contains("084012345678"));
        assertThat(rows.get(1)).doesNotContain("secret.end");
        assertThat(imported.figures().rejected()).isEqualTo(1);
    }

    @Test
    void anUploadIsSeenByItsOwnerAndByThoseWhoMayImportEverywhere() {
        var id = upload("Mã;Tên\n01;An\n", Purpose.LOAD);
        var board = new Visitor(UUID.randomUUID(), "board", "Ban", null, Map.of(Permission.IMPORT, Scope.EVERYTHING));
        var other = new Visitor(
                UUID.randomUUID(), "other", "Khác", null, Map.of(Permission.IMPORT, CLERK.scope(Permission.IMPORT)));
        assertThat(imports.get(id, CLERK).id()).isEqualTo(id);
        assertThat(imports.get(id, board).id()).isEqualTo(id);
        assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(() -> imports.get(id, other));
        assertThatExceptionOfType(Refusal.RuleBroken.class)
                .isThrownBy(() -> inTransaction(() -> imports.abandon(id, board)))
                .returns("exchange.not-yours", Refusal::key);
    }

    @Test
    void anAbandonedUploadForgetsItsRows() {
        var id = judged("Mã;Tên\n01;An\n", Purpose.LOAD);
        inTransaction(() -> imports.abandon(id, CLERK));
        assertThat(uploads.get(id).state()).isEqualTo(State.ABANDONED);
        assertThat(imports.figures(id).rows()).isZero();
    }

    @Test
    void thirtyDaysAfterItsEndAnImportLosesItsFileAndItsRowsAndKeepsItsFiguresAndReasons() {
        var done = load("Mã;Tên;Ngày\n01;An;31/02/2000\n02;Bình;\n03;Chi;30/02/2000\n")
                .id();
        var abandoned = judged("Mã;Tên\n04;Dung\n", Purpose.LOAD);
        inTransaction(() -> imports.abandon(abandoned, CLERK));
        var open = judged("Mã;Tên\n05;Em\n", Purpose.LOAD);
        var figures = imports.figures(done);
        jdbc.sql("update exchange.upload set finished_at = timestamptz '1990-03-01 23:59:59+07' where id in (:ids)")
                .param("ids", List.of(done.id(), abandoned.id()))
                .update();

        retention.clear(LocalDate.of(1990, 3, 30));
        assertThat(uploads.get(done).isCleared()).isFalse();

        assertThat(retention.clear(LocalDate.of(1990, 3, 31))).isEqualTo(2);
        assertThat(List.of(done, abandoned)).allMatch(id -> uploads.get(id).isCleared());
        assertThat(uploads.get(open).isCleared()).isFalse();
        assertThat(imports.figures(done)).isEqualTo(figures);
        assertThat(imports.reasons(uploads.get(done)))
                .extracting(KeptReason::reason, KeptReason::rows, KeptReason::firstRow)
                .containsExactly(tuple("exchange.cell.no-such-day", 2, 2));
        assertThat(rowsAndProblems(done)).isZero();
        assertThatExceptionOfType(Refusal.RuleBroken.class)
                .isThrownBy(() -> inTransaction(() -> new ImportFiles(uploads, new Kinds(List.of(toys)), marked, audit)
                        .takeOut(
                                done,
                                new Visitor(
                                        UUID.randomUUID(), "b", "B", null, Map.of(Permission.IMPORT, Scope.EVERYTHING)),
                                "rows")))
                .returns("exchange.cleared", Refusal::key);
        assertThat(retention.clear(LocalDate.of(1990, 3, 31))).isZero();
    }

    private long rowsAndProblems(ImportId id) {
        return jdbc.sql("""
                        select (select count(*) from exchange.staged_row where upload_id = :id)
                            + (select count(*) from exchange.problem where upload_id = :id)
                        """).param("id", id.id()).query(Long.class).single();
    }

    @Test
    void aFileWithoutRowsIsRefusedWhole() {
        assertThatExceptionOfType(Refusal.NotReadable.class)
                .isThrownBy(() -> load("Mã;Tên\n"))
                .returns("exchange.no-rows", Refusal::key);
    }

    private static String rows(int from, int until) {
        return "Mã;Tên\n"
                + IntStream.range(from, until).mapToObj(n -> n + ";Tên " + n).collect(Collectors.joining("\n"));
    }

    private Imported load(String csv) {
        return imports.importNow("toys", "toys.csv", bytes(csv), ProgressListener.SILENT);
    }

    private ImportId upload(String csv, Purpose purpose) {
        return new Author(CLERK.account(), CLERK.username(), null)
                .writing(
                        () -> transaction.execute(_ -> imports.upload("toys.csv", bytes(csv), "toys", purpose, CLERK)));
    }

    private ImportId judged(String csv, Purpose purpose) {
        var id = upload(csv, purpose);
        transaction.executeWithoutResult(_ -> uploads.move(id, State.UPLOADED, State.STAGING));
        run.work(id, ProgressListener.SILENT);
        assertThat(uploads.get(id).state()).isEqualTo(State.JUDGED);
        return id;
    }

    private void inTransaction(Runnable act) {
        transaction.executeWithoutResult(_ -> act.run());
    }

    private ImportId lastUpload() {
        return new ImportId(jdbc.sql("select id from exchange.upload order by id desc limit 1")
                .query(UUID.class)
                .single());
    }

    private List<String> problems(ImportId id) {
        return jdbc.sql("""
                        select row_number || ' ' || column_key || ' ' || weight || ' ' || coalesce(value, 'null') || ' ' || reason
                        from exchange.problem where upload_id = :id order by row_number, column_key
                        """)
                .param("id", id.id())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static byte[] bytes(String csv) {
        return csv.getBytes(StandardCharsets.UTF_8);
    }
}

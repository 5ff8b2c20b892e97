package vn.partyregister.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.NullMarked;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.platform.Scope;

/** Drafts the reform of 01/07/2025 on the sample from its spreadsheet, carries it out and takes it back, step by step. */
@NullMarked
public final class ReformOnSample {
    public static final LocalDate DAY = LocalDate.of(2025, 7, 1);

    private final Reorganisations reorganisations;
    private final ReorganisationStore store;
    private final Enactment enactment;
    private final Changes changes;
    private final StepSheet sheet;
    private final OrganisationTree tree;
    private final JdbcClient jdbc;

    public ReformOnSample(ApplicationContext context) {
        reorganisations = context.getBean(Reorganisations.class);
        store = context.getBean(ReorganisationStore.class);
        enactment = context.getBean(Enactment.class);
        changes = context.getBean(Changes.class);
        sheet = context.getBean(StepSheet.class);
        tree = context.getBean(OrganisationTree.class);
        jdbc = context.getBean(JdbcClient.class);
    }

    public ReorganisationId draft() {
        var decision = new Decision("Ban Thường vụ Tỉnh ủy Trà Vinh", "1500-QĐ/TU", DAY.minusDays(1), null);
        var id = reorganisations.draft(
                tree.root().orElseThrow(),
                new Outline("Sắp xếp tổ chức đảng theo mô hình hai cấp", DAY, decision),
                Scope.EVERYTHING);
        var rows = ReformOf2025.rows(TreeBefore.read(jdbc, DAY));
        var reading = sheet.read(id, 0, ReformOf2025.workbook(rows), "sap-xep.xlsx", Scope.EVERYTHING);
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.steps()).hasSameSizeAs(rows);
        return id;
    }

    public Preview preview(ReorganisationId id) {
        return changes.preview(id, Scope.EVERYTHING);
    }

    public void carryOut(ReorganisationId id) {
        store.move(reorganisations.get(id, Scope.EVERYTHING), ReorganisationState.APPLYING);
        enactment.enact(reorganisations.get(id, Scope.EVERYTHING));
    }

    public void takeBack(ReorganisationId id) {
        assertThat(reorganisations.resting(id, Scope.EVERYTHING)).isEmpty();
        store.giveReason(id, "Thử");
        store.move(reorganisations.get(id, Scope.EVERYTHING), ReorganisationState.REVERSING);
        enactment.takeBack(reorganisations.get(id, Scope.EVERYTHING), "Thử");
    }
}

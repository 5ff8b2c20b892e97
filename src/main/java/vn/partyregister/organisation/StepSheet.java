package vn.partyregister.organisation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.exchange.Column;
import vn.partyregister.exchange.Column.Form;
import vn.partyregister.exchange.SheetTable;
import vn.partyregister.organisation.ReorganisationStore.NumberedStep;
import vn.partyregister.organisation.StepSheet.Reading.Fault;
import vn.partyregister.platform.Refusal.NotReadable;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.VietnameseText;

/** The steps of a draft as a spreadsheet: written from it and read into it, one step a row, in any order. */
@Service
public class StepSheet {
    private static final int MOST = 10_000;
    private static final List<Column> COLUMNS = List.of(
            column("act", true, "Việc", "Nội dung sắp xếp", "Act"),
            column("organisation", false, "Tổ chức đảng", "Mã hoặc tên tổ chức đảng", "Organisation"),
            column("name", false, "Tên mới", "Tên tổ chức mới", "New name"),
            column("type", false, "Loại tổ chức đảng", "Loại tổ chức", "Type"),
            column("kind", false, "Loại hình cơ sở", "Loại hình", "Kind"),
            column("target", false, "Trực thuộc hoặc nhập vào", "Trực thuộc", "Nhập vào", "Under or into"),
            column("code", false, "Mã mới", "New code"));

    /** How each act is written, in a file of either language. */
    private static final Map<StepAct, List<String>> ACTS = new EnumMap<>(Map.of(
            StepAct.FOUND, List.of("Thành lập", "Found"),
            StepAct.SPLIT, List.of("Chia tách", "Split"),
            StepAct.MERGE, List.of("Sáp nhập", "Hợp nhất", "Merge"),
            StepAct.MOVE, List.of("Đổi trực thuộc", "Chuyển", "Move"),
            StepAct.CHANGE_TYPE, List.of("Chuyển loại hình", "Đổi loại", "Change type"),
            StepAct.RENAME, List.of("Đổi tên", "Rename"),
            StepAct.CLOSE, List.of("Kết thúc hoạt động", "Kết thúc", "Close")));

    private final JdbcClient jdbc;
    private final Reorganisations reorganisations;
    private final TypeNames typeNames;
    private final OrganisationLists lists;

    StepSheet(JdbcClient jdbc, Reorganisations reorganisations, TypeNames typeNames, OrganisationLists lists) {
        this.jdbc = jdbc;
        this.reorganisations = reorganisations;
        this.typeNames = typeNames;
        this.lists = lists;
    }

    private static Column column(String key, boolean mandatory, String... headings) {
        return new Column(key, Form.TEXT, mandatory, null, List.of(headings));
    }

    /** The headings, by the keys of the columns and in their order. */
    public static List<Column> columns() {
        return COLUMNS;
    }

    /** The steps of a draft as rows of such a file. */
    @Transactional(readOnly = true)
    public List<Map<String, String>> rows(ReorganisationId id, Scope scope) {
        var draft = reorganisations.get(id, scope);
        var steps = reorganisations.steps(id).stream().map(NumberedStep::step).toList();
        var meaning = new Meaning(TreeBefore.read(jdbc, draft.effectiveOn()), steps);
        return steps.stream().map(step -> row(step, meaning)).toList();
    }

    private Map<String, String> row(Step step, Meaning meaning) {
        return Map.of(
                "act", ACTS.getOrDefault(step.act(), List.of("")).getFirst(),
                "organisation",
                        switch (step.act()) {
                            case FOUND -> "";
                            case SPLIT -> meaning.written(step.source());
                            case MERGE, MOVE, CHANGE_TYPE, RENAME, CLOSE -> meaning.written(step.organisation());
                        },
                "name", orNothing(step.name()),
                "type", lists.type(step.type()),
                "kind", lists.kind(step.kind()),
                "target", meaning.written(step.target()),
                "code", orNothing(step.code()));
    }

    /** Reads a file; nothing is added where a row is faulty. */
    public Reading read(ReorganisationId id, int revision, byte[] file, String name, Scope scope) {
        var draft = reorganisations.get(id, scope);
        var held = reorganisations.steps(id).stream().map(NumberedStep::step).toList();
        var meaning = new Meaning(TreeBefore.read(jdbc, draft.effectiveOn()), held);
        var rows = SheetTable.read(file, name, COLUMNS, MOST);
        if (rows.isEmpty()) {
            throw new NotReadable("organisation.plan.sheet.empty");
        }
        var reading = new StepRows(meaning, typeNames.on(draft.effectiveOn())).read(rows, held);
        if (reading.faults().isEmpty()) {
            reorganisations.add(id, revision, reading.steps(), scope);
        }
        return reading;
    }

    private static String orNothing(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The act that is written so, in either language. */
    static Optional<StepAct> act(String written) {
        var folded = VietnameseText.folded(written);
        return ACTS.entrySet().stream()
                .filter(one -> one.getValue().stream()
                        .anyMatch(name -> VietnameseText.folded(name).equals(folded)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** What a file says: the steps it has, or what is wrong with which of its rows. */
    public record Reading(List<Step> steps, List<Fault> faults) {
        public Reading {
            steps = List.copyOf(steps);
            faults = List.copyOf(faults);
        }

        /**
         * A cell that cannot be taken.
         *
         * @param row its number in the file
         * @param column the key of its column
         * @param key a message key
         */
        public record Fault(int row, String column, String written, String key) {}
    }
}

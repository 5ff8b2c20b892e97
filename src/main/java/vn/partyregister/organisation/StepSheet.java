package vn.partyregister.organisation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
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
    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_CODE = 50;
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
        var reading = new RowReader(meaning, typeNames.on(draft.effectiveOn())).read(rows, held);
        if (reading.faults().isEmpty()) {
            reorganisations.add(id, revision, reading.steps(), scope);
        }
        return reading;
    }

    private static String orNothing(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Optional<StepAct> act(String written) {
        var folded = VietnameseText.folded(written);
        return ACTS.entrySet().stream()
                .filter(one -> one.getValue().stream()
                        .anyMatch(name -> VietnameseText.folded(name).equals(folded)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Rows into steps: first those that begin something, which the others may name. */
    private static final class RowReader {
        private final Meaning meaning;
        private final TypeNames.Known known;
        private final List<Fault> faults = new ArrayList<>();

        RowReader(Meaning meaning, TypeNames.Known known) {
            this.meaning = meaning;
            this.known = known;
        }

        Reading read(List<SheetTable.Row> rows, List<Step> held) {
            var begun = new ArrayList<Begun>();
            for (var row : rows) {
                act(row).filter(StepAct::begins).ifPresent(act -> {
                    begun.add(new Begun(row, act, OrganisationId.next()));
                });
            }
            settle(begun);
            var steps = new ArrayList<Step>();
            var done = new HashSet<String>();
            held.forEach(step -> done.add(step.act() + " " + step.organisation()));
            var at = begun.iterator();
            for (var row : rows) {
                var act = act(row);
                if (act.isEmpty()) {
                    fault(row, "act", "organisation.plan.sheet.act-unknown");
                    continue;
                }
                var step = act.get().begins() ? begin(at.next()) : change(row, act.get());
                step.ifPresent(one -> {
                    if (done.add(one.act() + " " + one.organisation())) {
                        steps.add(one);
                    } else {
                        fault(row, "organisation", "organisation.plan.sheet.twice");
                    }
                });
            }
            return new Reading(steps, faults);
        }

        /** A parent may itself begin in the file: whoever can be read is known to those that name it. */
        private void settle(List<Begun> begun) {
            var left = new ArrayList<>(begun);
            var before = -1;
            while (left.size() != before) {
                before = left.size();
                left.removeIf(one -> {
                    var values = one.row().values();
                    var parent = meaning.of(values.get("target"));
                    var type = parent.flatMap(id -> known.type(values.get("type"), meaning.type(id)));
                    type.ifPresent(found -> meaning.add(new Step(
                            one.act(),
                            one.id(),
                            null,
                            parent.orElse(null),
                            values.get("name"),
                            found,
                            null,
                            values.get("code"))));
                    return type.isPresent();
                });
            }
        }

        private Optional<StepAct> act(SheetTable.Row row) {
            return StepSheet.act(row.values().getOrDefault("act", ""));
        }

        private Optional<Step> begin(Begun one) {
            var row = one.row();
            var before = faults.size();
            var source =
                    one.act() == StepAct.SPLIT ? organisation(row, "organisation") : Optional.<OrganisationId>empty();
            var parent = organisation(row, "target");
            var name = text(row, "name", LONGEST_NAME);
            var type = type(row, parent);
            var kind = kind(row);
            var code = code(row);
            return faults.size() > before
                    ? Optional.empty()
                    : Optional.of(new Step(
                            one.act(),
                            one.id(),
                            source.orElse(null),
                            parent.orElse(null),
                            name,
                            type.orElse(null),
                            kind,
                            code));
        }

        private Optional<Step> change(SheetTable.Row row, StepAct act) {
            var before = faults.size();
            var id = organisation(row, "organisation");
            var target = act == StepAct.MERGE || act == StepAct.MOVE
                    ? organisation(row, "target")
                    : Optional.<OrganisationId>empty();
            var name = act == StepAct.RENAME ? text(row, "name", LONGEST_NAME) : null;
            var type = act == StepAct.CHANGE_TYPE ? type(row, Optional.empty()) : Optional.<String>empty();
            var kind = act == StepAct.CHANGE_TYPE ? kind(row) : null;
            var code = act.ends() ? null : code(row);
            if (id.isPresent() && id.equals(target)) {
                fault(row, "target", "organisation.plan.into-itself");
            }
            return faults.size() > before || id.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Step(act, id.get(), null, target.orElse(null), name, type.orElse(null), kind, code));
        }

        private Optional<OrganisationId> organisation(SheetTable.Row row, String column) {
            var written = row.values().get(column);
            var meant = meaning.of(written);
            if (meant.isEmpty()) {
                fault(
                        row,
                        column,
                        written == null ? "organisation.plan.sheet.missing" : "organisation.plan.sheet.unclear");
            }
            return meant;
        }

        private @Nullable String text(SheetTable.Row row, String column, int longest) {
            var written = row.values().get(column);
            if (written == null || written.length() > longest) {
                fault(row, column, written == null ? "organisation.plan.sheet.missing" : "organisation.field.too-long");
            }
            return written;
        }

        private @Nullable String code(SheetTable.Row row) {
            return row.values().containsKey("code") ? text(row, "code", LONGEST_CODE) : null;
        }

        private Optional<String> type(SheetTable.Row row, Optional<OrganisationId> parent) {
            var written = row.values().get("type");
            var type = known.type(written, parent.map(meaning::type).orElse(null));
            if (type.isEmpty()) {
                fault(
                        row,
                        "type",
                        written == null ? "organisation.plan.sheet.missing" : "organisation.import.type-unknown");
            }
            return type;
        }

        private @Nullable String kind(SheetTable.Row row) {
            var written = row.values().get("kind");
            var kind = written == null ? Optional.<String>empty() : known.kind(written);
            if (written != null && kind.isEmpty()) {
                fault(row, "kind", "organisation.import.kind-unknown");
            }
            return kind.orElse(null);
        }

        private void fault(SheetTable.Row row, String column, String key) {
            faults.add(new Fault(row.number(), column, row.values().getOrDefault(column, ""), key));
        }
    }

    private record Begun(SheetTable.Row row, StepAct act, OrganisationId id) {}

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

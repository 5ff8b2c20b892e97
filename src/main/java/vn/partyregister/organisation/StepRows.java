package vn.partyregister.organisation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.partyregister.exchange.SheetTable;
import vn.partyregister.organisation.StepSheet.Reading;
import vn.partyregister.organisation.StepSheet.Reading.Fault;

/** Reads the rows of a sheet as steps: first those that begin something, which the others may name. */
final class StepRows {
    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_CODE = 50;

    private final Meaning meaning;
    private final TypeNames.Known known;
    private final List<Fault> faults = new ArrayList<>();

    StepRows(Meaning meaning, TypeNames.Known known) {
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
        var source = one.act() == StepAct.SPLIT ? organisation(row, "organisation") : Optional.<OrganisationId>empty();
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
                : Optional.of(new Step(act, id.get(), null, target.orElse(null), name, type.orElse(null), kind, code));
    }

    private Optional<OrganisationId> organisation(SheetTable.Row row, String column) {
        var written = row.values().get(column);
        var meant = meaning.of(written);
        if (meant.isEmpty()) {
            fault(row, column, written == null ? "organisation.plan.sheet.missing" : "organisation.plan.sheet.unclear");
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

    private record Begun(SheetTable.Row row, StepAct act, OrganisationId id) {}
}

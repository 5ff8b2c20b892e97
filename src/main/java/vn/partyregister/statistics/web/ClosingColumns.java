package vn.partyregister.statistics.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.PrintHead;
import vn.partyregister.platform.PrintTable;
import vn.partyregister.platform.TableColumn;
import vn.partyregister.statistics.ClosedForm;
import vn.partyregister.statistics.Closing;
import vn.partyregister.statistics.Flow;
import vn.partyregister.statistics.FormRow;
import vn.partyregister.statistics.PeriodFilter.State;
import vn.partyregister.statistics.Periods.ChildState;
import vn.partyregister.statistics.Periods.Row;
import vn.partyregister.statistics.RestatedList;
import vn.partyregister.statistics.RestatedRow;

/** Closed periods, their forms and the people behind their restatements as the columns of files. */
@Component
class ClosingColumns {
    /** No row of a form has it. */
    private static final String IN_TRANSIT = "";

    private final MessageSource messages;

    ClosingColumns(MessageSource messages) {
        this.messages = messages;
    }

    String title(String key) {
        return said(key).toUpperCase(LocaleContextHolder.getLocale());
    }

    List<TableColumn<Row>> periods() {
        return List.of(
                TableColumn.text(
                        said("statistics.period-kind"), row -> row.kind().label()),
                TableColumn.date(
                        said("statistics.filter.from"), row -> row.period().from()),
                TableColumn.date(
                        said("statistics.filter.to"), row -> row.period().to()),
                TableColumn.date(
                        said("statistics.due"),
                        row -> row.due() == null ? null : row.due().on()),
                TableColumn.text(said("statistics.state"), row -> state(row.closing(), row.overdue())),
                TableColumn.number(said("statistics.late-entries"), row -> (long) row.late()),
                TableColumn.number(said("statistics.children-closed"), row -> (long) row.childrenClosed()));
    }

    List<TableColumn<ChildState>> children() {
        return List.of(
                TableColumn.text(said("statistics.organisation"), ChildState::name),
                TableColumn.text(said("statistics.state"), child -> state(child.closing(), false)),
                TableColumn.date(
                        said("statistics.closed-on"),
                        child -> child.closing() == null
                                ? null
                                : child.closing().closedAt().toLocalDate()),
                TableColumn.text(
                        said("statistics.closed-by"),
                        child ->
                                child.closing() == null ? null : child.closing().closedBy()));
    }

    private String state(@Nullable Closing closing, boolean overdue) {
        return said("PeriodState." + (closing != null ? State.CLOSED : overdue ? State.OVERDUE : State.OPEN));
    }

    List<TableColumn<Closing>> closings() {
        return List.of(
                TableColumn.text(said("statistics.organisation"), Closing::name),
                TableColumn.text(said("statistics.period-kind"), Closing::label),
                TableColumn.date(said("statistics.filter.from"), Closing::fromOn),
                TableColumn.date(said("statistics.filter.to"), Closing::toOn),
                TableColumn.date(
                        said("statistics.closed-on"),
                        closing -> closing.closedAt().toLocalDate()),
                TableColumn.text(said("statistics.closed-by"), Closing::closedBy),
                TableColumn.number(said("statistics.entries"), closing -> (long) closing.entries()),
                TableColumn.date(
                        said("statistics.reopened-on"),
                        closing -> closing.reopenedAt() == null
                                ? null
                                : closing.reopenedAt().toLocalDate()),
                TableColumn.text(said("statistics.reopened-by"), Closing::reopenedBy),
                TableColumn.text(said("statistics.reopened-as"), Closing::reopenedAs),
                TableColumn.text(said("statistics.reason"), Closing::reopeningReason),
                TableColumn.text(said("statistics.fingerprint"), Closing::fingerprint));
    }

    List<TableColumn<ClosedForm.Line>> lines() {
        return List.of(
                TableColumn.text(said("statistics.symbol"), line -> line.row().symbol()),
                TableColumn.text(
                        said("statistics.criterion"), line -> line.row().label()),
                TableColumn.number(said("statistics.frozen"), ClosedForm.Line::frozen),
                TableColumn.number(said("statistics.added"), line -> isInTransit(line) ? null : line.added()),
                TableColumn.number(said("statistics.removed"), line -> isInTransit(line) ? null : line.removed()),
                TableColumn.number(said("statistics.restated"), line -> isInTransit(line) ? null : line.restated()),
                TableColumn.number(said("statistics.before"), line -> isInTransit(line) ? null : line.before()));
    }

    /** The lines that are shown, and whom the form counted at the sender, where that was kept when it was closed. */
    Stream<ClosedForm.Line> exported(ClosedForm form) {
        var closing = form.closing();
        var shown = form.lines().stream().filter(ClosedForm.Line::shown);
        if (closing.inTransit() == null) {
            return shown;
        }
        var row = new FormRow(
                IN_TRANSIT, Flow.CLOSING, null, false, false, "", said("Flow.IN_TRANSIT"), closing.directive(), "", 1);
        return Stream.concat(shown, Stream.of(new ClosedForm.Line(row, closing.inTransit(), 0, 0, 0, null, null)));
    }

    private static boolean isInTransit(ClosedForm.Line line) {
        return line.row().code().equals(IN_TRANSIT);
    }

    List<TableColumn<RestatedRow>> people() {
        return List.of(
                TableColumn.text(said("membership.full-name"), RestatedRow::fullName),
                TableColumn.date(said("membership.born"), RestatedRow::born),
                TableColumn.text(said("statistics.happened"), this::happened),
                TableColumn.date(said("statistics.day"), RestatedRow::day),
                TableColumn.text(said("statistics.from-organisation"), RestatedRow::before),
                TableColumn.text(said("statistics.to-organisation"), RestatedRow::after),
                TableColumn.text(said("statistics.decision"), RestatedRow::decision),
                TableColumn.date(said("statistics.decided-on"), RestatedRow::decidedOn),
                TableColumn.date(
                        said("statistics.recorded-on"),
                        row -> row.recordedAt() == null
                                ? null
                                : row.recordedAt().toLocalDate()),
                TableColumn.text(said("statistics.recorded-by"), RestatedRow::recordedBy));
    }

    /** @param line the row that counts them; null where the closed form has none */
    PrintTable<RestatedRow> peoplePaper(ClosedForm.@Nullable Line line, RestatedList.Asked asked) {
        var closing = asked.closing();
        var lines = new ArrayList<String>();
        if (line != null) {
            lines.add(line.row().label());
        }
        lines.add("%s %s–%s".formatted(closing.label(), Dates.write(closing.fromOn()), Dates.write(closing.toOn())));
        if (asked.q() != null) {
            lines.add(said("statistics.filter.q") + ": " + asked.q());
        }
        return PrintTable.of(
                new PrintHead(null, closing.name(), null, title("statistics.change." + asked.change()), lines),
                people(),
                16,
                8,
                12,
                8,
                14,
                14,
                10,
                8,
                8,
                10);
    }

    private @Nullable String happened(RestatedRow row) {
        if (row.kind() == null) {
            return null;
        }
        var kind = said("MovementKind." + row.kind());
        return row.reversed()
                ? messages.getMessage("statistics.taken-back", new Object[] {kind}, LocaleContextHolder.getLocale())
                : kind;
    }

    private String said(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}

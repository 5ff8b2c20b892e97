package vn.partyregister.membership.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.partyregister.membership.MovementFilter;
import vn.partyregister.membership.MovementKind;
import vn.partyregister.membership.MovementRow;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.PrintColumn;
import vn.partyregister.platform.PrintHead;
import vn.partyregister.platform.PrintTable;
import vn.partyregister.platform.TableColumn;
import vn.partyregister.reference.CodeLists;

/** The columns of the list of movements, as a file and on paper, in the reader's language. */
@Component
class MovementColumns {
    private final MessageSource messages;
    private final CodeLists lists;

    MovementColumns(MessageSource messages, CodeLists lists) {
        this.messages = messages;
        this.lists = lists;
    }

    List<TableColumn<MovementRow>> file() {
        return List.of(
                TableColumn.date(text("membership.file.day"), MovementRow::effectiveOn),
                TableColumn.text(text("membership.full-name"), MovementRow::fullName),
                TableColumn.text(text("membership.file.event"), this::kind),
                TableColumn.text(text("membership.movements.from"), this::from),
                TableColumn.text(text("membership.movements.to"), this::to),
                TableColumn.text(text("membership.file.ground"), this::ground),
                TableColumn.text(text("membership.entry.number"), MovementRow::decisionNumber),
                TableColumn.date(text("membership.entry.decided-on"), MovementRow::decidedOn),
                TableColumn.text(text("membership.entry.issuer"), MovementRow::issuer),
                TableColumn.text(text("membership.movements.filter.entries"), this::takenBack));
    }

    PrintTable<MovementRow> paper(MovementFilter filter) {
        return new PrintTable<>(
                new PrintHead(null, null, null, text("membership.movements"), narrowed(filter)),
                true,
                false,
                List.of(
                        new PrintColumn<>(text("membership.file.day"), 9, row -> Dates.write(row.effectiveOn())),
                        new PrintColumn<>(text("membership.full-name"), 17, MovementRow::fullName),
                        new PrintColumn<>(text("membership.file.event"), 14, this::kindOnPaper),
                        new PrintColumn<>(text("membership.movements.from"), 18, this::from),
                        new PrintColumn<>(text("membership.movements.to"), 18, this::to),
                        new PrintColumn<>(text("membership.file.ground"), 14, this::ground),
                        new PrintColumn<>(text("membership.file.decision"), 16, this::decision)));
    }

    public String kind(MovementRow row) {
        var kind = text("MovementKind." + row.kind());
        return row.again() ? kind + " " + text("membership.file.again") : kind;
    }

    /** That it was taken back, and why; nothing of an entry that holds. */
    public @Nullable String takenBack(MovementRow row) {
        return row.takenBackWhy() == null
                ? null
                : messages.getMessage(
                        "membership.movements.taken-back",
                        new Object[] {row.takenBackWhy()},
                        LocaleContextHolder.getLocale());
    }

    private String kindOnPaper(MovementRow row) {
        var back = takenBack(row);
        return back == null ? kind(row) : kind(row) + ". " + back;
    }

    public @Nullable String from(MovementRow row) {
        return row.kind() == MovementKind.TRANSFERRED_IN ? row.elsewhere() : row.fromName();
    }

    public @Nullable String to(MovementRow row) {
        return row.kind() == MovementKind.TRANSFERRED_OUT ? row.elsewhere() : row.toName();
    }

    public @Nullable String ground(MovementRow row) {
        return row.ground() == null ? null : lists.label(row.kind().grounds(), row.ground());
    }

    private @Nullable String decision(MovementRow row) {
        return row.decisionNumber() == null || row.decidedOn() == null
                ? null
                : row.decisionNumber() + ", " + Dates.write(row.decidedOn());
    }

    private List<String> narrowed(MovementFilter filter) {
        var lines = new ArrayList<String>();
        if (filter.kind() != null) {
            lines.add(text("MovementKind." + filter.kind()));
        }
        if (filter.from() != null) {
            lines.add(text("membership.file.from-day") + " " + Dates.write(filter.from()));
        }
        if (filter.to() != null) {
            lines.add(text("membership.file.to-day") + " " + Dates.write(filter.to()));
        }
        if (filter.entries() != null) {
            lines.add(text("membership.movements.entries." + filter.entries()));
        }
        if (filter.number() != null) {
            lines.add(text("membership.entry.number") + " " + filter.number());
        }
        return lines;
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}

package vn.partyregister.organisation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.partyregister.organisation.Change;
import vn.partyregister.organisation.Change.Side;
import vn.partyregister.organisation.Reorganisation;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.PrintColumn;
import vn.partyregister.platform.PrintHead;
import vn.partyregister.platform.PrintTable;
import vn.partyregister.platform.TableColumn;

/** The annex of a reorganisation's decision, as a file and on paper. */
@Component
class ChangeColumns {
    private final MessageSource messages;

    ChangeColumns(MessageSource messages) {
        this.messages = messages;
    }

    List<TableColumn<Change>> file(Locale language) {
        var columns = new ArrayList<TableColumn<Change>>();
        columns.add(TableColumn.text(text("organisation.plan.change", language), change -> manner(change, language)));
        side(columns, "organisation.plan.before", Change::before, language);
        side(columns, "organisation.plan.after", Change::after, language);
        columns.add(TableColumn.text(text("organisation.plan.successor", language), Change::successors));
        return columns;
    }

    private void side(
            List<TableColumn<Change>> columns, String when, Function<Change, @Nullable Side> side, Locale language) {
        columns.add(TableColumn.text(head(when, "organisation.code", language), of(side, Side::code)));
        columns.add(TableColumn.text(head(when, "organisation.name", language), of(side, Side::name)));
        columns.add(TableColumn.text(head(when, "organisation.type", language), of(side, Side::typeLabel)));
        columns.add(TableColumn.text(head(when, "organisation.parent", language), of(side, Side::parent)));
        columns.add(TableColumn.number(head(when, "organisation.members", language), of(side, Side::members)));
    }

    PrintTable<Change> paper(Reorganisation one, Locale language) {
        var lines = new ArrayList<String>();
        lines.add(text("organisation.plan.effective", language, Dates.write(one.effectiveOn())));
        var decision = one.decision();
        if (decision != null) {
            lines.add(text(
                    "organisation.decision.written",
                    language,
                    decision.number(),
                    Dates.write(decision.day()),
                    decision.issuer()));
        }
        var columns = List.<PrintColumn<Change>>of(
                new PrintColumn<>(text("organisation.plan.change", language), 3, change -> manner(change, language)),
                new PrintColumn<>(text("organisation.plan.before", language), 8, written(Change::before)),
                new PrintColumn<>(text("organisation.members", language), 2, count(Change::before)),
                new PrintColumn<>(text("organisation.plan.after", language), 8, written(Change::after)),
                new PrintColumn<>(text("organisation.members", language), 2, count(Change::after)),
                new PrintColumn<>(text("organisation.plan.successor", language), 5, Change::successors));
        return new PrintTable<>(
                new PrintHead(
                        null,
                        one.organisationName(),
                        null,
                        text("organisation.plan.annex", language, one.name()),
                        lines),
                true,
                true,
                columns);
    }

    private static Function<Change, @Nullable String> written(Function<Change, @Nullable Side> side) {
        return change -> {
            var one = side.apply(change);
            return one == null
                    ? null
                    : one.name()
                            + (one.parent().isEmpty() ? "" : "\n" + one.parent())
                            + (one.code() == null ? "" : "\n" + one.code());
        };
    }

    private static Function<Change, @Nullable String> count(Function<Change, @Nullable Side> side) {
        return change -> {
            var one = side.apply(change);
            return one == null ? null : Integer.toString(one.members());
        };
    }

    private static Function<Change, @Nullable Object> of(
            Function<Change, @Nullable Side> side, Function<Side, @Nullable Object> part) {
        return change -> {
            var one = side.apply(change);
            return one == null ? null : part.apply(one);
        };
    }

    private String head(String when, String what, Locale language) {
        return text(when, language) + " – " + text(what, language);
    }

    private String manner(Change change, Locale language) {
        return text("ChangeManner." + change.manner(), language);
    }

    private String text(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}

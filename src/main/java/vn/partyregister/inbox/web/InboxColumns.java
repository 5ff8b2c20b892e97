package vn.partyregister.inbox.web;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.partyregister.inbox.Obligation;
import vn.partyregister.inbox.ObligationState;
import vn.partyregister.inbox.Punctuality;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.PrintColumn;
import vn.partyregister.platform.PrintHead;
import vn.partyregister.platform.PrintTable;
import vn.partyregister.platform.TableColumn;
import vn.partyregister.reference.Rulebook;

/** The columns of the inbox in its files and on paper. */
@Component
class InboxColumns {
    private final MessageSource messages;
    private final Rulebook rulebook;

    InboxColumns(MessageSource messages, Rulebook rulebook) {
        this.messages = messages;
        this.rulebook = rulebook;
    }

    List<TableColumn<Obligation>> ofFile(Locale locale) {
        return List.of(
                TableColumn.text(said("inbox.kind", locale), row -> said("Obligation." + row.kind(), locale)),
                TableColumn.text(said("inbox.subject", locale), Obligation::subject),
                TableColumn.text(said("inbox.owner", locale), Obligation::owner),
                TableColumn.text(said("inbox.above", locale), Obligation::above),
                TableColumn.date(said("inbox.since", locale), Obligation::since),
                TableColumn.date(said("inbox.due", locale), Obligation::dueOn),
                TableColumn.date(said("inbox.done", locale), Obligation::doneOn),
                TableColumn.text(said("inbox.state", locale), row -> said("ObligationState." + row.state(), locale)),
                TableColumn.text(said("inbox.rule", locale), row -> rule(row, locale)));
    }

    /** The rule that the day follows from and where it stands; of what follows from none, where its day comes from. */
    private String rule(Obligation row, Locale locale) {
        if (row.rule() == null) {
            return said("Obligation." + row.kind() + ".day", locale);
        }
        return Stream.of(rulebook.name(row.rule()), row.directive(), row.clause())
                .filter(Objects::nonNull)
                .collect(joining(", "));
    }

    /** @param of whose obligations they are; empty for all that the reader sees */
    PrintTable<Obligation> ofPaper(String of, Locale locale) {
        return new PrintTable<>(
                new PrintHead(
                        null,
                        of.isEmpty() ? null : of,
                        null,
                        said("inbox.inbox", locale).toUpperCase(locale),
                        List.of()),
                true,
                false,
                List.of(
                        new PrintColumn<>(said("inbox.due", locale), 7, row -> day(row.dueOn())),
                        new PrintColumn<>(said("inbox.subject", locale), 15, Obligation::subject),
                        new PrintColumn<>(
                                said("inbox.kind", locale), 18, row -> said("Obligation." + row.kind(), locale)),
                        new PrintColumn<>(said("inbox.owner", locale), 18, Obligation::owner),
                        new PrintColumn<>(said("inbox.above", locale), 16, Obligation::above),
                        new PrintColumn<>(said("inbox.since", locale), 7, row -> day(row.since())),
                        new PrintColumn<>(
                                said("inbox.state", locale), 9, row -> said("ObligationState." + row.state(), locale)),
                        new PrintColumn<>(said("inbox.done", locale), 7, row -> day(row.doneOn()))));
    }

    List<TableColumn<Figures>> figures(Locale locale) {
        var columns = new ArrayList<TableColumn<Figures>>();
        columns.add(TableColumn.text(said("inbox.by", locale), Figures::by));
        columns.add(TableColumn.text(said("inbox.part", locale), Figures::part));
        for (var state : ObligationState.values()) {
            columns.add(TableColumn.number(
                    said("ObligationState." + state, locale), row -> row.line().of(state)));
        }
        columns.add(TableColumn.number(
                said("inbox.total", locale), row -> row.line().total()));
        columns.add(TableColumn.number(
                said("inbox.percent", locale), row -> row.line().percent()));
        return columns;
    }

    /** The figures by organisation, then those by kind; each part ends with the whole. */
    Stream<Figures> lines(Punctuality.Table table, Locale locale) {
        var places = said("inbox.by-organisation", locale);
        var kinds = said("inbox.by-kind", locale);
        var itself = said("inbox.itself", locale);
        var total = said("inbox.total", locale);
        return Stream.of(
                        table.places().stream()
                                .map(line -> new Figures(places, line.name() == null ? itself : line.name(), line)),
                        Stream.of(new Figures(places, total, table.whole())),
                        table.kinds().stream()
                                .map(line -> new Figures(kinds, said("Obligation." + line.kind(), locale), line)),
                        Stream.of(new Figures(kinds, total, table.whole())))
                .flatMap(Function.identity());
    }

    PrintTable<Figures> figurePaper(String organisation, int year, Locale locale) {
        return PrintTable.of(
                new PrintHead(
                        null,
                        organisation,
                        null,
                        said("inbox.punctuality", locale).toUpperCase(locale),
                        List.of(String.valueOf(year))),
                figures(locale),
                12,
                24,
                8,
                8,
                8,
                8,
                8,
                8);
    }

    /** A line of the figures: what it divides them by, and which part it is. */
    record Figures(String by, String part, Punctuality.Line line) {}

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : Dates.write(day);
    }

    private String said(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}

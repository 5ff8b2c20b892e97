package vn.partyregister.statistics.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.PrintHead;
import vn.partyregister.platform.PrintTable;
import vn.partyregister.platform.TableColumn;
import vn.partyregister.statistics.Flow;
import vn.partyregister.statistics.Form1Page;
import vn.partyregister.statistics.Form1Page.Line;
import vn.partyregister.statistics.FormRow;
import vn.partyregister.statistics.PeopleRow;
import vn.partyregister.statistics.Period;

/** The form and the lists behind it as the columns of a file, in the reader's language. */
@Component
class StatisticsColumns {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final MessageSource messages;

    StatisticsColumns(MessageSource messages) {
        this.messages = messages;
    }

    List<TableColumn<Line>> lines(Form1Page page) {
        var columns = new ArrayList<TableColumn<Line>>(List.of(
                TableColumn.text(said("statistics.symbol"), line -> line.row().symbol()),
                TableColumn.text(
                        said("statistics.criterion"), line -> line.row().label()),
                TableColumn.number(
                        headed("statistics.now", page.period()),
                        line -> line.now().count()),
                TableColumn.number(
                        headed("statistics.before", page.before()),
                        line -> line.before().count()),
                TableColumn.percent(said("statistics.percent"), StatisticsColumns::share),
                TableColumn.number(said("statistics.reported"), StatisticsColumns::reported),
                TableColumn.text(
                        said("statistics.source"),
                        line -> line.reported() == null ? null : line.reported().source())));
        for (var form : page.closed()) {
            columns.add(TableColumn.number(
                    said("statistics.frozen") + ": " + form.closing().label(),
                    line -> form.frozen(line.row().code())));
        }
        return columns;
    }

    /** The lines of the form, and whom it counts at the sender where it does. */
    Stream<Line> exported(Form1Page page) {
        var inTransit = new Line(
                new FormRow("", Flow.CLOSING, null, false, false, "", said("Flow.IN_TRANSIT"), page.directive(), "", 1),
                page.inTransit(),
                page.inTransitBefore(),
                null,
                null);
        return Stream.concat(
                page.lines().stream(), page.inTransit().count() == 0 ? Stream.empty() : Stream.of(inTransit));
    }

    List<TableColumn<PeopleRow>> people() {
        return List.of(
                TableColumn.text(said("membership.full-name"), PeopleRow::fullName),
                TableColumn.date(said("membership.born"), PeopleRow::born),
                TableColumn.text(
                        said("statistics.happened"),
                        row -> row.kind() == null ? null : said("MovementKind." + row.kind())),
                TableColumn.date(said("statistics.day"), PeopleRow::day),
                TableColumn.text(said("statistics.from-organisation"), PeopleRow::before),
                TableColumn.text(said("statistics.to-organisation"), PeopleRow::after),
                TableColumn.text(said("statistics.decision"), PeopleRow::decision),
                TableColumn.date(said("statistics.decided-on"), PeopleRow::decidedOn));
    }

    /**
     * @param row the row of the form that counts them; null where it counts several
     * @param q the part of their names that they were looked for by
     */
    PrintTable<PeopleRow> peoplePaper(String organisation, @Nullable FormRow row, Period period, @Nullable String q) {
        var head = new PrintHead(
                null,
                organisation,
                null,
                said("statistics.people").toUpperCase(LocaleContextHolder.getLocale()),
                Stream.of(
                                row == null ? null : row.label(),
                                Dates.write(period.from()) + "–" + Dates.write(period.to()),
                                q == null ? null : said("statistics.filter.q") + ": " + q)
                        .filter(Objects::nonNull)
                        .toList());
        return PrintTable.of(head, people(), 18, 9, 14, 9, 16, 16, 12, 9);
    }

    private static @Nullable BigDecimal share(Line line) {
        return line.percent() == null ? null : line.percent().divide(HUNDRED);
    }

    private static @Nullable Long reported(Line line) {
        return line.reported() == null ? null : line.reported().figure();
    }

    private String headed(String key, Period period) {
        return "%s (%s–%s)".formatted(said(key), Dates.write(period.from()), Dates.write(period.to()));
    }

    private String said(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}

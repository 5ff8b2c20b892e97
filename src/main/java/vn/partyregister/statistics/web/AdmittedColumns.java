package vn.partyregister.statistics.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.TableColumn;
import vn.partyregister.statistics.AdmittedForm;
import vn.partyregister.statistics.AdmittedForm.Line;
import vn.partyregister.statistics.Flow;
import vn.partyregister.statistics.Form1Page.Figure;
import vn.partyregister.statistics.FormRow;
import vn.partyregister.statistics.Period;

/** Forms 2 and 2B as the columns of a file, in the reader's language. */
@Component
class AdmittedColumns {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** No row of a form has it. */
    private static final String AVERAGE_AGE = "";

    private final MessageSource messages;

    AdmittedColumns(MessageSource messages) {
        this.messages = messages;
    }

    List<TableColumn<Line>> lines(AdmittedForm page) {
        var symbol = TableColumn.<Line>text(
                said("statistics.symbol"), line -> line.row().symbol());
        var criterion = TableColumn.<Line>text(
                said("statistics.criterion"), line -> line.row().label());
        var now = TableColumn.<Line>number(
                headed("statistics.now", page.period()),
                line -> isAverage(line)
                        ? page.averageAge()
                        : line.kept() ? line.now().count() : null);
        var percent = TableColumn.<Line>percent(
                said(page.byGroup() ? "statistics.share" : "statistics.percent"), AdmittedColumns::share);
        return page.byGroup()
                ? List.of(
                        symbol,
                        criterion,
                        now,
                        TableColumn.number(
                                said("statistics.women"), line -> line.women().count()),
                        percent)
                : List.of(
                        symbol,
                        criterion,
                        now,
                        TableColumn.number(
                                headed("statistics.before", page.before()),
                                line -> isAverage(line)
                                        ? page.averageAgeBefore()
                                        : line.kept() ? line.before().count() : null),
                        percent);
    }

    /** The rows that are printed; below form 2 the average age, as on the page. */
    Stream<Line> exported(AdmittedForm page) {
        var row = new FormRow(
                AVERAGE_AGE,
                Flow.IN,
                null,
                false,
                false,
                "",
                said("statistics.average-age-line"),
                page.directive(),
                "",
                1);
        var nobody = new Figure(0, null);
        return Stream.concat(
                page.printed().stream(),
                page.byGroup() || page.averageAge() == null
                        ? Stream.empty()
                        : Stream.of(new Line(row, true, nobody, nobody, nobody, null)));
    }

    private static boolean isAverage(Line line) {
        return line.row().code().equals(AVERAGE_AGE);
    }

    private static @Nullable BigDecimal share(Line line) {
        return line.percent() == null ? null : line.percent().divide(HUNDRED);
    }

    private String headed(String key, Period period) {
        return "%s (%s–%s)".formatted(said(key), Dates.write(period.from()), Dates.write(period.to()));
    }

    private String said(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}

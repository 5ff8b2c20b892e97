package vn.partyregister.planning.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.partyregister.planning.AdmittedList.Admitted;
import vn.partyregister.planning.Group;
import vn.partyregister.planning.PlanRow;
import vn.partyregister.planning.Progress;
import vn.partyregister.planning.Progress.Line;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.PrintColumn;
import vn.partyregister.platform.PrintHead;
import vn.partyregister.platform.PrintTable;
import vn.partyregister.platform.TableColumn;

/** Plans as the columns of a file and of a paper, in the reader's language. */
@Component
class PlanColumns {
    private final MessageSource messages;

    PlanColumns(MessageSource messages) {
        this.messages = messages;
    }

    List<TableColumn<PlanRow>> plans() {
        return List.of(
                TableColumn.text(said("planning.name"), PlanRow::name),
                TableColumn.text(said("planning.organiser"), PlanRow::organiser),
                TableColumn.text(said("planning.kind"), row -> said("PlanKind." + row.kind())),
                TableColumn.date(said("planning.from-on"), PlanRow::fromOn),
                TableColumn.date(said("planning.to-on"), PlanRow::toOn),
                TableColumn.text(said("planning.paper"), PlanRow::decisionNumber),
                TableColumn.date(said("planning.decided-on"), PlanRow::decidedOn),
                TableColumn.number(said("planning.target"), PlanRow::target));
    }

    PrintTable<PlanRow> planPaper() {
        return PrintTable.of(head(null, "planning.plans", List.of()), plans(), 24, 20, 8, 8, 8, 10, 8, 7);
    }

    PrintTable<Admitted> peoplePaper(PlanRow plan, String organisation) {
        return PrintTable.of(head(organisation, "planning.people", List.of(plan.name())), people(), 20, 10, 10, 24);
    }

    private PrintHead head(@Nullable String body, String title, List<String> lines) {
        return new PrintHead(null, body, null, said(title).toUpperCase(language()), lines);
    }

    List<TableColumn<Line>> lines() {
        return List.of(
                TableColumn.text(said("planning.group"), line -> line.group().name()),
                TableColumn.number(said("planning.target"), line -> number(line.group(), line.target())),
                TableColumn.number(said("planning.now"), line -> number(line.group(), line.now())),
                TableColumn.number(said("planning.percent"), Line::percent),
                TableColumn.number(said("planning.missing-yet"), Line::missing),
                TableColumn.number(said("planning.before"), Line::before),
                TableColumn.number(said("planning.handed-down"), Line::handedDown),
                TableColumn.number(said("planning.difference"), Line::difference));
    }

    PrintTable<Line> paper(PlanRow plan, Progress told) {
        return new PrintTable<>(
                new PrintHead(
                        null,
                        told.name(),
                        null,
                        said("planning.progress").toUpperCase(language()),
                        List.of(
                                plan.name(),
                                said("planning.days", Dates.write(plan.fromOn()), Dates.write(plan.toOn())))),
                true,
                false,
                List.of(
                        new PrintColumn<>(
                                said("planning.group"), 18, line -> line.group().name()),
                        new PrintColumn<>(
                                said("planning.target"), 7, line -> text(number(line.group(), line.target()))),
                        new PrintColumn<>(said("planning.now"), 7, line -> text(number(line.group(), line.now()))),
                        new PrintColumn<>(said("planning.percent"), 7, line -> text(line.percent())),
                        new PrintColumn<>(said("planning.missing-yet"), 7, line -> text(line.missing())),
                        new PrintColumn<>(said("planning.before"), 9, line -> text(line.before())),
                        new PrintColumn<>(said("planning.handed-down"), 8, line -> text(line.handedDown())),
                        new PrintColumn<>(said("planning.difference"), 7, line -> text(line.difference()))));
    }

    List<TableColumn<Admitted>> people() {
        return List.of(
                TableColumn.text(said("membership.full-name"), Admitted::fullName),
                TableColumn.date(said("membership.born"), Admitted::born),
                TableColumn.date(said("planning.admitted-on"), Admitted::day),
                TableColumn.text(said("planning.admitted-in"), Admitted::organisation));
    }

    /** People, or a share in per cent. */
    private static @Nullable Object number(Group group, @Nullable Number figure) {
        return figure == null || group.countsAdmissions() ? figure : BigDecimal.valueOf(figure.longValue(), 2);
    }

    private static @Nullable String text(@Nullable Object figure) {
        return figure == null ? null : figure.toString().replace('.', ',');
    }

    private static Locale language() {
        return LocaleContextHolder.getLocale();
    }

    private String said(String key, Object... arguments) {
        return messages.getMessage(key, arguments, language());
    }
}

package vn.partyregister.training.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.PrintColumn;
import vn.partyregister.platform.PrintHead;
import vn.partyregister.platform.PrintTable;
import vn.partyregister.platform.TableColumn;
import vn.partyregister.reference.CodeLists;
import vn.partyregister.training.Attendee;
import vn.partyregister.training.ClassFigures.Line;
import vn.partyregister.training.ClassFilter;
import vn.partyregister.training.ClassRow;

/** The lists of this module as the columns of a file and of a paper, in the reader's language. */
@Component
class ClassColumns {
    private final MessageSource messages;
    private final CodeLists codes;

    ClassColumns(MessageSource messages, CodeLists codes) {
        this.messages = messages;
        this.codes = codes;
    }

    List<TableColumn<ClassRow>> classes() {
        return List.of(
                TableColumn.text(said("training.name"), ClassRow::name),
                TableColumn.text(said("training.kind"), row -> said("ClassKind." + row.kind())),
                TableColumn.text(said("training.organiser"), ClassRow::organiser),
                TableColumn.text(said("training.audience"), row -> codes.label("class-audience", row.audience())),
                TableColumn.text(said("training.place"), ClassRow::place),
                TableColumn.date(said("training.from-on"), ClassRow::fromOn),
                TableColumn.date(said("training.to-on"), ClassRow::toOn),
                TableColumn.text(said("training.state"), row -> said("ClassState." + row.state())),
                TableColumn.number(said("training.expected"), ClassRow::expected),
                TableColumn.number(said("training.people"), ClassRow::people),
                TableColumn.number(said("training.finished"), ClassRow::finished),
                TableColumn.number(said("training.certified"), ClassRow::certified));
    }

    PrintTable<ClassRow> classPaper(ClassFilter filter) {
        return new PrintTable<>(
                head(null, said("training.classes"), years(filter.from(), filter.to())),
                true,
                false,
                List.of(
                        new PrintColumn<>(said("training.name"), 16, ClassRow::name),
                        new PrintColumn<>(said("training.kind"), 12, row -> said("ClassKind." + row.kind())),
                        new PrintColumn<>(said("training.organiser"), 14, ClassRow::organiser),
                        new PrintColumn<>(
                                said("training.audience"), 10, row -> codes.label("class-audience", row.audience())),
                        new PrintColumn<>(said("training.from-on"), 7, row -> Dates.write(row.fromOn())),
                        new PrintColumn<>(said("training.to-on"), 7, row -> Dates.write(row.toOn())),
                        new PrintColumn<>(said("training.state"), 8, row -> said("ClassState." + row.state())),
                        new PrintColumn<>(said("training.people"), 6, row -> Long.toString(row.people())),
                        new PrintColumn<>(said("training.finished"), 6, row -> Long.toString(row.finished())),
                        new PrintColumn<>(said("training.certified"), 7, row -> Long.toString(row.certified()))));
    }

    List<TableColumn<Attendee>> people() {
        return List.of(
                TableColumn.text(said("membership.full-name"), Attendee::fullName),
                TableColumn.date(said("membership.born"), Attendee::born),
                TableColumn.text(said("training.sent-by"), Attendee::organisation),
                TableColumn.text(said("training.class"), Attendee::className),
                TableColumn.text(said("training.kind"), row -> said("ClassKind." + row.kind())),
                TableColumn.text(said("training.outcome"), row -> said("AttendanceState." + row.state())),
                TableColumn.text(said("training.why"), Attendee::why),
                TableColumn.text(said("training.certificate"), Attendee::certificate),
                TableColumn.date(said("training.issued-on"), Attendee::issuedOn),
                TableColumn.date(said("training.last-day"), Attendee::lastDay));
    }

    PrintTable<Attendee> peoplePaper() {
        return roll(head(null, said("training.people-of-classes"), List.of()));
    }

    /** Danh sách lớp. */
    PrintTable<Attendee> classRoll(ClassRow row) {
        return roll(head(
                row.organiser(),
                said("training.roll"),
                List.of(
                        row.name(),
                        said(
                                "training.roll.about",
                                said("ClassKind." + row.kind()),
                                Dates.write(row.fromOn()),
                                Dates.write(row.toOn()),
                                row.place()))));
    }

    private PrintTable<Attendee> roll(PrintHead head) {
        return new PrintTable<>(
                head,
                true,
                false,
                List.of(
                        new PrintColumn<>(said("membership.full-name"), 14, Attendee::fullName),
                        new PrintColumn<>(
                                said("membership.born"), 8, row -> row.born().toString()),
                        new PrintColumn<>(said("training.sent-by"), 18, Attendee::organisation),
                        new PrintColumn<>(said("training.outcome"), 10, this::outcome),
                        new PrintColumn<>(said("training.certificate"), 8, Attendee::certificate),
                        new PrintColumn<>(
                                said("training.issued-on"),
                                8,
                                row -> row.issuedOn() == null ? null : Dates.write(row.issuedOn())),
                        new PrintColumn<>(said("training.signature"), 10, _ -> null)));
    }

    private String outcome(Attendee row) {
        var state = said("AttendanceState." + row.state());
        return row.why() == null ? state : state + ": " + row.why();
    }

    List<TableColumn<Line>> figures() {
        return List.of(
                TableColumn.text(said("training.organiser"), this::name),
                TableColumn.number(said("training.awareness-classes"), Line::awarenessClasses),
                TableColumn.number(said("training.awareness-people"), Line::awarenessPeople),
                TableColumn.number(said("training.awareness-finished"), Line::awarenessFinished),
                TableColumn.number(said("training.new-member-classes"), Line::newMemberClasses),
                TableColumn.number(said("training.new-member-people"), Line::newMemberPeople),
                TableColumn.number(said("training.new-member-finished"), Line::newMemberFinished));
    }

    PrintTable<Line> figurePaper(FiguresController.Asked asked) {
        return new PrintTable<>(
                head(asked.choice().itself().name(), said("training.figures"), years(asked.from(), asked.to())),
                true,
                false,
                List.of(
                        new PrintColumn<>(said("training.organiser"), 20, this::name),
                        new PrintColumn<>(
                                said("training.awareness-classes"), 8, line -> Long.toString(line.awarenessClasses())),
                        new PrintColumn<>(
                                said("training.awareness-people"), 8, line -> Long.toString(line.awarenessPeople())),
                        new PrintColumn<>(
                                said("training.awareness-finished"),
                                8,
                                line -> Long.toString(line.awarenessFinished())),
                        new PrintColumn<>(
                                said("training.new-member-classes"), 8, line -> Long.toString(line.newMemberClasses())),
                        new PrintColumn<>(
                                said("training.new-member-people"), 8, line -> Long.toString(line.newMemberPeople())),
                        new PrintColumn<>(
                                said("training.new-member-finished"),
                                8,
                                line -> Long.toString(line.newMemberFinished()))));
    }

    private String name(Line line) {
        return Objects.requireNonNullElseGet(line.name(), () -> said("training.sum"));
    }

    private List<String> years(@Nullable Integer from, @Nullable Integer to) {
        return from == null || to == null
                ? List.of()
                : List.of(said("training.years", Integer.toString(from), Integer.toString(to)));
    }

    private static PrintHead head(@Nullable String body, String title, List<String> lines) {
        return new PrintHead(null, body, null, title.toUpperCase(language()), lines);
    }

    private static Locale language() {
        return LocaleContextHolder.getLocale();
    }

    private String said(String key, Object... arguments) {
        return messages.getMessage(key, arguments, language());
    }
}

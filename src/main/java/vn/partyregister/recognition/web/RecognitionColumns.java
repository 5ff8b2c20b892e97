package vn.partyregister.recognition.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.partyregister.membership.OrganisationChoice;
import vn.partyregister.membership.OrganisationChoice.Near;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.PrintColumn;
import vn.partyregister.platform.PrintHead;
import vn.partyregister.platform.PrintTable;
import vn.partyregister.platform.TableColumn;
import vn.partyregister.recognition.Candidate;
import vn.partyregister.recognition.CandidateFilter;
import vn.partyregister.recognition.CardCheck;
import vn.partyregister.recognition.CardCheckList;
import vn.partyregister.recognition.CardEvent;

/** The candidates and the cards as the columns of a file and of a paper, in the reader's language. */
@Component
class RecognitionColumns {
    private final MessageSource messages;

    RecognitionColumns(MessageSource messages) {
        this.messages = messages;
    }

    List<TableColumn<Candidate>> candidates() {
        return List.of(
                TableColumn.text(said("membership.full-name"), Candidate::fullName),
                TableColumn.text(said("membership.born"), Candidate::born),
                TableColumn.text(said("membership.organisation"), Candidate::organisation),
                TableColumn.date(said("recognition.begins"), Candidate::begins),
                TableColumn.number(said("recognition.left-out"), Candidate::leftOut),
                TableColumn.number(said("recognition.level"), Candidate::years),
                TableColumn.date(said("recognition.full-on"), Candidate::fullOn),
                TableColumn.text(said("recognition.reason"), one -> said("recognition.reason." + one.reason())),
                TableColumn.text(said("recognition.obstacle"), this::obstacle));
    }

    PrintTable<Candidate> paper(CandidateFilter filter, @Nullable OrganisationChoice choice) {
        return new PrintTable<>(
                head(
                        choice,
                        said("recognition.candidates.paper"),
                        said("recognition.for-day", Dates.write(filter.day()))),
                true,
                false,
                List.of(
                        new PrintColumn<>(said("membership.full-name"), 12, Candidate::fullName),
                        new PrintColumn<>(said("membership.born"), 7, Candidate::born),
                        new PrintColumn<>(said("membership.organisation"), 16, Candidate::organisation),
                        new PrintColumn<>(said("recognition.begins"), 8, one -> Dates.write(one.begins())),
                        new PrintColumn<>(said("recognition.level"), 5, one -> Integer.toString(one.years())),
                        new PrintColumn<>(said("recognition.full-on"), 8, one -> Dates.write(one.fullOn())),
                        new PrintColumn<>(
                                said("recognition.reason"), 12, one -> said("recognition.reason." + one.reason())),
                        new PrintColumn<>(said("recognition.obstacle"), 10, this::obstacle)));
    }

    List<TableColumn<CardEvent>> cards() {
        return List.of(
                TableColumn.date(said("recognition.day"), CardEvent::happenedOn),
                TableColumn.text(said("membership.full-name"), CardEvent::fullName),
                TableColumn.text(said("membership.organisation"), CardEvent::organisation),
                TableColumn.text(said("recognition.card-act"), this::act),
                TableColumn.text(said("recognition.number"), CardEvent::number),
                TableColumn.text(said("recognition.former-number"), CardEvent::formerNumber),
                TableColumn.text(said("recognition.serial"), CardEvent::serial),
                TableColumn.text(said("recognition.decision"), CardEvent::decisionNumber),
                TableColumn.date(said("recognition.decided-on"), CardEvent::decidedOn),
                TableColumn.text(said("recognition.remark"), CardEvent::remark));
    }

    PrintTable<CardEvent> cardPaper(@Nullable OrganisationChoice choice) {
        return new PrintTable<>(
                head(choice, said("recognition.cards.paper"), null),
                true,
                false,
                List.of(
                        new PrintColumn<>(said("recognition.day"), 7, one -> Dates.write(one.happenedOn())),
                        new PrintColumn<>(said("membership.full-name"), 12, CardEvent::fullName),
                        new PrintColumn<>(said("membership.organisation"), 15, CardEvent::organisation),
                        new PrintColumn<>(said("recognition.card-act"), 10, this::act),
                        new PrintColumn<>(said("recognition.number"), 8, CardEvent::number),
                        new PrintColumn<>(said("recognition.former-number"), 8, CardEvent::formerNumber),
                        new PrintColumn<>(said("recognition.decision"), 8, CardEvent::decisionNumber)));
    }

    List<TableColumn<CardCheckList.Line>> lines() {
        return List.of(
                TableColumn.text(said("membership.full-name"), CardCheckList.Line::fullName),
                TableColumn.text(said("membership.card-number"), CardCheckList.Line::cardNumber),
                TableColumn.text(said("membership.organisation"), CardCheckList.Line::organisation),
                TableColumn.text(said("recognition.check.result"), this::result),
                TableColumn.date(said("recognition.day"), CardCheckList.Line::checkedOn));
    }

    PrintTable<CardCheckList.Line> linePaper(CardCheck check) {
        return new PrintTable<>(
                new PrintHead(
                        null,
                        check.organisation(),
                        null,
                        check.name().toUpperCase(language()),
                        List.of(said("recognition.check.figures", check.checked(), check.expected(), check.missing()))),
                false,
                false,
                List.of(
                        new PrintColumn<>(said("membership.full-name"), 10, CardCheckList.Line::fullName),
                        new PrintColumn<>(said("membership.card-number"), 7, CardCheckList.Line::cardNumber),
                        new PrintColumn<>(said("membership.organisation"), 13, CardCheckList.Line::organisation),
                        new PrintColumn<>(said("recognition.check.result"), 8, this::result)));
    }

    /** What stands above a list of an organisation: the one above it and itself. */
    static PrintHead head(@Nullable OrganisationChoice choice, String title, @Nullable String line) {
        return new PrintHead(
                choice == null
                        ? null
                        : choice.above().stream().map(Near::name).findFirst().orElse(null),
                choice == null ? null : choice.itself().name(),
                null,
                title.toUpperCase(language()),
                line == null ? List.of() : List.of(line));
    }

    private @Nullable String obstacle(Candidate one) {
        if (one.obstacle() == null) {
            return null;
        }
        return said("recognition.obstacle." + one.obstacle())
                + (one.barred() ? " (" + said("recognition.barred") + ")" : "");
    }

    private String act(CardEvent one) {
        var act = said("CardAct." + one.kind());
        return one.withdrawnOn() == null
                ? act
                : act + " ("
                        + said(
                                "recognition.card-withdrawn",
                                Dates.write(one.withdrawnOn()),
                                String.valueOf(one.withdrawnWhy()))
                        + ")";
    }

    private String result(CardCheckList.Line line) {
        return said("recognition.result."
                + (line.result() == null ? "MISSING" : line.result().name()));
    }

    private String said(String key, Object... arguments) {
        return messages.getMessage(key, arguments, language());
    }

    private static Locale language() {
        return LocaleContextHolder.getLocale();
    }
}

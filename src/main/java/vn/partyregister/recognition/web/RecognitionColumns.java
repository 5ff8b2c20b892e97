package vn.partyregister.recognition.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
import vn.partyregister.recognition.Basis;
import vn.partyregister.recognition.Batch;
import vn.partyregister.recognition.Candidate;
import vn.partyregister.recognition.CandidateFilter;
import vn.partyregister.recognition.CardCheck;
import vn.partyregister.recognition.CardCheckList;
import vn.partyregister.recognition.CardEvent;
import vn.partyregister.recognition.Proposal;
import vn.partyregister.recognition.StockList.Receipt;
import vn.partyregister.reference.CodeLists;

/** The lists of this module as the columns of a file and of a paper, in the reader's language. */
@Component
class RecognitionColumns {
    private final MessageSource messages;
    private final CodeLists codes;

    RecognitionColumns(MessageSource messages, CodeLists codes) {
        this.messages = messages;
        this.codes = codes;
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

    List<TableColumn<Proposal>> proposals() {
        return List.of(
                TableColumn.text(said("membership.full-name"), Proposal::fullName),
                TableColumn.text(said("membership.born"), Proposal::born),
                TableColumn.text(said("membership.organisation"), Proposal::organisation),
                TableColumn.date(said("recognition.begins"), Proposal::begins),
                TableColumn.number(said("recognition.left-out"), Proposal::leftOut),
                TableColumn.number(said("recognition.level"), Proposal::years),
                TableColumn.date(said("recognition.full-on"), Proposal::fullOn),
                TableColumn.text(said("recognition.basis"), this::basis),
                TableColumn.text(said("recognition.badge-number"), Proposal::number));
    }

    /** The list that goes with the submission; once decided, the list of the awards. */
    PrintTable<Proposal> paper(Batch batch) {
        var decided = batch.isDecided();
        return new PrintTable<>(
                new PrintHead(
                        null,
                        batch.organisation(),
                        null,
                        said(decided ? "recognition.paper.awards" : "recognition.paper.proposals")
                                .toUpperCase(language()),
                        decided
                                ? List.of(
                                        said("recognition.for-day", Dates.write(batch.awardDay())),
                                        said(
                                                "recognition.paper.by-decision",
                                                Objects.requireNonNullElse(batch.decisionNumber(), ""),
                                                batch.decidedOn() == null ? "" : Dates.write(batch.decidedOn()),
                                                Objects.requireNonNullElse(batch.issuer(), "")))
                                : List.of(said("recognition.for-day", Dates.write(batch.awardDay())))),
                true,
                false,
                List.of(
                        new PrintColumn<>(said("membership.full-name"), 12, Proposal::fullName),
                        new PrintColumn<>(said("membership.born"), 7, Proposal::born),
                        new PrintColumn<>(said("membership.organisation"), 17, Proposal::organisation),
                        new PrintColumn<>(said("recognition.begins"), 8, one -> Dates.write(one.begins())),
                        new PrintColumn<>(said("recognition.full-on"), 8, one -> Dates.write(one.fullOn())),
                        new PrintColumn<>(said("recognition.level"), 5, one -> Integer.toString(one.years())),
                        new PrintColumn<>(said("recognition.basis"), 12, this::basis),
                        new PrintColumn<>(said("recognition.badge-number"), 8, Proposal::number)));
    }

    List<TableColumn<CardEvent>> cards() {
        return List.of(
                TableColumn.date(said("recognition.day"), CardEvent::happenedOn),
                TableColumn.text(said("membership.full-name"), CardEvent::fullName),
                TableColumn.text(said("membership.organisation"), CardEvent::organisation),
                TableColumn.text(said("recognition.card-act"), one -> said("CardAct." + one.kind())),
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
                        new PrintColumn<>(said("recognition.card-act"), 10, one -> said("CardAct." + one.kind())),
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

    List<TableColumn<Receipt>> stock() {
        return List.of(
                TableColumn.date(said("recognition.stock.received-on"), Receipt::receivedOn),
                TableColumn.text(said("membership.organisation"), Receipt::organisation),
                TableColumn.text(said("recognition.stock.kind"), one -> codes.label("stock-kind", one.kind())),
                TableColumn.text(said("recognition.stock.from"), one -> one.serial(one.first())),
                TableColumn.text(said("recognition.stock.to"), one -> one.serial(one.last())),
                TableColumn.number(said("recognition.stock.received"), Receipt::received),
                TableColumn.number(said("recognition.stock.issued"), Receipt::issued),
                TableColumn.number(said("recognition.stock.spoilt"), Receipt::spoilt),
                TableColumn.number(said("recognition.stock.sent-back"), Receipt::sentBack),
                TableColumn.number(said("recognition.stock.left-over"), Receipt::leftOver),
                TableColumn.text(said("recognition.stock.paper"), Receipt::paper));
    }

    PrintTable<Receipt> stockPaper(@Nullable OrganisationChoice choice) {
        return new PrintTable<>(
                head(choice, said("recognition.stock.book"), null),
                true,
                false,
                List.of(
                        new PrintColumn<>(
                                said("recognition.stock.received-on"), 7, one -> Dates.write(one.receivedOn())),
                        new PrintColumn<>(
                                said("recognition.stock.kind"), 12, one -> codes.label("stock-kind", one.kind())),
                        new PrintColumn<>(said("recognition.stock.from"), 8, one -> one.serial(one.first())),
                        new PrintColumn<>(said("recognition.stock.to"), 8, one -> one.serial(one.last())),
                        new PrintColumn<>(said("recognition.stock.received"), 5, one -> Long.toString(one.received())),
                        new PrintColumn<>(said("recognition.stock.issued"), 5, one -> Long.toString(one.issued())),
                        new PrintColumn<>(said("recognition.stock.spoilt"), 5, one -> Long.toString(one.spoilt())),
                        new PrintColumn<>(said("recognition.stock.sent-back"), 5, one -> Long.toString(one.sentBack())),
                        new PrintColumn<>(said("recognition.stock.left-over"), 5, one -> Long.toString(one.leftOver())),
                        new PrintColumn<>(said("recognition.stock.paper"), 10, Receipt::paper)));
    }

    private PrintHead head(@Nullable OrganisationChoice choice, String title, @Nullable String line) {
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

    private String basis(Proposal one) {
        var said = said("Basis." + one.basis());
        return one.basis() == Basis.FULL || one.ground() == null ? said : said + ": " + one.ground();
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

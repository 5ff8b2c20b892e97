package vn.partyregister.recognition.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.PrintColumn;
import vn.partyregister.platform.PrintHead;
import vn.partyregister.platform.PrintTable;
import vn.partyregister.platform.TableColumn;
import vn.partyregister.recognition.BadgeBatchList.Part;
import vn.partyregister.recognition.Basis;
import vn.partyregister.recognition.Batch;
import vn.partyregister.recognition.Proposal;

/** The lists of a batch of badges as the columns of a file and of a paper, in the reader's language. */
@Component
class BadgeColumns {
    private final MessageSource messages;

    BadgeColumns(MessageSource messages) {
        this.messages = messages;
    }

    List<TableColumn<Proposal>> proposals(Part part) {
        var standing = List.of(
                TableColumn.text(said("membership.full-name"), Proposal::fullName),
                TableColumn.text(said("membership.born"), Proposal::born),
                TableColumn.text(said("membership.organisation"), Proposal::organisation),
                TableColumn.date(said("recognition.begins"), Proposal::begins),
                TableColumn.number(said("recognition.left-out"), Proposal::leftOut),
                TableColumn.number(said("recognition.level"), Proposal::years),
                TableColumn.date(said("recognition.full-on"), Proposal::fullOn),
                TableColumn.text(said("recognition.basis"), this::basis),
                TableColumn.text(said("recognition.badge-number"), Proposal::number));
        return part == Part.STANDING
                ? standing
                : Stream.concat(
                                standing.stream(),
                                Stream.of(
                                        TableColumn.date(said("recognition.withdrawn-on"), Proposal::withdrawnOn),
                                        TableColumn.text(said("recognition.withdrawal-ground"), this::withdrawn)))
                        .toList();
    }

    /** The list that goes with the submission; once decided, the list of the awards. */
    PrintTable<Proposal> paper(Batch batch, Part part) {
        var decided = batch.isDecided();
        return new PrintTable<>(
                new PrintHead(
                        null,
                        batch.organisation(),
                        null,
                        said(title(batch, part)).toUpperCase(language()),
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
                        part == Part.STANDING
                                ? new PrintColumn<>(said("recognition.basis"), 12, this::basis)
                                : new PrintColumn<>(said("recognition.withdrawal-ground"), 12, this::withdrawn),
                        new PrintColumn<>(said("recognition.badge-number"), 8, Proposal::number)));
    }

    private static String title(Batch batch, Part part) {
        if (part == Part.WITHDRAWN) {
            return "recognition.paper.withdrawn";
        }
        return batch.isDecided() ? "recognition.paper.awards" : "recognition.paper.proposals";
    }

    private @Nullable String withdrawn(Proposal one) {
        return one.withdrawnOn() == null
                ? null
                : said(
                        "recognition.withdrawn-why",
                        Dates.write(one.withdrawnOn()),
                        said("WithdrawalGround." + one.withdrawnGround()),
                        Objects.requireNonNullElse(one.withdrawnWhy(), ""));
    }

    private String basis(Proposal one) {
        var said = said("Basis." + one.basis());
        return one.basis() == Basis.FULL || one.ground() == null ? said : said + ": " + one.ground();
    }

    private String said(String key, Object... arguments) {
        return messages.getMessage(key, arguments, language());
    }

    private static Locale language() {
        return LocaleContextHolder.getLocale();
    }
}

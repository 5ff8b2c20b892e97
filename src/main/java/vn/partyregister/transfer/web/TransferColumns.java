package vn.partyregister.transfer.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.partyregister.platform.TableColumn;
import vn.partyregister.reference.CodeLists;
import vn.partyregister.transfer.TransferKind;
import vn.partyregister.transfer.TransferRow;

/** The columns of a list of transfers that leaves as a file. */
@Component
class TransferColumns {
    private final MessageSource messages;
    private final CodeLists lists;

    TransferColumns(MessageSource messages, CodeLists lists) {
        this.messages = messages;
        this.lists = lists;
    }

    List<TableColumn<TransferRow>> of(Locale locale) {
        return List.of(
                TableColumn.text(said("transfer.code", locale), TransferRow::code),
                TableColumn.text(said("membership.full-name", locale), TransferRow::fullName),
                TableColumn.text(
                        said("transfer.kind", locale),
                        row -> lists.label(TransferKind.LIST, row.kind().name())),
                TableColumn.text(said("transfer.from", locale), TransferRow::fromName),
                TableColumn.text(said("transfer.to", locale), TransferRow::toName),
                TableColumn.text(said("transfer.number", locale), TransferRow::letterNumber),
                TableColumn.date(said("transfer.requested-on", locale), TransferRow::requestedOn),
                TableColumn.date(said("transfer.introduced-on", locale), TransferRow::introducedOn),
                TableColumn.date(said("transfer.received-on", locale), TransferRow::receivedOn),
                TableColumn.text(said("transfer.stage", locale), row -> said("TransferStage." + row.stage(), locale)),
                TableColumn.text(said("transfer.waits-for", locale), TransferRow::waitsFor),
                TableColumn.date(said("transfer.due", locale), TransferRow::dueOn),
                TableColumn.text(
                        said("transfer.overdue", locale),
                        row -> row.overdue() ? said("transfer.overdue", locale) : null),
                TableColumn.date(said("transfer.ended-on", locale), TransferRow::endedOn));
    }

    private String said(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}

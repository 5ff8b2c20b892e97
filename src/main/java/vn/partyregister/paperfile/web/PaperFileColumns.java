package vn.partyregister.paperfile.web;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.partyregister.paperfile.PaperFileRow;
import vn.partyregister.platform.TableColumn;

/** The list of paper files as the columns of a file, in the reader's language. */
@Component
class PaperFileColumns {
    private final MessageSource messages;

    PaperFileColumns(MessageSource messages) {
        this.messages = messages;
    }

    List<TableColumn<PaperFileRow>> all() {
        return List.of(
                TableColumn.text(said("membership.full-name"), PaperFileRow::fullName),
                TableColumn.text(said("membership.card-number"), PaperFileRow::cardNumber),
                TableColumn.text(said("membership.organisation"), PaperFileRow::organisation),
                TableColumn.text(said("paperfile.state"), row -> said("paperfile.state." + row.state())),
                TableColumn.date(said("paperfile.since"), PaperFileRow::since),
                TableColumn.text(said("paperfile.keeper"), PaperFileRow::keeper),
                TableColumn.text(said("paperfile.place"), PaperFileRow::place),
                TableColumn.text(said("paperfile.borrower"), PaperFileRow::borrower),
                TableColumn.date(said("paperfile.due-on"), PaperFileRow::dueOn));
    }

    private String said(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}

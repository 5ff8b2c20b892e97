package vn.partyregister.statistics.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.PrintHead;
import vn.partyregister.platform.PrintTable;
import vn.partyregister.platform.TableColumn;
import vn.partyregister.statistics.Reconciliation.Signature;
import vn.partyregister.statistics.Reconciliations;
import vn.partyregister.statistics.Reconciliations.Row;

/** Who has reconciled and who has not, as the columns of a file. */
@Component
class ReconciliationColumns {
    private final MessageSource messages;

    ReconciliationColumns(MessageSource messages) {
        this.messages = messages;
    }

    List<TableColumn<Row>> rows() {
        return List.of(
                TableColumn.text(said("statistics.organisation"), Row::name),
                TableColumn.text(said("statistics.state"), row -> said("ReconciliationState." + row.state())),
                TableColumn.text(said("ReconciliationSide.OWN"), row -> by(row.own())),
                TableColumn.text(said("ReconciliationSide.ABOVE"), row -> by(row.above())));
    }

    PrintTable<Row> paper(Reconciliations.Below below) {
        var head = new PrintHead(
                null,
                below.organisation().itself().name(),
                null,
                said("statistics.reconciliations").toUpperCase(LocaleContextHolder.getLocale()),
                List.of(messages.getMessage(
                        "statistics.reconciled-on",
                        new Object[] {Dates.write(below.on())},
                        LocaleContextHolder.getLocale())));
        return PrintTable.of(head, rows(), 20, 14, 12, 12);
    }

    private static @Nullable String by(@Nullable Signature signature) {
        return signature == null ? null : signature.signedBy();
    }

    private String said(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}

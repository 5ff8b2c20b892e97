package vn.partyregister.organisation.web;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.partyregister.organisation.OrganisationDifferences.Asked;
import vn.partyregister.organisation.OrganisationDifferences.Row;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.PrintColumn;
import vn.partyregister.platform.PrintHead;
import vn.partyregister.platform.PrintTable;
import vn.partyregister.platform.TableColumn;

/** The columns of the differences between two days of the tree, as a file and on paper, in the reader's language. */
@Component
class OrganisationDifferenceColumns {
    private final MessageSource messages;

    OrganisationDifferenceColumns(MessageSource messages) {
        this.messages = messages;
    }

    List<TableColumn<Row>> file() {
        return List.of(
                TableColumn.text(said("organisation.differences.before"), Row::before),
                TableColumn.text(said("organisation.differences.after"), Row::after),
                TableColumn.text(said("organisation.differences.before-type"), Row::beforeType),
                TableColumn.text(said("organisation.differences.after-type"), Row::afterType),
                TableColumn.text(said("organisation.differences.before-kind"), Row::beforeKind),
                TableColumn.text(said("organisation.differences.after-kind"), Row::afterKind),
                TableColumn.text(said("organisation.differences.before-parent"), Row::beforeParent),
                TableColumn.text(said("organisation.differences.after-parent"), Row::afterParent),
                TableColumn.date(said("organisation.differences.day"), Row::day),
                TableColumn.text(said("organisation.decision"), Row::decision));
    }

    PrintTable<Row> paper(Asked asked) {
        return new PrintTable<>(
                new PrintHead(
                        null,
                        null,
                        null,
                        said("organisation.differences"),
                        List.of(
                                Dates.write(asked.from()) + " – " + Dates.write(asked.to()),
                                said("OrganisationDifference." + asked.kind()))),
                true,
                false,
                List.of(
                        new PrintColumn<>(said("organisation.differences.before"), 24, Row::before),
                        new PrintColumn<>(said("organisation.differences.after"), 24, Row::after),
                        new PrintColumn<>(said("organisation.differences.before-parent"), 20, Row::beforeParent),
                        new PrintColumn<>(said("organisation.differences.after-parent"), 20, Row::afterParent),
                        new PrintColumn<>(
                                said("organisation.differences.day"),
                                12,
                                row -> row.day() == null ? null : Dates.write(row.day()))));
    }

    private String said(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}

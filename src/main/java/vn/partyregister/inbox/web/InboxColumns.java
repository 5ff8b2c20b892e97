package vn.partyregister.inbox.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.partyregister.inbox.Obligation;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.PrintColumn;
import vn.partyregister.platform.PrintHead;
import vn.partyregister.platform.PrintTable;
import vn.partyregister.platform.TableColumn;

/** The columns of the inbox in its files and on paper. */
@Component
class InboxColumns {
    private final MessageSource messages;

    InboxColumns(MessageSource messages) {
        this.messages = messages;
    }

    List<TableColumn<Obligation>> ofFile(Locale locale) {
        return List.of(
                TableColumn.text(said("inbox.kind", locale), row -> said("Obligation." + row.kind(), locale)),
                TableColumn.text(said("inbox.subject", locale), Obligation::subject),
                TableColumn.text(said("inbox.owner", locale), Obligation::owner),
                TableColumn.text(said("inbox.above", locale), Obligation::above),
                TableColumn.date(said("inbox.since", locale), Obligation::since),
                TableColumn.date(said("inbox.due", locale), Obligation::dueOn),
                TableColumn.date(said("inbox.done", locale), Obligation::doneOn),
                TableColumn.text(said("inbox.state", locale), row -> said("ObligationState." + row.state(), locale)));
    }

    /** @param of whose obligations they are; empty for all that the reader sees */
    PrintTable<Obligation> ofPaper(String of, Locale locale) {
        return new PrintTable<>(
                new PrintHead(
                        null,
                        of.isEmpty() ? null : of,
                        null,
                        said("inbox.inbox", locale).toUpperCase(locale),
                        List.of()),
                true,
                false,
                List.of(
                        new PrintColumn<>(said("inbox.due", locale), 7, row -> day(row.dueOn())),
                        new PrintColumn<>(said("inbox.subject", locale), 15, Obligation::subject),
                        new PrintColumn<>(
                                said("inbox.kind", locale), 18, row -> said("Obligation." + row.kind(), locale)),
                        new PrintColumn<>(said("inbox.owner", locale), 18, Obligation::owner),
                        new PrintColumn<>(said("inbox.above", locale), 16, Obligation::above),
                        new PrintColumn<>(said("inbox.since", locale), 7, row -> day(row.since())),
                        new PrintColumn<>(
                                said("inbox.state", locale), 9, row -> said("ObligationState." + row.state(), locale)),
                        new PrintColumn<>(said("inbox.done", locale), 7, row -> day(row.doneOn()))));
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : Dates.write(day);
    }

    private String said(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}

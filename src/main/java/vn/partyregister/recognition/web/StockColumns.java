package vn.partyregister.recognition.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.partyregister.membership.OrganisationChoice;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.PrintColumn;
import vn.partyregister.platform.PrintTable;
import vn.partyregister.platform.TableColumn;
import vn.partyregister.recognition.StockEntries.Entry;
import vn.partyregister.recognition.StockFilter;
import vn.partyregister.recognition.StockList.Receipt;
import vn.partyregister.reference.CodeLists;

/** The stock ledger as the columns of a file and of a paper, in the reader's language. */
@Component
class StockColumns {
    private final MessageSource messages;
    private final CodeLists codes;

    StockColumns(MessageSource messages, CodeLists codes) {
        this.messages = messages;
        this.codes = codes;
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
                TableColumn.number(said("recognition.stock.handed-down"), Receipt::handedDown),
                TableColumn.number(said("recognition.stock.sent-back"), Receipt::sentBack),
                TableColumn.number(said("recognition.stock.corrected"), Receipt::corrected),
                TableColumn.number(said("recognition.stock.left-over"), Receipt::leftOver),
                TableColumn.text(said("recognition.stock.paper"), Receipt::paper));
    }

    PrintTable<Receipt> stockPaper(@Nullable OrganisationChoice choice) {
        return new PrintTable<>(
                RecognitionColumns.head(choice, said("recognition.stock.book"), null),
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
                        new PrintColumn<>(
                                said("recognition.stock.handed-down"), 5, one -> Long.toString(one.handedDown())),
                        new PrintColumn<>(said("recognition.stock.sent-back"), 5, one -> Long.toString(one.sentBack())),
                        new PrintColumn<>(
                                said("recognition.stock.corrected"), 5, one -> Long.toString(one.corrected())),
                        new PrintColumn<>(said("recognition.stock.left-over"), 5, one -> Long.toString(one.leftOver())),
                        new PrintColumn<>(said("recognition.stock.paper"), 10, Receipt::paper)));
    }

    List<TableColumn<Entry>> entries() {
        return List.of(
                TableColumn.date(said("recognition.day"), Entry::day),
                TableColumn.text(said("membership.organisation"), Entry::organisation),
                TableColumn.text(said("recognition.stock.kind"), one -> codes.label("stock-kind", one.kind())),
                TableColumn.text(said("recognition.stock.going"), this::how),
                TableColumn.text(said("recognition.stock.from"), Entry::first),
                TableColumn.text(said("recognition.stock.to"), Entry::last),
                TableColumn.number(said("recognition.stock.things"), Entry::things),
                TableColumn.text(said("recognition.stock.other"), StockColumns::other),
                TableColumn.text(said("recognition.stock.paper"), Entry::paper),
                TableColumn.text(said("recognition.stock.why"), Entry::why));
    }

    PrintTable<Entry> entryPaper(@Nullable OrganisationChoice choice, StockFilter filter, long sum) {
        return new PrintTable<>(
                RecognitionColumns.head(
                        choice,
                        said("recognition.stock.entries"),
                        said(
                                "recognition.stock.entries-of",
                                filter.from() == null ? "…" : Dates.write(filter.from()),
                                filter.to() == null ? "…" : Dates.write(filter.to()),
                                sum)),
                true,
                false,
                List.of(
                        new PrintColumn<>(said("recognition.day"), 7, one -> Dates.write(one.day())),
                        new PrintColumn<>(said("membership.organisation"), 13, Entry::organisation),
                        new PrintColumn<>(
                                said("recognition.stock.kind"), 11, one -> codes.label("stock-kind", one.kind())),
                        new PrintColumn<>(said("recognition.stock.going"), 9, this::how),
                        new PrintColumn<>(said("recognition.stock.from"), 8, Entry::first),
                        new PrintColumn<>(said("recognition.stock.to"), 8, Entry::last),
                        new PrintColumn<>(said("recognition.stock.things"), 5, one -> Long.toString(one.things())),
                        new PrintColumn<>(said("recognition.stock.other"), 12, StockColumns::other),
                        new PrintColumn<>(said("recognition.stock.paper"), 9, Entry::paper)));
    }

    private String how(Entry one) {
        return said((one.things() > 0 ? "StockSource." : "StockGoing.") + one.how());
    }

    private static @Nullable String other(Entry one) {
        return one.other() == null ? one.member() : one.other();
    }

    private String said(String key, Object... arguments) {
        return messages.getMessage(key, arguments, language());
    }

    private static Locale language() {
        return LocaleContextHolder.getLocale();
    }
}

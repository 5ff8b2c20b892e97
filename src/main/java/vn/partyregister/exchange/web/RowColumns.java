package vn.partyregister.exchange.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.partyregister.exchange.Absent;
import vn.partyregister.exchange.AbsentColumns;
import vn.partyregister.exchange.Compared;
import vn.partyregister.exchange.Figures;
import vn.partyregister.exchange.RowLine;
import vn.partyregister.exchange.Upload;
import vn.partyregister.platform.PrintHead;
import vn.partyregister.platform.PrintTable;
import vn.partyregister.platform.TableColumn;

/** The columns of the rows of a file, of what is in none of them, and of a comparison, in the reader's language. */
@Component
class RowColumns {
    private final MessageSource messages;

    RowColumns(MessageSource messages) {
        this.messages = messages;
    }

    List<TableColumn<Map.Entry<RowLine, RowLine.Detail>>> rows() {
        return List.of(
                TableColumn.number(said("exchange.row"), line -> line.getKey().number()),
                TableColumn.text(
                        said("exchange.row.what"), line -> line.getKey().what()),
                TableColumn.text(said("exchange.row.verdict"), line -> verdict(line.getKey())),
                TableColumn.text(
                        said("exchange.mapping.column"), line -> line.getValue().letters()),
                TableColumn.text(
                        said("exchange.mapping.means"), line -> line.getValue().column()),
                TableColumn.text(
                        said("exchange.row.there"), line -> line.getValue().value()),
                TableColumn.text(
                        said("exchange.row.here"), line -> line.getValue().here()),
                TableColumn.text(said("exchange.row.reason"), line -> reason(line.getValue())));
    }

    List<TableColumn<Absent>> absent() {
        return List.of(
                TableColumn.text(said("exchange.row.what"), Absent::label),
                TableColumn.text(said("exchange.absent.detail"), Absent::detail));
    }

    List<TableColumn<Compared>> compared() {
        return List.of(
                TableColumn.text(said("exchange.comparison.part"), line -> said(line.part())),
                TableColumn.number(said("exchange.row"), Compared::row),
                TableColumn.text(said("exchange.row.what"), Compared::what),
                TableColumn.text(
                        said("exchange.mapping.means"), line -> line.detail().column()),
                TableColumn.text(
                        said("exchange.row.here"), line -> line.detail().here()),
                TableColumn.text(
                        said("exchange.row.there"), line -> line.detail().value()),
                TableColumn.text(said("exchange.row.reason"), line -> reason(line.detail())));
    }

    PrintTable<Compared> paper(Upload upload, Figures figures, List<AbsentColumns> absent) {
        var counts = figures.lines(true).stream()
                .map(figure -> said(figure.label()) + ": " + figure.count())
                .toList();
        return PrintTable.of(
                new PrintHead(
                        null,
                        null,
                        null,
                        said("exchange.preview.compare"),
                        Stream.concat(
                                        Stream.of(upload.fileName(), String.join(" · ", counts)),
                                        absent.stream().map(this::absent))
                                .toList()),
                compared(),
                14,
                5,
                20,
                13,
                17,
                17,
                14);
    }

    private String absent(AbsentColumns columns) {
        return said(
                "exchange.absent-columns",
                columns.names(),
                columns.source().directive() + ", " + columns.source().clause());
    }

    private @Nullable String verdict(RowLine row) {
        return row.verdict() == null ? null : said("Verdict." + row.verdict());
    }

    private @Nullable String reason(RowLine.Detail detail) {
        var key = detail.reason();
        return key == null
                ? null
                : messages.getMessage(key, detail.arguments().toArray(), key, LocaleContextHolder.getLocale());
    }

    private String said(String key, Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(key, arguments, key, LocaleContextHolder.getLocale()));
    }
}

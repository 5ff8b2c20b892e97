package vn.partyregister.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;
import vn.partyregister.exchange.CellStyles.Style;
import vn.partyregister.exchange.SharedTexts.Written;

/** The rows of a sheet as its XML has them, one after the other. */
final class XlsxRows extends Rows {
    private static final int WIDEST = 16_384;

    private final PartXml xml;
    private final SharedTexts shared;
    private final CellStyles styles;
    private final boolean from1904;
    private final Texts read;
    private int number;

    XlsxRows(PartXml xml, SharedTexts shared, CellStyles styles, boolean from1904, Texts read) {
        this.xml = xml;
        this.shared = shared;
        this.styles = styles;
        this.from1904 = from1904;
        this.read = read;
    }

    @Override
    public void close() {
        xml.close();
    }

    @Override
    @Nullable
    SheetRow next() {
        if (!xml.toElement("row")) {
            return null;
        }
        number = xml.number("r", number + 1);
        var cells = new ArrayList<Cell>();
        while (true) {
            var event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.reader().getLocalName().equals("c")) {
                    add(cells);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.reader().getLocalName().equals("row")) {
                return new SheetRow(number, cells);
            }
        }
    }

    private void add(List<Cell> cells) {
        var position = position(xml.attribute("r"), cells.size());
        var type = Objects.requireNonNullElse(xml.attribute("t"), "n");
        var style = styles.at(xml.number("s", -1));
        var cell = cell(type, style);
        if (cell.kind() != Cell.Kind.EMPTY) {
            while (cells.size() < position) {
                cells.add(Cell.EMPTY);
            }
            if (cells.size() > position) {
                throw WorkbookPackage.broken();
            }
            cells.add(cell);
        }
    }

    private Cell cell(String type, Style style) {
        String value = null;
        String formula = null;
        Written inline = null;
        while (true) {
            var event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.reader().getLocalName()) {
                    case "v" -> value = xml.text();
                    case "f" -> formula = xml.text();
                    case "is" -> inline = SharedTexts.rich(xml, "is");
                    default -> xml.text();
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                break;
            }
        }
        if (formula != null) {
            return Cell.of(Cell.Kind.FORMULA, "=" + formula);
        }
        if (inline != null) {
            return text(inline, style);
        }
        return value == null ? Cell.EMPTY : cell(type, value, style);
    }

    private Cell cell(String type, String value, Style style) {
        return switch (type) {
            case "s" -> text(shared.at(value), style);
            case "str", "inlineStr" -> text(new Written(SharedTexts.unescaped(value), null), style);
            case "b" -> Cell.of(Cell.Kind.BOOLEAN, PartXml.isTrueAs(value.strip()) ? "true" : "false");
            case "e" -> Cell.of(Cell.Kind.ERROR, value);
            case "d" -> Cell.of(Cell.Kind.DATE, value.strip());
            default -> number(value.strip(), style);
        };
    }

    private Cell text(Written text, Style style) {
        return read.cell(text.text(), text.font() != null ? text.font() : style.font());
    }

    private Cell number(String stored, Style style) {
        if (stored.isEmpty()) {
            return Cell.EMPTY;
        }
        return NumberCell.of(stored, style.date(), from1904, style.font());
    }

    /** The column of an address such as AB12, from 0. */
    static int position(@Nullable String address, int otherwise) {
        if (address == null) {
            return otherwise;
        }
        var column = 0;
        for (var at = 0; at < address.length() && address.charAt(at) >= 'A'; at++) {
            column = column * 26 + (address.charAt(at) - 'A' + 1);
            if (column > WIDEST) {
                throw WorkbookPackage.broken();
            }
        }
        return column == 0 ? otherwise : column - 1;
    }
}

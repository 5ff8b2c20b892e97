package vn.partyregister.platform;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.TableRowHeightRule;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A page of HTML as a Word file, to be finished by hand. The engine that prints the page works out its styles here too, so
 * that one template and one style sheet make both. It knows what papers are made of: paragraphs, tables of paragraphs,
 * lines left open, ends of pages, a foot; pictures and tables in tables are left out.
 */
final class WordDocument {
    private final XWPFDocument word;
    private final PaperStyles styles;

    private WordDocument(XWPFDocument word, PaperStyles styles) {
        this.word = word;
        this.styles = styles;
    }

    static byte[] of(String html) {
        try (var faces = LentFaces.lend();
                var unprinted = new PDDocument();
                var renderer = PdfDocument.builder(html, faces, unprinted).buildPdfRenderer();
                var word = new XWPFDocument();
                var bytes = new ByteArrayOutputStream()) {
            renderer.layout();
            new WordDocument(word, new PaperStyles(renderer)).write(renderer);
            word.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(PdfBoxRenderer renderer) {
        var properties = word.getProperties().getCoreProperties();
        properties.setCreator("");
        styles.page(word.getDocument().getBody().addNewSectPr());
        var html = renderer.getDocument().getDocumentElement();
        elements(html, "title").forEach(title -> properties.setTitle(title.getTextContent()));
        elements(html, "body").forEach(body -> blocks(body, word::createParagraph));
    }

    private void blocks(Element parent, Supplier<XWPFParagraph> place) {
        for (var child : children(parent)) {
            var style = styles.of(child);
            if (style.isRunning()) {
                foot(child);
            } else if (style.isTable()) {
                table(child);
            } else if (isParagraph(child)) {
                paragraph(child, place.get());
            } else {
                blocks(child, place);
            }
            if (styles.endsPage(child)) {
                styles.newPage(word.createParagraph());
            }
        }
    }

    private boolean isParagraph(Element block) {
        return children(block).stream().allMatch(child -> {
            var style = styles.of(child);
            return style.isInline() || style.isInlineBlock();
        });
    }

    private void paragraph(Element block, XWPFParagraph paragraph) {
        styles.paragraph(block, paragraph);
        if (styles.isUnderlined(block)) {
            paragraph.setBorderBottom(block.getTextContent().isBlank() ? Borders.DOTTED : Borders.SINGLE);
        }
        new WordText(paragraph, styles).write(block);
    }

    /** A cell always has a paragraph: the first one is taken over. */
    private void table(Element table) {
        var rows = elements(table, "tr");
        var columns = rows.isEmpty() ? 0 : children(rows.getFirst()).size();
        if (columns == 0) {
            return;
        }
        var written = word.createTable(rows.size(), columns);
        written.setWidth("100%");
        if (!styles.isFramed(table)) {
            written.removeBorders();
        }
        for (int row = 0; row < rows.size(); row++) {
            cells(rows.get(row), written, row);
        }
    }

    private void cells(Element row, XWPFTable written, int number) {
        var cells = children(row);
        for (int column = 0; column < cells.size(); column++) {
            var cell = written.getRow(number).getCell(column);
            var taken = new boolean[1];
            cell.setWidth(100 / cells.size() + "%");
            blocks(cells.get(column), () -> {
                var first = !taken[0];
                taken[0] = true;
                return first ? cell.getParagraphs().getFirst() : cell.addParagraph();
            });
            var height = styles.height(cells.get(column));
            if (height > 0) {
                written.getRow(number).setHeight(height);
                written.getRow(number).setHeightRule(TableRowHeightRule.AT_LEAST);
            }
        }
    }

    private void foot(Element foot) {
        var paragraph = word.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        styles.paragraph(foot, paragraph);
        new WordText(paragraph, styles).write(foot);
        paragraph.getCTP().addNewFldSimple().setInstr("PAGE");
    }

    private static List<Element> children(Element parent) {
        var children = new ArrayList<Element>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static List<Element> elements(Element parent, String name) {
        var found = parent.getElementsByTagName(name);
        var elements = new ArrayList<Element>();
        for (int at = 0; at < found.getLength(); at++) {
            elements.add((Element) found.item(at));
        }
        return elements;
    }
}

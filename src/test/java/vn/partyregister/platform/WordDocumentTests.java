package vn.partyregister.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** The Word file follows the style sheet of the printed page. */
@NullUnmarked
class WordDocumentTests {
    private static XWPFDocument word(String body) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(WordDocument.of(
                "<html><head><title>Nghị quyết</title><link rel='stylesheet' type='text/css' href='print:document.css'/></head><body>"
                        + body + "</body></html>")));
    }

    @Test
    void aPageIsA4WithTheMarginsOfThePrintedOne() throws IOException {
        var section = word("<p>a</p>").getDocument().getBody().getSectPr();
        assertThat(section.getPgSz().getW().toString()).isEqualTo("11906");
        assertThat(section.getPgSz().getH().toString()).isEqualTo("16838");
        assertThat(section.getPgMar().getLeft().toString()).isEqualTo("1701"); // 30 mm
    }

    @Test
    void aTextKeepsItsWeightItsSizeAndItsPlace() throws IOException {
        var word = word("<h1>NGHỊ QUYẾT</h1><p class='made'>ngày  1 <b>tháng</b>\n 2</p>");
        var title = word.getParagraphArray(0);
        assertThat(title.getAlignment()).isEqualTo(ParagraphAlignment.CENTER);
        assertThat(title.getRuns().getFirst().isBold()).isTrue();
        assertThat(title.getRuns().getFirst().getFontSizeAsDouble()).isEqualTo(16);
        assertThat(title.getRuns().getFirst().getFontFamily()).isEqualTo("Times New Roman");
        var made = word.getParagraphArray(1);
        assertThat(made.getText()).isEqualTo("ngày 1 tháng 2");
        assertThat(made.getRuns()).allMatch(run -> run.isItalic()).anyMatch(run -> run.isBold());
    }

    @Test
    void aTableHasItsCellsAndAnOpenLineItsDots() throws IOException {
        var word = word(
                "<table class='signatures'><tr><td><p>Nơi nhận</p><p>- Lưu</p></td><td><p class='who'>T/M</p></td></tr></table>"
                        + "<div class='line'></div>");
        var row = word.getTables().getFirst().getRow(0);
        assertThat(row.getCell(0).getParagraphs()).extracting(p -> p.getText()).containsExactly("Nơi nhận", "- Lưu");
        assertThat(row.getCell(1).getText()).isEqualTo("T/M");
        assertThat(row.getHeight()).isPositive();
        assertThat(word.getParagraphs().getLast().getBorderBottom()).isEqualTo(Borders.DOTTED);
        assertThat(word.getProperties().getCoreProperties().getTitle()).isEqualTo("Nghị quyết");
    }

    @Test
    void theFootCountsThePages() throws IOException {
        var word = word(
                "<div class='foot'><span class='imprint'>In bởi ai</span><span class='page'>Trang </span></div><p>a</p>");
        assertThat(word.getFooterArray(0).getText()).contains("In bởi ai", "Trang");
        assertThat(word.getFooterArray(0).getParagraphArray(0).getCTP().getFldSimpleList())
                .hasSize(1);
    }

    @Test
    void whatEndsAPageIsFollowedByANewOne() throws IOException {
        var letter = "<table class='head'><tr><td><p>a</p></td></tr></table>";
        var word = word("<div class='sheet'>" + letter + "</div><div>" + letter + "</div>");
        assertThat(word.getBodyElements())
                .extracting(one -> one.getElementType().name())
                .as("without a paragraph between them Word makes one table of the two")
                .containsExactly("TABLE", "PARAGRAPH", "TABLE");
        assertThat(word.getParagraphs().getFirst().isPageBreak()).isTrue();
    }

    @Test
    void theNameOfThePartyStandsAboveALine() throws IOException {
        var word = word("<p class='party'>ĐẢNG CỘNG SẢN VIỆT NAM</p><div class='foot'>a</div><p>b</p>");
        assertThat(word.getParagraphArray(0).getBorderBottom()).isEqualTo(Borders.SINGLE);
        assertThat(word.getDocument().getBody().getDomNode().getLastChild().getLocalName())
                .as("Word reads what follows the section as broken")
                .isEqualTo("sectPr");
    }
}

package vn.partyregister.platform;

import com.openhtmltopdf.css.constants.CSSName;
import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.css.style.CalculatedStyle;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.w3c.dom.Element;

/** The styles that the style sheet gives to a page that was laid out, as Word writes them: in twentieths of a point. */
final class PaperStyles {
    /** What party papers ask for; as wide as the {@link PrintFace} of the printed page. */
    private static final String FACE = "Times New Roman";

    private static final int TWIPS = 20;

    private final PdfBoxRenderer renderer;
    private final CssContext context;

    PaperStyles(PdfBoxRenderer renderer) {
        this.renderer = renderer;
        this.context = renderer.getSharedContext().newLayoutContextInstance();
    }

    CalculatedStyle of(Element element) {
        return renderer.getSharedContext().getStyle(element);
    }

    /** Its size and margins. */
    void page(CTSectPr section) {
        var page = renderer.getRootBox().getLayer().getPages().getFirst();
        var size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(twips(page.getWidth(context))));
        size.setH(BigInteger.valueOf(twips(page.getHeight(context))));
        var margin = page.getMargin(context);
        var margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(twips(margin.top())));
        margins.setRight(BigInteger.valueOf(twips(margin.right())));
        margins.setBottom(BigInteger.valueOf(twips(margin.bottom())));
        margins.setLeft(BigInteger.valueOf(twips(margin.left())));
    }

    void paragraph(Element block, XWPFParagraph paragraph) {
        var style = of(block);
        var align = style.getIdent(CSSName.TEXT_ALIGN);
        paragraph.setAlignment(
                align == IdentValue.CENTER
                        ? ParagraphAlignment.CENTER
                        : align == IdentValue.RIGHT
                                ? ParagraphAlignment.RIGHT
                                : align == IdentValue.JUSTIFY ? ParagraphAlignment.BOTH : ParagraphAlignment.LEFT);
        paragraph.setSpacingBefore(length(style, CSSName.MARGIN_TOP));
        paragraph.setSpacingAfter(length(style, CSSName.MARGIN_BOTTOM));
        paragraph.setIndentationFirstLine(length(style, CSSName.TEXT_INDENT));
        var height = height(block);
        if (height > 0) {
            paragraph.setSpacingBetween(height / (double) TWIPS, LineSpacingRule.EXACT);
        }
    }

    void run(Element element, XWPFRun run) {
        var font = of(element).getFont(context);
        run.setFontFamily(FACE);
        run.setFontSize((double) Math.round(font.size / renderer.getDotsPerPoint() * 2) / 2);
        run.setBold(font.fontWeight == IdentValue.BOLD || font.fontWeight == IdentValue.FONT_WEIGHT_700);
        run.setItalic(font.fontStyle == IdentValue.ITALIC);
    }

    /** A line to be written on by hand, or a rule below a text. */
    boolean isUnderlined(Element element) {
        return of(element).getBorder(context).bottom() > 0;
    }

    boolean endsPage(Element block) {
        return of(block).isIdent(CSSName.PAGE_BREAK_AFTER, IdentValue.ALWAYS);
    }

    /** Begins a page, and keeps the table above it from becoming one with the table below it: no higher than Word allows. */
    void newPage(XWPFParagraph paragraph) {
        paragraph.setPageBreak(true);
        paragraph.setSpacingAfter(0);
        paragraph.setSpacingBetween(1, LineSpacingRule.EXACT);
    }

    /** Whether the cells of a table have borders. */
    boolean isFramed(Element table) {
        return table.getElementsByTagName("td").item(0) instanceof Element cell
                && of(cell).getBorder(context).top() > 0;
    }

    /** Zero where it follows from what is in it. */
    int height(Element element) {
        var style = of(element);
        return style.isLength(CSSName.HEIGHT) ? length(style, CSSName.HEIGHT) : 0;
    }

    private int length(CalculatedStyle style, CSSName name) {
        return style.isLengthOrNumber(name) ? twips(style.getFloatPropertyProportionalWidth(name, 0, context)) : 0;
    }

    private int twips(float dots) {
        return Math.round(dots / renderer.getDotsPerPoint() * TWIPS);
    }
}

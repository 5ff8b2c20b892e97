package vn.partyregister.platform;

import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** The words of one paragraph of a Word file, each run in its style; white space is folded as a browser folds it. */
final class WordText {
    private final XWPFParagraph paragraph;
    private final PaperStyles styles;
    private boolean afterSpace = true;

    WordText(XWPFParagraph paragraph, PaperStyles styles) {
        this.paragraph = paragraph;
        this.styles = styles;
    }

    void write(Element element) {
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            switch (node) {
                case Text text -> run(element, text.getData());
                case Element child -> write(child);
                default -> {}
            }
        }
    }

    private void run(Element element, String text) {
        var folded = text.replaceAll("[ \\t\\r\\n]+", " ");
        var shown = afterSpace && folded.startsWith(" ") ? folded.substring(1) : folded;
        if (!shown.isEmpty()) {
            var run = paragraph.createRun();
            styles.run(element, run);
            run.setText(shown);
            afterSpace = shown.endsWith(" ");
        }
    }
}

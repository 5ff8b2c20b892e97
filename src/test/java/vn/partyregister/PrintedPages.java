package vn.partyregister;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.contentstream.operator.state.SetMatrix;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.NullMarked;

/** A PDF as its reader finds it: the text of its pages, and where on the paper each piece of it stands. */
@NullMarked
public final class PrintedPages {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "prints");

    private final List<String> texts = new ArrayList<>();
    private final List<String> placed = new ArrayList<>();
    private final List<Picture> pictures = new ArrayList<>();

    private PrintedPages(PDDocument document) throws IOException {
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
            var size = document.getPage(page - 1).getMediaBox();
            placed.add("page %d, %.0f x %.0f".formatted(page, size.getWidth(), size.getHeight()));
            everyFontComesAlong(document.getPage(page - 1).getResources());
            var before = pictures.size();
            new PictureFinder(page).processPage(document.getPage(page - 1));
            pictures.subList(before, pictures.size()).forEach(picture -> placed.add(picture.toString()));
            texts.add(read(document, page));
        }
    }

    public static PrintedPages of(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PrintedPages(document);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void everyFontComesAlong(PDResources resources) throws IOException {
        for (var name : resources.getFontNames()) {
            var font = resources.getFont(name);
            Assertions.assertThat(font.isEmbedded()).as(font.getName()).isTrue();
        }
        for (var name : resources.getXObjectNames()) {
            if (resources.getXObject(name) instanceof PDFormXObject form && form.getResources() != null) {
                everyFontComesAlong(form.getResources());
            }
        }
    }

    /** The text of each page, composed. */
    public List<String> texts() {
        return List.copyOf(texts);
    }

    /** The pictures, in the order in which they are painted. */
    public List<Picture> pictures() {
        return List.copyOf(pictures);
    }

    /** All of it on one line. */
    public String words() {
        return String.join(" ", texts).replaceAll("\\s+", " ").strip();
    }

    /**
     * Compares with the committed page, piece by piece and point by point; with -Dgolden.write=true it is written
     * instead. The fonts are embedded, so that every machine lays the page out alike.
     *
     * @param changing what is different in each run, as a pattern
     */
    public void areThoseOf(String golden, String changing) throws IOException {
        var found = String.join("\n", placed).replaceAll(changing, "…") + "\n";
        var file = committed(golden);
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, found);
        }
        Assertions.assertThat(found)
                .as("%s: -Dgolden.write=true writes it anew; look at the page before", file)
                .isEqualTo(Files.readString(file));
    }

    /** Where a committed page stands. */
    public static Path committed(String golden) {
        return GOLDEN.resolve(golden + ".txt");
    }

    private String read(PDDocument document, int page) throws IOException {
        var stripper = new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> positions) throws IOException {
                var first = positions.getFirst();
                placed.add("%.0f %.0f %s".formatted(first.getXDirAdj(), first.getYDirAdj(), text));
                super.writeString(text, positions);
            }
        };
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return Normalizer.normalize(stripper.getText(document), Normalizer.Form.NFC);
    }

    /** A picture on the paper, in points from its lower left corner. */
    public record Picture(int page, float x, float y, float width, float height) {
        @Override
        public String toString() {
            return "%.0f %.0f picture, %.0f x %.0f".formatted(x, y, width, height);
        }
    }

    private final class PictureFinder extends PDFStreamEngine {
        private final int page;

        PictureFinder(int page) {
            this.page = page;
            addOperator(new Concatenate(this));
            addOperator(new Save(this));
            addOperator(new Restore(this));
            addOperator(new SetMatrix(this));
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            super.processOperator(operator, operands);
            if (operator.getName().equals(OperatorName.DRAW_OBJECT)
                    && operands.getFirst() instanceof COSName name
                    && getResources().isImageXObject(name)) {
                var place = getGraphicsState().getCurrentTransformationMatrix();
                pictures.add(new Picture(
                        page,
                        place.getTranslateX(),
                        place.getTranslateY(),
                        place.getScalingFactorX(),
                        place.getScalingFactorY()));
            }
        }
    }
}

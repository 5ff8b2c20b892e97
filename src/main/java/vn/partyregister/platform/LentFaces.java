package vn.partyregister.platform;

import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The faces of a document from a template. Parsing them, and looking for ligatures in each word, took more than half of
 * the time of a short document: parsed faces are kept, and lent to one document at a time, because a parsed font goes on
 * reading while it is used; ligatures are left alone.
 */
final class LentFaces implements AutoCloseable {
    private static final Queue<Map<PrintFace, TrueTypeFont>> FREE = new ConcurrentLinkedQueue<>();

    private final Map<PrintFace, TrueTypeFont> faces;

    private LentFaces(Map<PrintFace, TrueTypeFont> faces) {
        this.faces = faces;
    }

    static LentFaces lend() throws IOException {
        var free = FREE.poll();
        return new LentFaces(free == null ? parse() : free);
    }

    private static Map<PrintFace, TrueTypeFont> parse() throws IOException {
        var faces = new EnumMap<PrintFace, TrueTypeFont>(PrintFace.class);
        for (var face : PrintFace.values()) {
            try (var file = face.open()) {
                var font = new TTFParser(true).parse(new RandomAccessReadBuffer(file));
                font.setEnableGsub(false); // ligatures: each composed Vietnamese letter is one glyph without them
                faces.put(face, font);
            }
        }
        return faces;
    }

    /** A face in a document, which embeds the letters that it uses. */
    PDFontSupplier in(PDDocument document, PrintFace face) throws IOException {
        return new PDFontSupplier(PDType0Font.load(document, Objects.requireNonNull(faces.get(face)), true));
    }

    @Override
    public void close() {
        FREE.add(faces);
    }
}

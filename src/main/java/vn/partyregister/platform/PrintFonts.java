package vn.partyregister.platform;

import com.lowagie.text.Font;
import com.lowagie.text.pdf.BaseFont;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The faces of one document: an embedded font collects the letters that are used, so that none serves two documents. */
final class PrintFonts {
    private final Map<PrintFace, BaseFont> faces = new EnumMap<>(PrintFace.class);

    PrintFonts() {
        for (var face : PrintFace.values()) {
            faces.put(face, face.embedded());
        }
    }

    BaseFont face(PrintFace face) {
        return Objects.requireNonNull(faces.get(face));
    }

    Font at(PrintFace face, float size) {
        return new Font(face(face), size);
    }
}

package vn.partyregister.dossier;

import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Refusal.NotReadable;

/**
 * Looks through every object of a PDF for what does something when it is opened: a scan is pages, nothing else. The names
 * are those of ISO 32000, chapter 12.6 (actions) and 7.11 (embedded files).
 */
final class PdfActions {
    private static final String SCRIPTED = "dossier.refused.scripted";
    private static final String LAUNCHES = "dossier.refused.launches";
    private static final String CARRIES_FILES = "dossier.refused.carries-files";

    /** Keys of a dictionary that nothing good stands behind. */
    private static final Map<String, String> KEYS = Map.of(
            "JS", SCRIPTED,
            "JavaScript", SCRIPTED,
            "XFA", SCRIPTED,
            "EmbeddedFiles", CARRIES_FILES,
            "EF", CARRIES_FILES);

    /** Kinds of action ({@code S}) or of annotation ({@code Subtype}). */
    private static final Map<String, String> KINDS = Map.of(
            "JavaScript", SCRIPTED,
            "Rendition", SCRIPTED,
            "Launch", LAUNCHES,
            "ImportData", LAUNCHES,
            "SubmitForm", LAUNCHES,
            "GoToE", CARRIES_FILES,
            "FileAttachment", CARRIES_FILES,
            "RichMedia", CARRIES_FILES);

    private PdfActions() {}

    /** All objects of the file, also those that no page leads to. */
    static void refuseAny(COSDocument document) {
        PdfObjects.forEach(document, PdfActions::inspect);
    }

    private static void inspect(COSDictionary dictionary) {
        dictionary.keySet().forEach(key -> refuse(KEYS.get(key.getName())));
        refuse(kind(dictionary, COSName.S));
        refuse(kind(dictionary, COSName.SUBTYPE));
    }

    private static @Nullable String kind(COSDictionary dictionary, COSName key) {
        return dictionary.getDictionaryObject(key) instanceof COSName name ? KINDS.get(name.getName()) : null;
    }

    private static void refuse(@Nullable String reason) {
        if (reason != null) {
            throw new NotReadable(reason);
        }
    }
}

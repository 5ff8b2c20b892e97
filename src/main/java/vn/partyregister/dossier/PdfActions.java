package vn.partyregister.dossier;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
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

    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<COSBase> open = new ArrayDeque<>();

    private PdfActions() {}

    /** All objects of the file, also those that no page leads to. */
    static void refuseAny(COSDocument document) {
        var search = new PdfActions();
        search.enqueue(document.getTrailer());
        document.getXrefTable().keySet().forEach(key -> search.enqueue(document.getObjectFromPool(key)));
        search.refuseAny();
    }

    private void refuseAny() {
        while (!open.isEmpty()) {
            switch (open.pop()) {
                case COSObject reference -> enqueue(reference.getObject());
                case COSArray array -> array.forEach(this::enqueue);
                case COSDictionary dictionary -> inspect(dictionary);
                default -> {}
            }
        }
    }

    private void enqueue(@Nullable COSBase object) {
        if (object != null && seen.add(object)) {
            open.push(object);
        }
    }

    private void inspect(COSDictionary dictionary) {
        dictionary.keySet().forEach(key -> refuse(KEYS.get(key.getName())));
        refuse(kind(dictionary, COSName.S));
        refuse(kind(dictionary, COSName.SUBTYPE));
        dictionary.getValues().forEach(this::enqueue);
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

package vn.partyregister.dossier;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSObject;
import org.jspecify.annotations.Nullable;

/** Walks through every object of a PDF, once each, without going deeper than the file is large. */
final class PdfObjects {
    private final Consumer<COSDictionary> visitor;
    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<COSBase> open = new ArrayDeque<>();

    private PdfObjects(Consumer<COSDictionary> visitor) {
        this.visitor = visitor;
    }

    /**
     * All dictionaries, also those that no page leads to.
     *
     * @param visitor sees a dictionary before what hangs on it: what it takes away is not walked through from there
     */
    static void forEach(COSDocument document, Consumer<COSDictionary> visitor) {
        var walk = new PdfObjects(visitor);
        walk.enqueue(document.getTrailer());
        document.getXrefTable().keySet().forEach(key -> walk.enqueue(document.getObjectFromPool(key)));
        walk.go();
    }

    private void go() {
        while (!open.isEmpty()) {
            switch (open.pop()) {
                case COSObject reference -> enqueue(reference.getObject());
                case COSArray array -> array.forEach(this::enqueue);
                case COSDictionary dictionary -> {
                    visitor.accept(dictionary);
                    dictionary.getValues().forEach(this::enqueue);
                }
                default -> {}
            }
        }
    }

    private void enqueue(@Nullable COSBase object) {
        if (object != null && seen.add(object)) {
            open.push(object);
        }
    }
}

package vn.partyregister.exchange;

import com.fasterxml.aalto.stax.OutputFactoryImpl;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;

/**
 * A workbook too large for memory: copied part by part, deflated as it is; only the sheet, its relations, the styles
 * and the list of contents are rewritten.
 */
final class PackageAnnotation {
    static final XMLOutputFactory XML = new OutputFactoryImpl();
    private static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";

    private final AnnotatedWorkbook annotated;
    private final String sheet;
    private final WorkbookPackage parts;
    private final @Nullable String stylesPart;
    private final MarkedStyles styles;
    private final SheetComments comments;

    PackageAnnotation(AnnotatedWorkbook annotated, XlsxFile file, byte[] bytes) {
        this.annotated = annotated;
        sheet = file.part();
        parts = WorkbookPackage.open(bytes);
        stylesPart = parts.related(XlsxFile.workbookOf(parts), "styles").orElse(null);
        styles = new MarkedStyles(parts, stylesPart);
        comments = new SheetComments(parts, sheet);
    }

    void write(OutputStream out) throws IOException {
        var relations = relationsPart(sheet);
        var rewritten = Set.of(sheet, relations, WorkbookPackage.CONTENT_TYPES, stylesPart == null ? "" : stylesPart);
        var zip = new ZipArchiveOutputStream(out);
        zip.setUseZip64(Zip64Mode.AsNeeded);
        for (var part : parts.parts()) {
            if (!rewritten.contains(part.getName())) {
                zip.addRawArchiveEntry(part, parts.raw(part));
            }
        }
        put(zip, sheet, this::writeSheet);
        if (stylesPart != null) {
            put(zip, stylesPart, to -> SmallParts.write(styles.withMarks(), to));
        }
        if (!comments.isEmpty()) {
            put(zip, SheetComments.TEXTS, comments::writeTexts);
            put(zip, SheetComments.DRAWING, comments::writeDrawing);
        }
        put(zip, relations, to -> SmallParts.write(comments.related(relationsOf(relations)), to));
        put(
                zip,
                WorkbookPackage.CONTENT_TYPES,
                to -> SmallParts.write(comments.listed(SmallParts.document(parts, WorkbookPackage.CONTENT_TYPES)), to));
        zip.finish();
        parts.close();
    }

    private static String relationsPart(String part) {
        var slash = part.lastIndexOf('/') + 1;
        return part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
    }

    private static void put(ZipArchiveOutputStream zip, String part, Consumer<OutputStream> write) throws IOException {
        zip.putArchiveEntry(new ZipArchiveEntry(part));
        write.accept(new FilterOutputStream(zip) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                zip.write(bytes, from, length);
            }

            @Override
            public void close() {
                // the part ends, the package goes on
            }
        });
        zip.closeArchiveEntry();
    }

    private void writeSheet(OutputStream to) {
        try (var xml = parts.xml(sheet)) {
            var out = XML.createXMLStreamWriter(to, "UTF-8");
            out.writeStartDocument("UTF-8", "1.0");
            new SheetCopy(annotated, styles, comments, xml, out).copy();
            out.writeEndDocument();
            out.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private Document relationsOf(String part) {
        return parts.has(part) ? SmallParts.document(parts, part) : SmallParts.empty(RELATIONS, "Relationships");
    }
}

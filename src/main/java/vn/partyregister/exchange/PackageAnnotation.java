package vn.partyregister.exchange;

import com.fasterxml.aalto.stax.OutputFactoryImpl;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
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
 * A workbook copied part by part, deflated as it is, so that it fits into memory whatever its size and everything that
 * nobody here understands stays; only the sheet, its relations and comments, the styles and the list of contents are
 * rewritten.
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
        try (parts) {
            var zip = new ZipArchiveOutputStream(out);
            zip.setUseZip64(Zip64Mode.AsNeeded);
            put(zip, sheet, this::writeSheet);
            var rewritten = new LinkedHashMap<String, Document>();
            comments.written().forEach(part -> rewritten.put(part.part(), part.content()));
            var written = Set.copyOf(rewritten.keySet());
            var relations = relationsPart(sheet);
            rewritten.put(relations, comments.related(relationsOf(relations), written));
            rewritten.put(
                    WorkbookPackage.CONTENT_TYPES,
                    comments.listed(SmallParts.document(parts, WorkbookPackage.CONTENT_TYPES), written));
            if (stylesPart != null) {
                rewritten.put(stylesPart, styles.withTwins());
            }
            for (var part : rewritten.entrySet()) {
                put(zip, part.getKey(), to -> SmallParts.write(part.getValue(), to));
            }
            for (var part : parts.parts()) {
                if (!part.getName().equals(sheet) && !rewritten.containsKey(part.getName())) {
                    zip.addRawArchiveEntry(part, parts.raw(part));
                }
            }
            zip.finish();
        }
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

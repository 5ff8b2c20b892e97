package vn.partyregister.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Refusal;

/**
 * The parts of an XLSX file, none of which is trusted: what inflates without end is refused, so are document types and
 * entities; nothing outside the file is ever opened.
 */
final class WorkbookPackage implements AutoCloseable {
    static final String CONTENT_TYPES = "[Content_Types].xml";

    private static final int MOST_PARTS = 5_000;
    private static final long LARGEST = 1L << 30;
    /** A sheet of many equal cells deflates to a hundredth at most. */
    private static final int STRONGEST_RATIO = 200;

    private static final long FREE_OF_RATIO = 4L << 20;

    private final ZipFile zip;

    private WorkbookPackage(ZipFile zip) {
        this.zip = zip;
    }

    /** Opens a package and refuses what has no business in a workbook. */
    static WorkbookPackage open(byte[] file) {
        try {
            var opened = new WorkbookPackage(ZipFile.builder()
                    .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                    .get());
            opened.check();
            return opened;
        } catch (IOException _) {
            throw broken();
        }
    }

    private void check() {
        var parts = Collections.list(zip.getEntries());
        if (parts.size() > MOST_PARTS) {
            throw bomb();
        }
        var size = 0L;
        for (var part : parts) {
            size += Math.max(0, part.getSize());
            if (part.getGeneralPurposeBit().usesEncryption()) {
                throw new Refusal.NotReadable("import.refused.password");
            }
            if (part.getName().toLowerCase(Locale.ROOT).endsWith("vbaproject.bin")) {
                throw new Refusal.NotReadable("import.refused.macro");
            }
        }
        if (size > LARGEST) {
            throw bomb();
        }
        if (zip.getEntry(CONTENT_TYPES) == null) {
            throw new Refusal.NotReadable("import.refused.other-type", "ZIP");
        }
    }

    static Refusal broken() {
        return new Refusal.NotReadable("import.refused.broken");
    }

    static Refusal bomb() {
        return new Refusal.NotReadable("import.refused.bomb");
    }

    /** Reads what may be damaged: the libraries throw what comes to hand there. */
    static <T extends @Nullable Object> T undamaged(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Refusal refusal) {
            throw refusal;
        } catch (RuntimeException _) {
            throw broken();
        }
    }

    boolean has(String part) {
        return zip.getEntry(part) != null;
    }

    List<ZipArchiveEntry> parts() {
        return Collections.list(zip.getEntries());
    }

    /** A part as it is stored, deflated. */
    InputStream raw(ZipArchiveEntry part) throws IOException {
        return zip.getRawInputStream(part);
    }

    /** A part, inflated under watch. */
    InputStream open(String part) {
        var entry = zip.getEntry(part);
        if (entry == null) {
            throw broken();
        }
        try {
            return new Watched(zip.getInputStream(entry), Math.max(1, entry.getCompressedSize()));
        } catch (IOException _) {
            throw broken();
        }
    }

    PartXml xml(String part) {
        return new PartXml(open(part));
    }

    /** The relations of a part: id to type and target, targets outside the file left out. */
    Map<String, Relation> relations(String part) {
        var slash = part.lastIndexOf('/') + 1;
        var folder = part.substring(0, slash);
        var name = folder + "_rels/" + part.substring(slash) + ".rels";
        var relations = new HashMap<String, Relation>();
        if (!has(name)) {
            return relations;
        }
        try (var xml = xml(name)) {
            while (xml.toElement("Relationship")) {
                var target = xml.attribute("Target");
                if (!"External".equals(xml.attribute("TargetMode")) && target != null) {
                    relations.put(
                            String.valueOf(xml.attribute("Id")),
                            new Relation(String.valueOf(xml.attribute("Type")), resolved(folder, target)));
                }
            }
        }
        return relations;
    }

    /** The part that a relation of this type (its last word) leads to. */
    Optional<String> related(String part, String type) {
        return relations(part).values().stream()
                .filter(relation -> relation.type().endsWith("/" + type))
                .map(Relation::target)
                .filter(this::has)
                .findFirst();
    }

    private static String resolved(String folder, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        var base = folder;
        var rest = target;
        while (rest.startsWith("../") && !base.isEmpty()) {
            rest = rest.substring(3);
            base = base.substring(0, base.lastIndexOf('/', base.length() - 2) + 1);
        }
        return base + rest;
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a part refers to. */
    record Relation(String type, String target) {}

    /** Counts what comes out and stops what comes without end. */
    private static final class Watched extends FilterInputStream {
        private final long stored;
        private long inflated;

        Watched(InputStream in, long stored) {
            super(in);
            this.stored = stored;
        }

        @Override
        public int read() throws IOException {
            var one = super.read();
            if (one >= 0) {
                count(1);
            }
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            try {
                var read = super.read(bytes, from, length);
                count(Math.max(0, read));
                return read;
            } catch (ZipException _) {
                throw broken();
            }
        }

        private void count(int more) {
            inflated += more;
            if (inflated > LARGEST || inflated > FREE_OF_RATIO && inflated / stored > STRONGEST_RATIO) {
                throw bomb();
            }
        }
    }
}

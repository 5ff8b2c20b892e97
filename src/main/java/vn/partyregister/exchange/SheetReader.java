package vn.partyregister.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Refusal;

/** Takes in what people send: finds out what it is, whatever its name says, and refuses whole what is no table. */
final class SheetReader {
    private static final int LOOKED_AT = 1_024;
    private static final Pattern HTML =
            Pattern.compile("\\s*<(?:!doctype\\s+html|html|head|table|meta)\\b.*", Pattern.DOTALL);
    private static final Pattern XML = Pattern.compile("\\s*<\\?xml\\b.*", Pattern.DOTALL);
    private static final Pattern WORKBOOK_NAME = Pattern.compile(".*\\.(?:xls|xlsx|xlsm|xlsb|ods)", Pattern.DOTALL);

    /** How files of other types start. */
    private static final Map<String, String> OTHER_TYPES = Map.of(
            "%PDF",
            "PDF",
            "MZ",
            "EXE",
            "\u007fELF",
            "EXE",
            "\u0089PNG",
            "PNG",
            "\u00ff\u00d8\u00ff",
            "JPEG",
            "GIF8",
            "GIF",
            "Rar!",
            "RAR",
            "7z\u00bc\u00af",
            "7Z",
            "\u001f\u008b",
            "GZIP",
            "{\\rtf",
            "RTF");

    private SheetReader() {}

    /** Opens a file at its first sheet that has rows. */
    static SheetFile open(byte[] file, String name, @Nullable String encoding) {
        return open(file, name, encoding, null);
    }

    /**
     * Opens a file.
     *
     * @param name as the browser sent it; only its ending counts, and only against the file
     * @param encoding chosen by the user, null to guess
     * @param sheet the name of a sheet that has rows; the first that has some where it is null or there is none such
     */
    static SheetFile open(byte[] file, String name, @Nullable String encoding, @Nullable String sheet) {
        if (file.length == 0) {
            throw new Refusal.NotReadable("import.refused.empty");
        }
        if (file.length > Limits.LARGEST_FILE) {
            throw new Refusal.NotReadable("import.refused.too-large", Limits.LARGEST_FILE >> 20);
        }
        var chosen = encoding == null ? null : TextEncoding.of(encoding).orElse(null);
        if (CsvGuess.startsWith(file, 'P', 'K', 3, 4)) {
            return WorkbookPackage.undamaged(() -> new XlsxFile(file, ofWorkbook(chosen), sheet));
        }
        if (CsvGuess.startsWith(file, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)) {
            return WorkbookPackage.undamaged(() -> new XlsFile(file, ofWorkbook(chosen), sheet));
        }
        refuseOtherTypes(file, name.strip().toLowerCase(Locale.ROOT));
        return new CsvFile(file, chosen == TextEncoding.UNICODE ? null : chosen);
    }

    private static @Nullable TextEncoding ofWorkbook(@Nullable TextEncoding chosen) {
        return chosen != null && TextEncoding.ofWorkbooks().contains(chosen) ? chosen : null;
    }

    private static void refuseOtherTypes(byte[] file, String name) {
        var start = new String(file, 0, Math.min(file.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        OTHER_TYPES.forEach((signature, type) -> {
            if (start.startsWith(signature)) {
                throw new Refusal.NotReadable("import.refused.other-type", type);
            }
        });
        var text = start.replace("ï»¿", "").replace("\0", "").toLowerCase(Locale.ROOT);
        if (HTML.matcher(text).matches()) {
            throw new Refusal.NotReadable("import.refused.other-type", "HTML");
        }
        if (XML.matcher(text).matches()) {
            throw new Refusal.NotReadable("import.refused.other-type", "XML");
        }
        if (WORKBOOK_NAME.matcher(name).matches()) {
            throw new Refusal.NotReadable("import.refused.not-a-workbook");
        }
    }
}

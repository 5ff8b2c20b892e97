package vn.partyregister.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Refusal;

/** The texts that the cells of a workbook share, and how a text is written in its XML. */
final class SharedTexts {
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final int MOST_TEXT = 64 << 20;

    private final List<Written> texts;

    /** @param font null where it is that of the cell */
    record Written(String text, @Nullable String font) {}

    private SharedTexts(List<Written> texts) {
        this.texts = texts;
    }

    static SharedTexts of(WorkbookPackage parts, Optional<String> part) {
        return new SharedTexts(part.map(found -> read(parts, found)).orElse(List.of()));
    }

    Written at(String index) {
        try {
            return texts.get(Integer.parseInt(index.strip()));
        } catch (NumberFormatException | IndexOutOfBoundsException _) {
            throw WorkbookPackage.broken();
        }
    }

    private static List<Written> read(WorkbookPackage parts, String part) {
        var shared = new ArrayList<Written>();
        var size = 0L;
        try (var xml = parts.xml(part)) {
            while (xml.toElement("si")) {
                var text = rich(xml, "si");
                size += text.text().length();
                if (size > MOST_TEXT) {
                    throw new Refusal.NotReadable("import.refused.bomb");
                }
                shared.add(text);
            }
        }
        return shared;
    }

    /** A text that may change its font on the way: all of it, and its first font; readings beside it left out. */
    static Written rich(PartXml xml, String element) {
        var text = new StringBuilder();
        String font = null;
        while (true) {
            var event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.reader().getLocalName()) {
                    case "t" -> text.append(xml.text());
                    case "rFont" -> font = font == null ? xml.attribute("val") : font;
                    case "rPh" -> xml.text();
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.reader().getLocalName().equals(element)) {
                if (text.length() > Limits.LONGEST_CELL) {
                    throw WorkbookPackage.broken();
                }
                return new Written(unescaped(text.toString()), font);
            }
        }
    }

    static String unescaped(String text) {
        return text.contains("_x")
                ? ESCAPED.matcher(text)
                        .replaceAll(found ->
                                Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))))
                : text;
    }
}

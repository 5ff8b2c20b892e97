package vn.partyregister.exchange;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import vn.partyregister.platform.FormulaGuard;
import vn.partyregister.platform.VietnameseText;

/** Reads one cell as its column means it: as meant where that is certain, refused where it is not. */
final class CellReader {
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_KNOWN = 4_000;

    private static final Pattern CONTROLS =
            Pattern.compile("[\\p{Cc}&&[^\\t\\n\\r]]|[\\uD800-\\uDFFF&&[^\\x{10000}-\\x{10FFFF}]]");
    private static final Pattern STARRED = Pattern.compile("\\*+[\\p{L}\\d]{0,4}");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    private static final Set<String> YES = Set.of("x", "co", "yes", "true", "1", "dung", "v", "y");
    private static final Set<String> NO = Set.of("khong", "no", "false", "0", "sai", "n");

    private final Codes codes;
    private final Map<Column, Map<String, Reading>> known = new IdentityHashMap<>();

    CellReader(Codes codes) {
        this.codes = codes;
    }

    /** Reads a cell; not given where it is empty, blank or masked. */
    Reading read(Cell cell, Column column) {
        return switch (cell.kind()) {
            case EMPTY -> Reading.NOT_GIVEN;
            case FORMULA -> Reading.rejected("exchange.cell.formula");
            case ERROR -> Reading.rejected("exchange.cell.error");
            case DATE -> DayReader.ofDate(cell.text(), column);
            case NUMBER -> ofNumber(cell.text(), column);
            case TEXT, BOOLEAN ->
                holdsTheSameAgain(column) && cell.stored() == null ? known(cell, column) : ofText(cell, column);
        };
    }

    /** A place, a day or a code stands in thousands of rows; names and numbers hardly do. */
    private static boolean holdsTheSameAgain(Column column) {
        return switch (column.form()) {
            case TEXT, DATE, PARTIAL_DATE, CODE, YES_NO -> true;
            case NAME, NUMBER, SECRET_NUMBER -> false;
        };
    }

    private Reading known(Cell cell, Column column) {
        var read = known.computeIfAbsent(column, _ -> new HashMap<>());
        var before = read.get(cell.text());
        if (before != null) {
            return before;
        }
        var reading = ofText(cell, column);
        if (read.size() < MOST_KNOWN) {
            read.put(cell.text(), reading);
        }
        return reading;
    }

    private Reading ofText(Cell cell, Column column) {
        var findings = new ArrayList<Finding>();
        if (cell.stored() != null) {
            findings.add(Finding.repaired("exchange.cell.old-letters"));
        }
        var text = cleaned(cell.text(), findings);
        if (text.isEmpty() || isMasked(text)) {
            return Reading.NOT_GIVEN;
        }
        return meant(text, column).after(findings);
    }

    private static boolean isMasked(String text) {
        return text.indexOf('•') >= 0 || STARRED.matcher(text).matches();
    }

    private Reading meant(String text, Column column) {
        return switch (column.form()) {
            case TEXT -> words(text, LONGEST_TEXT);
            case NAME -> words(text, LONGEST_NAME);
            case DATE -> DayReader.day(text);
            case PARTIAL_DATE -> DayReader.partial(text);
            case CODE -> code(text, column);
            case NUMBER, SECRET_NUMBER -> NumberReader.number(text, column);
            case YES_NO -> yesOrNo(text);
        };
    }

    /** Composed, without control characters and stray spaces, our own neutralising undone. */
    private static String cleaned(String raw, List<Finding> findings) {
        var text = FormulaGuard.unguard(raw);
        var plain = mayHoldControls(text) ? CONTROLS.matcher(text).replaceAll("") : text;
        if (!plain.equals(text)) {
            findings.add(Finding.repaired("exchange.cell.control"));
        }
        var composed = Normalizer.normalize(plain, Normalizer.Form.NFC);
        if (!composed.equals(plain)) {
            findings.add(Finding.repaired("exchange.cell.decomposed"));
        }
        var tidy = VietnameseText.tidy(composed);
        if (!tidy.equals(composed) && !tidy.isEmpty()) {
            findings.add(Finding.repaired("exchange.cell.spaces"));
        }
        return tidy;
    }

    /** Spares nearly every cell the expression. */
    private static boolean mayHoldControls(String text) {
        for (var at = 0; at < text.length(); at++) {
            if (Character.isISOControl(text.charAt(at)) || Character.isSurrogate(text.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    private static Reading words(String text, int longest) {
        if (text.codePointCount(0, text.length()) > longest) {
            return Reading.rejected("exchange.cell.too-long", longest);
        }
        var placed = TonePosition.placed(text);
        return placed.equals(text) ? Reading.of(text) : Reading.of(placed).repaired("exchange.cell.tone", placed);
    }

    private Reading code(String text, Column column) {
        return codes.match(Objects.requireNonNull(column.list()), text)
                .map(Reading::of)
                .orElseGet(() -> Reading.rejected("exchange.cell.unknown-code"));
    }

    private static Reading yesOrNo(String text) {
        var folded = NOT_WORD.matcher(VietnameseText.folded(text)).replaceAll("");
        if (YES.contains(folded)) {
            return Reading.of("true");
        }
        return NO.contains(folded) ? Reading.of("false") : Reading.rejected("exchange.cell.not-yes-or-no");
    }

    private Reading ofNumber(String stored, Column column) {
        var exact = NumberReader.exact(stored);
        if (exact.isEmpty()) {
            return Reading.rejected("exchange.cell.error");
        }
        var number = exact.get();
        return switch (column.form()) {
            case NUMBER, SECRET_NUMBER -> NumberReader.digits(number, column);
            case DATE ->
                NumberReader.isWhole(number) ? DayReader.serial(number) : Reading.rejected("exchange.cell.not-a-date");
            case PARTIAL_DATE ->
                DayReader.isYear(number) ? Reading.of(number.toBigInteger().toString()) : DayReader.serial(number);
            case TEXT, NAME, CODE, YES_NO -> meant(number.toPlainString(), column);
        };
    }
}

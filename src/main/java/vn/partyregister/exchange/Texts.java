package vn.partyregister.exchange;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the texts of a workbook are read. Where nobody chose, each cell is read as its font says, and cells in other
 * fonts as most of the file looks; a cell that makes better Vietnamese as it stands is left so.
 */
record Texts(TextEncoding encoding, boolean chosen) {
    static final Texts AS_THEY_STAND = new Texts(TextEncoding.UNICODE, true);

    private static final int LOOKED_AT = 500;
    /** Syllables it takes to believe letters that no font confirms. */
    private static final int CONVINCING = 3;

    static Texts of(@Nullable TextEncoding chosen, Stream<SheetRow> rows) {
        if (chosen != null) {
            return new Texts(chosen, true);
        }
        var byFont = new EnumMap<TextEncoding, Integer>(TextEncoding.class);
        var others = new StringBuilder();
        try (rows) {
            rows.limit(LOOKED_AT).flatMap(row -> row.cells().stream()).forEach(cell -> {
                if (cell.kind() == Cell.Kind.TEXT && OldLetters.mayBeOld(cell.text())) {
                    var encoding = OldLetters.ofFont(cell.font());
                    if (encoding == null) {
                        others.append(cell.text()).append('\n');
                    } else {
                        byFont.merge(encoding, 1, Integer::sum);
                    }
                }
            });
        }
        var looks = likeliest(others.toString(), TextEncoding.UNICODE, TextEncoding.TCVN3, TextEncoding.VNI);
        if (looks.isOld()) {
            return new Texts(looks, false);
        }
        return byFont.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> new Texts(most.getKey(), false))
                .orElse(new Texts(TextEncoding.UNICODE, false));
    }

    /** The encoding in which a text makes the most Vietnamese; the first unless another is clearly better. */
    static TextEncoding likeliest(String text, TextEncoding first, TextEncoding... others) {
        var likeliest = first;
        var most = Math.max(LetterStatistics.score(OldLetters.read(text, first, null)), 0) + CONVINCING - 1;
        for (var other : others) {
            var score = LetterStatistics.score(OldLetters.read(text, other, null));
            if (score > most) {
                most = score;
                likeliest = other;
            }
        }
        return likeliest;
    }

    Cell cell(String stored, @Nullable String font) {
        if (stored.isEmpty()) {
            return Cell.EMPTY;
        }
        var text = text(stored, font);
        return new Cell(Cell.Kind.TEXT, text, text.equals(stored) ? null : stored, font);
    }

    private String text(String stored, @Nullable String font) {
        if (chosen) {
            return OldLetters.read(stored, encoding, font);
        }
        var fontSays = OldLetters.ofFont(font);
        var meant = fontSays != null ? fontSays : encoding;
        if (!meant.isOld() || fontSays == null && !OldLetters.mayBeOld(stored)) {
            return stored;
        }
        var text = OldLetters.read(stored, meant, font);
        return LetterStatistics.score(stored) > LetterStatistics.score(text) ? stored : text;
    }
}

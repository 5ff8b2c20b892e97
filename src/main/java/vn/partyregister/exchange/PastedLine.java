package vn.partyregister.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.VietnameseText;

/** A line of a table that was pasted or came from a spreadsheet, its cells between tabs or semicolons. */
public final class PastedLine {
    private static final Pattern BETWEEN = Pattern.compile("[\\t;]");

    private final int number;
    private final String[] cells;
    private final List<Wrong> wrong;
    private final int wrongBefore;

    private PastedLine(int number, String[] cells, List<Wrong> wrong) {
        this.number = number;
        this.cells = cells;
        this.wrong = wrong;
        this.wrongBefore = wrong.size();
    }

    /**
     * Has each line read that is not empty.
     *
     * @param most how many there may be; the first one more is wrong, and nothing behind it is read
     * @return what is wrong with them, in their order
     */
    public static List<Wrong> each(String pasted, int most, Consumer<PastedLine> reader) {
        var wrong = new ArrayList<Wrong>();
        var lines = pasted.lines().map(String::strip).toList();
        var read = 0;
        for (var at = 0; at < lines.size(); at++) {
            if (lines.get(at).isEmpty()) {
                continue;
            }
            if (read++ == most) {
                wrong.add(new Wrong(at + 1, "exchange.line.too-many", List.of(most)));
                break;
            }
            reader.accept(new PastedLine(at + 1, BETWEEN.split(lines.get(at), -1), wrong));
        }
        return wrong;
    }

    /** Which line it is, from 1; empty ones count. */
    public int number() {
        return number;
    }

    /** Whether nothing was found wrong with it so far. */
    public boolean isSound() {
        return wrong.size() == wrongBefore;
    }

    /** What stands in a cell, from 0; nothing where the line has fewer. */
    public String cell(int at) {
        return at < cells.length ? VietnameseText.tidy(cells[at]) : "";
    }

    /** A text that must be there and not be longer than this; null where it is wrong. */
    public @Nullable String text(int at, int longest, String key) {
        var text = cell(at);
        return text.isEmpty() || text.length() > longest ? fails(key, text) : text;
    }

    /** What a cell means; null where it means nothing, which is wrong. */
    public <T> @Nullable T meant(int at, Optional<T> found, String key) {
        return found.isPresent() ? found.get() : fails(key, cell(at));
    }

    /** What a refusal says of it is wrong with it. */
    public void judge(Runnable judgement) {
        try {
            judgement.run();
        } catch (Refusal refused) {
            wrong.add(new Wrong(number, refused.key(), refused.arguments()));
        }
    }

    /** It is wrong; gives null, in place of what could not be read. */
    public <T> @Nullable T fails(String key, String value) {
        wrong.add(new Wrong(number, key, List.of(value)));
        return null;
    }

    /**
     * What is wrong with a line.
     *
     * @param key a message that says it
     */
    public record Wrong(int line, String key, List<Object> arguments) {
        public Wrong {
            arguments = List.copyOf(arguments);
        }
    }
}

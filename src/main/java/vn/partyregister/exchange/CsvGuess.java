package vn.partyregister.exchange;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which encoding and separator a text has that says neither, guessed from what it holds. */
final class CsvGuess {
    static final int SNIFFED = 256 << 10;
    private static final int LINES_SNIFFED = 50;
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    private static final Pattern NAMED_SEPARATOR = Pattern.compile("\ufeff?\"?sep=(.)\"?\\R.*", Pattern.DOTALL);

    private CsvGuess() {}

    static TextEncoding encoding(byte[] file) {
        if (startsWith(file, 0xEF, 0xBB, 0xBF)) {
            return TextEncoding.UTF_8;
        }
        if (startsWith(file, 0xFF, 0xFE)) {
            return TextEncoding.UTF_16LE;
        }
        if (startsWith(file, 0xFE, 0xFF)) {
            return TextEncoding.UTF_16BE;
        }
        var utf16 = withoutMark(file);
        if (utf16 != null) {
            return utf16;
        }
        if (isUtf8(file)) {
            return TextEncoding.UTF_8;
        }
        var bytes = new String(file, 0, Math.min(file.length, SNIFFED), StandardCharsets.ISO_8859_1);
        var tones = new String(file, 0, Math.min(file.length, SNIFFED), TextEncoding.WINDOWS_1258.charset());
        var old = Texts.likeliest(bytes, TextEncoding.TCVN3, TextEncoding.VNI);
        return LetterStatistics.score(tones) >= LetterStatistics.score(OldLetters.read(bytes, old, null))
                ? TextEncoding.WINDOWS_1258
                : old;
    }

    static boolean startsWith(byte[] file, int... start) {
        if (file.length < start.length) {
            return false;
        }
        for (var at = 0; at < start.length; at++) {
            if ((file[at] & 0xFF) != start[at]) {
                return false;
            }
        }
        return true;
    }

    /** UTF-16 shows by the zero bytes of separators, digits and plain letters, all on one side. */
    private static @Nullable TextEncoding withoutMark(byte[] file) {
        var looked = Math.min(file.length, 4_096) & ~1;
        var high = 0;
        var low = 0;
        for (var at = 0; at < looked; at += 2) {
            high += file[at] == 0 ? 1 : 0;
            low += file[at + 1] == 0 ? 1 : 0;
        }
        var many = looked / 2 / 4;
        if (many == 0 || high > 0 && low > 0) {
            return null;
        }
        return low > many ? TextEncoding.UTF_16LE : high > many ? TextEncoding.UTF_16BE : null;
    }

    private static boolean isUtf8(byte[] file) {
        var decoder = decoder(StandardCharsets.UTF_8);
        var in = ByteBuffer.wrap(file);
        var out = CharBuffer.allocate(1 << 14);
        while (true) {
            var result = decoder.decode(in, out, true);
            if (result.isError()) {
                return false;
            }
            if (result.isUnderflow()) {
                return true;
            }
            out.clear();
        }
    }

    static CharsetDecoder decoder(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** The one that cuts the first lines into the most equal rows. */
    static char separator(String start) {
        var named = NAMED_SEPARATOR.matcher(start);
        if (named.matches()) {
            return named.group(1).charAt(0);
        }
        var best = SEPARATORS[0];
        var most = 0.0;
        for (var candidate : SEPARATORS) {
            var score = score(start, candidate);
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    private static double score(String start, char separator) {
        var widths = new ArrayList<Integer>();
        try (var parser = CsvFile.format(separator).parse(new StringReader(start))) {
            for (var row : parser) {
                if (row.size() > 1 || !row.get(0).isBlank()) {
                    widths.add(row.size());
                }
                if (widths.size() == LINES_SNIFFED) {
                    break;
                }
            }
        } catch (IOException | UncheckedIOException _) {
            // the text may break off inside a quoted cell: what was read until there tells enough
        }
        var widest = widths.stream().mapToInt(width -> width).max().orElse(1);
        if (widest == 1) {
            return 0;
        }
        var alike = widths.stream().filter(width -> width == widest).count();
        return (double) alike / widths.size() + widest / 1_000.0;
    }
}

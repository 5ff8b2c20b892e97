package vn.partyregister.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code on a letter is found again however it is typed, and a wrong one is told from a right one. */
@NullMarked
class LetterCodeTests {
    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Property(tries = 200)
    void aCodeIsReadHoweverItIsTyped(@ForAll @IntRange(max = 3) int how) {
        var code = LetterCode.draw();
        var typed =
                switch (how) {
                    case 0 -> code;
                    case 1 -> code.replace("-", "").toLowerCase(Locale.ROOT);
                    case 2 -> " " + code.replace("-", " – ".replace('–', '-')) + " ";
                    default -> code.replace('0', 'O').replace('1', 'l');
                };
        assertThat(LetterCode.read(typed)).as("%s typed as %s", code, typed).contains(code);
    }

    @Property(tries = 200)
    void oneWrongSignIsNoticed(@ForAll @IntRange(max = 7) int at, @ForAll @IntRange(min = 1, max = 31) int off) {
        var signs = LetterCode.draw().replace("-", "");
        var wrong = SIGNS.charAt((SIGNS.indexOf(signs.charAt(at)) + off) % SIGNS.length());
        var typed = signs.substring(0, at) + wrong + signs.substring(at + 1);
        assertThat(LetterCode.read(typed)).isEmpty();
    }

    @Test
    void codesAreHardlyEverTheSame() {
        var codes = new HashSet<String>();
        for (var drawn = 0; drawn < 10_000; drawn++) {
            codes.add(LetterCode.draw());
        }
        assertThat(codes).hasSizeGreaterThan(9_990);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "sai", "0000-000", "0000-00000", "UUUU-UUUU", "ơơơơ-ơơơơ", "٠٠٠٠-٠٠٠٠"})
    void whatIsNoCodeIsNotRead(String typed) {
        assertThat(LetterCode.read(typed)).isEmpty();
    }
}

package vn.partyregister.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.partyregister.exchange.PastedLine.Wrong;
import vn.partyregister.platform.Refusal.RuleBroken;

class PastedLineTests {
    @Test
    void linesAreCountedWithTheEmptyOnesAndReadCellByCell() {
        var read = new ArrayList<String>();

        var wrong = PastedLine.each(
                "  An; Ấp 1 \n\n\tBình\tẤp 2; x\n   \n",
                5,
                line -> read.add("%d: %s, %s, %s".formatted(line.number(), line.cell(0), line.cell(1), line.cell(2))));

        assertThat(wrong).isEmpty();
        assertThat(read).containsExactly("1: An, Ấp 1, ", "3: Bình, Ấp 2, x");
    }

    @Test
    void oneLineMoreThanThereMayBeIsToldAndNotRead() {
        var read = new ArrayList<String>();

        assertThat(PastedLine.each("a\n\nb\n", 2, line -> read.add(line.cell(0))))
                .isEmpty();
        assertThat(PastedLine.each("c\n\nd\ne\nf", 2, line -> read.add(line.cell(0))))
                .containsExactly(new Wrong(4, "exchange.line.too-many", List.of(2)));

        assertThat(read).containsExactly("a", "b", "c", "d");
    }

    @Test
    void whatIsWrongIsToldOfItsLine() {
        var sound = new ArrayList<Boolean>();

        var wrong = PastedLine.each("An\nBìnhh\n", 5, line -> {
            line.text(0, 4, "too long");
            line.meant(0, Optional.of(line.cell(0)).filter("An"::equals), "nobody");
            sound.add(line.isSound());
            line.judge(() -> {
                throw new RuleBroken("refused", line.cell(0));
            });
        });

        assertThat(sound).containsExactly(true, false);
        assertThat(wrong)
                .containsExactly(
                        new Wrong(1, "refused", List.of("An")),
                        new Wrong(2, "too long", List.of("Bìnhh")),
                        new Wrong(2, "nobody", List.of("Bìnhh")),
                        new Wrong(2, "refused", List.of("Bìnhh")));
    }
}

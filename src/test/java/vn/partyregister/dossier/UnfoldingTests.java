package vn.partyregister.dossier;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import vn.partyregister.platform.Refusal.NotReadable;

class UnfoldingTests {
    private static final int LARGEST = 1 << 20;

    @Test
    void aStreamUnfoldsToAsMuchAsIsAllowedAndNotToOneByteMore() {
        assertThatCode(() -> Unfolding.check(pdf(deflated(new byte[LARGEST])), LARGEST))
                .doesNotThrowAnyException();
        refuses(pdf(deflated(new byte[LARGEST + 1])));
    }

    @Test
    void aStreamFoldedTwiceIsUnfoldedTwice() {
        refuses(pdf(deflated(deflated(new byte[50 * LARGEST]))));
    }

    @Test
    void theSecondStreamIsLookedAtToo() {
        refuses(joined(pdf(deflated(new byte[10])), pdf(deflated(new byte[LARGEST + 1]))));
    }

    @Test
    void aStreamThatBreaksOffIsLeftToTheReader() {
        var whole = pdf(deflated(new byte[LARGEST]));
        assertThatCode(() -> Unfolding.check(Arrays.copyOf(whole, whole.length - 20), LARGEST))
                .doesNotThrowAnyException();
    }

    private static void refuses(byte[] pdf) {
        assertThatExceptionOfType(NotReadable.class)
                .isThrownBy(() -> Unfolding.check(pdf, LARGEST))
                .returns("dossier.refused.unfolds", NotReadable::key);
    }

    private static byte[] pdf(byte[] stream) {
        return joined(
                "%PDF-1.7\n1 0 obj << /Filter /FlateDecode >>\nstream\r\n".getBytes(StandardCharsets.US_ASCII), stream);
    }

    private static byte[] deflated(byte[] open) {
        var folded = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(folded)) {
            out.write(open);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return folded.toByteArray();
    }

    private static byte[] joined(byte[] one, byte[] other) {
        var both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}

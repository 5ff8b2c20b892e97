package vn.partyregister.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import vn.partyregister.platform.Refusal.NotReadable;

/** What becomes of an uploaded photo. */
class PhotoReaderTests {
    private static final PhotoProperties LIMITS = new PhotoProperties(DataSize.ofMegabytes(1), 50_000_000, 600, 800);

    private final PhotoReader reader = new PhotoReader(LIMITS);

    @ParameterizedTest
    @CsvSource({
        "png, 300, 400, 300, 400",
        "jpeg, 900, 1200, 600, 800",
        "jpeg, 3000, 1000, 600, 200",
        "png, 5000, 6000, 600, 720"
    })
    void aPhotoIsKeptAsJpegNoLargerThanTheFileNeedsIt(
            String format, int width, int height, int keptWidth, int keptHeight) throws IOException {
        var kept = image(reader.read(written(red(width, height), format)));
        assertThat(kept.getWidth()).isEqualTo(keptWidth);
        assertThat(kept.getHeight()).isEqualTo(keptHeight);
        assertThat(new Color(kept.getRGB(keptWidth / 2, keptHeight / 2)).getRed())
                .isGreaterThan(200);
    }

    @Test
    void whatTheFileTellsBesideThePictureIsGoneAndThePictureStandsUpright() throws IOException {
        var photo = red(40, 20);
        photo.setRGB(0, 0, Color.WHITE.getRGB());
        var kept = reader.read(withExif(written(photo, "jpeg"), 6));
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "Nokia");
        assertThat(image(kept).getWidth()).isEqualTo(20);
        assertThat(image(kept).getHeight()).isEqualTo(40);
    }

    @Test
    void aHugePictureIsRefusedByItsHead() {
        assertThatExceptionOfType(NotReadable.class)
                .isThrownBy(() -> reader.read(headOfPng(12_000, 12_000)))
                .returns("member.photo.too-many-pixels", NotReadable::key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MZ\u0090\u0000\u0003 renamed program", "%PDF-1.7", "GIF89a", "<svg/>", ""})
    void whatIsNoPhotoIsRefusedWhateverItsName(String content) {
        assertThatExceptionOfType(NotReadable.class)
                .isThrownBy(() -> reader.read(content.getBytes(StandardCharsets.ISO_8859_1)))
                .returns("member.photo.no-photo", NotReadable::key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void aPictureThatBreaksOffIsRefusedOrShownAsFarAsItGoes(String format) throws IOException {
        var whole = written(red(300, 400), format);
        for (var length = 12; length < whole.length; length += 97) {
            var cut = Arrays.copyOf(whole, length);
            try {
                assertThat(image(reader.read(cut)).getWidth()).isEqualTo(300);
            } catch (NotReadable refused) {
                assertThat(refused.key()).isIn("member.photo.broken", "member.photo.no-photo");
            }
        }
    }

    @Test
    void aFileIsAsLargeAsTheSettingAllows() {
        assertThatExceptionOfType(NotReadable.class)
                .isThrownBy(() -> reader.read(new byte[(1 << 20) + 1]))
                .returns("member.photo.too-large", NotReadable::key);
    }

    private static BufferedImage red(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var brush = image.createGraphics();
        brush.setColor(Color.RED);
        brush.fillRect(0, 0, width, height);
        brush.dispose();
        return image;
    }

    private static byte[] written(BufferedImage image, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    private static BufferedImage image(byte[] bytes) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    /** The photo as a telephone writes it: held sideways, with the maker's name. */
    private static byte[] withExif(byte[] jpeg, int orientation) {
        var exif = ByteBuffer.allocate(2 + 2 + 6 + 8 + 2 + 12 + 4 + 6);
        exif.putShort((short) 0xFFE1).putShort((short) (exif.capacity() - 2));
        exif.put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
        exif.put("MM".getBytes(StandardCharsets.ISO_8859_1))
                .putShort((short) 42)
                .putInt(8);
        exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0);
        exif.put("Nokia\0".getBytes(StandardCharsets.ISO_8859_1));
        return ByteBuffer.allocate(jpeg.length + exif.capacity())
                .put(jpeg, 0, 2)
                .put(exif.array())
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static byte[] headOfPng(int width, int height) {
        var head = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        var sum = new CRC32();
        sum.update(head);
        return ByteBuffer.allocate(8 + 4 + 17 + 4)
                .putLong(0x89504E470D0A1A0AL)
                .putInt(13)
                .put(head)
                .putInt((int) sum.getValue())
                .array();
    }
}

package vn.partyregister.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import vn.partyregister.platform.Refusal.NotReadable;

class ScanReaderTests {
    private static final String SECRET = "10.2345N 106.3456E";

    private final ScanReader reader = new ScanReader(new PaperProperties(DataSize.ofMegabytes(1), 1_000_000, 5, 7));

    @Test
    void thePagesOfAPdfAreCounted() {
        var sent = Scans.pdf(3);
        var scan = reader.read(sent);
        assertThat(scan.format()).isEqualTo(ScanFormat.PDF);
        assertThat(scan.pages()).isEqualTo(3);
    }

    /** Whoever made it, with what, where and when; also what an earlier version of the file still says. */
    @Test
    void whatAPdfTellsOfItsMakingIsNotKept() throws IOException {
        var sent = Scans.told(SECRET);
        assertThat(text(sent)).contains(SECRET);
        var kept = reader.read(sent);
        assertThat(kept.pages()).isEqualTo(2);
        assertThat(text(Scans.unfolded(kept.content()))).doesNotContain(SECRET, "Producer", "xmpmeta", "Metadata");
    }

    @Test
    void aSignedPdfIsKeptAsItCame() {
        var sent = Scans.signed();
        assertThat(reader.read(sent).content()).isEqualTo(sent);
    }

    @Test
    void whatAPdfSaysOfItsPagesIsNotBelieved() {
        var sent =
                Scans.pdf(2, document -> document.getPages().getCOSObject().setItem(COSName.COUNT, COSInteger.get(1)));
        assertThat(reader.read(sent).pages()).isEqualTo(2);
    }

    @Test
    void asManyPagesAsAllowedAreTakenAndOneMoreIsNot() {
        assertThat(reader.read(Scans.pdf(5)).pages()).isEqualTo(5);
        refuses(Scans.pdf(6), "dossier.refused.too-many-pages", 6, 5);
    }

    @Test
    void aPdfWithoutAPageIsRefused() {
        refuses(Scans.pdf(0), "dossier.refused.no-pages");
    }

    @ParameterizedTest
    @EnumSource(
            value = ScanFormat.class,
            names = {"JPEG", "PNG"})
    void aPictureIsWrittenAnewAndIsOnePage(ScanFormat format) throws IOException {
        var sent = Scans.picture(format.name(), 40, 30);
        var hidden = Arrays.copyOf(sent, sent.length + 1000);
        var scan = reader.read(hidden);
        assertThat(scan.format()).isEqualTo(format);
        assertThat(scan.pages()).isEqualTo(1);
        assertThat(scan.content()).hasSizeLessThan(hidden.length);
        var picture = ImageIO.read(new ByteArrayInputStream(scan.content()));
        assertThat(List.of(picture.getWidth(), picture.getHeight())).containsExactly(40, 30);
        assertThat(new Color(picture.getRGB(35, 15)).getBlue()).isGreaterThan(240);
    }

    @Test
    void whereAPhotoWasTakenIsNotKept() {
        var sent = Scans.photo(40, 30, 1, SECRET);
        assertThat(text(sent)).contains(SECRET);
        assertThat(text(reader.read(sent).content())).doesNotContain(SECRET, "Exif");
    }

    /** Where the red left half of the photo must stand once it is turned. */
    @ParameterizedTest
    @CsvSource({"1,40,30,5,15", "3,40,30,35,15", "6,30,40,15,5", "8,30,40,15,35", "99,40,30,5,15"})
    void aPhotoIsTurnedAsItsMetadataSaid(int orientation, int width, int height, int x, int y) throws IOException {
        var scan = reader.read(Scans.photo(40, 30, orientation, ""));
        var picture = ImageIO.read(new ByteArrayInputStream(scan.content()));
        assertThat(List.of(picture.getWidth(), picture.getHeight())).containsExactly(width, height);
        assertThat(new Color(picture.getRGB(x, y)).getRed()).isGreaterThan(240);
    }

    @Test
    void asManyPixelsAsAllowedAreTakenAndOneMoreIsNot() {
        assertThat(reader.read(Scans.picture("png", 1000, 1000)).pages()).isEqualTo(1);
        refuses(Scans.picture("png", 1000, 1001), "dossier.refused.too-many-pixels", 1000, 1001, 1L);
    }

    @Test
    void aVastPictureIsRefusedByItsHeaderAlone() {
        refuses(Scans.vast(12_000, 12_000), "dossier.refused.too-many-pixels", 12_000, 12_000, 1L);
        refuses(
                Scans.vast(Integer.MAX_VALUE, Integer.MAX_VALUE),
                "dossier.refused.too-many-pixels",
                Integer.MAX_VALUE,
                Integer.MAX_VALUE,
                1L);
    }

    @Test
    void aFileOfTheLargestSizeIsTakenAndOneByteMoreIsNot() {
        var exactly = Arrays.copyOf(Scans.picture("jpeg", 10, 10), 1 << 20);
        assertThat(reader.read(exactly).format()).isEqualTo(ScanFormat.JPEG);
        refuses(Arrays.copyOf(exactly, (1 << 20) + 1), "dossier.refused.too-large", 1L);
    }

    static Stream<byte[]> nothingOfAScan() {
        return Stream.of(
                Scans.program(),
                "%PD".getBytes(StandardCharsets.US_ASCII),
                "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.US_ASCII),
                "GIF89a".getBytes(StandardCharsets.US_ASCII),
                new byte[] {0},
                prefixed(Scans.program(), Scans.pdf(1)));
    }

    @ParameterizedTest
    @MethodSource("nothingOfAScan")
    void whatIsNoScanByItsContentIsRefused(byte[] sent) {
        refuses(sent, "dossier.refused.no-scan");
    }

    @Test
    void anEmptyFileIsRefused() {
        refuses(new byte[0], "dossier.refused.empty");
    }

    @Test
    void theFirstBytesAloneMakeNoScan() {
        refuses(
                prefixed("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), Scans.program()),
                "dossier.refused.broken-pdf");
        refuses(
                prefixed(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}, Scans.program()),
                "dossier.refused.broken-picture");
        refuses(Scans.vast(10, 10), "dossier.refused.broken-picture");
        refuses(Arrays.copyOf(Scans.picture("png", 40, 30), 60), "dossier.refused.broken-picture");
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", ""})
    void aLockedPdfIsRefused(String password) {
        refuses(Scans.locked(password), "dossier.refused.encrypted");
    }

    @Test
    void aPdfWithAScriptIsRefusedWhereverItStands() {
        refuses(
                Scans.pdf(
                        1,
                        document ->
                                document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"))),
                "dossier.refused.scripted");
        refuses(
                Scans.pdf(2, document -> {
                    var link = new PDAnnotationLink();
                    link.setAction(new PDActionJavaScript("app.alert(1)"));
                    document.getPage(1).setAnnotations(List.of(link));
                }),
                "dossier.refused.scripted");
        refuses(
                Scans.pdf(1, document -> {
                    var form = new COSDictionary();
                    form.setItem("XFA", new COSArray());
                    document.getDocumentCatalog().getCOSObject().setItem(COSName.ACRO_FORM, form);
                }),
                "dossier.refused.scripted");
    }

    @Test
    void aPdfThatStartsAProgramIsRefused() {
        refuses(
                Scans.pdf(1, document -> document.getDocumentCatalog().setOpenAction(new PDActionLaunch())),
                "dossier.refused.launches");
        var hidden = new COSDictionary();
        hidden.setItem(COSName.S, COSName.getPDFName("Launch"));
        hidden.setItem(COSName.F, new COSString("cmd.exe"));
        refuses(
                Scans.pdf(1, document -> {
                    var next = new COSDictionary();
                    next.setItem(COSName.S, COSName.getPDFName("GoTo"));
                    next.setItem("Next", new COSArray(List.of(hidden)));
                    document.getPage(0).getCOSObject().setItem("AA", next);
                }),
                "dossier.refused.launches");
    }

    @Test
    void aPdfThatCarriesFilesIsRefused() {
        refuses(
                Scans.pdf(1, document -> {
                    var file = new PDComplexFileSpecification();
                    file.setFile("virus.exe");
                    file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(Scans.program())));
                    var tree = new PDEmbeddedFilesNameTreeNode();
                    tree.setNames(Map.of("virus", file));
                    var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
                    names.setEmbeddedFiles(tree);
                    document.getDocumentCatalog().setNames(names);
                }),
                "dossier.refused.carries-files");
    }

    @Test
    void aPdfThatOpensAtAPageIsTaken() {
        var sent = Scans.pdf(2, document -> {
            var place = new PDPageFitDestination();
            place.setPage(document.getPage(1));
            var there = new PDActionGoTo();
            there.setDestination(place);
            document.getDocumentCatalog().setOpenAction(there);
        });
        assertThat(reader.read(sent).pages()).isEqualTo(2);
    }

    private void refuses(byte[] sent, String key, Object... arguments) {
        assertThatExceptionOfType(NotReadable.class)
                .isThrownBy(() -> reader.read(sent))
                .returns(key, NotReadable::key)
                .returns(List.of(arguments), NotReadable::arguments);
    }

    private static byte[] prefixed(byte[] first, byte[] rest) {
        var both = Arrays.copyOf(first, first.length + rest.length);
        System.arraycopy(rest, 0, both, first.length, rest.length);
        return both;
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }
}

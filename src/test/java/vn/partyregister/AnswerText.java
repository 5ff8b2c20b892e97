package vn.partyregister;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.text.Normalizer;
import java.util.Collections;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.NullMarked;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.util.HtmlUtils;

/** All that an answer tells, whether it is a page, a table, a workbook, a Word file or paper: without spaces, composed. */
@NullMarked
final class AnswerText {
    private static final int ZIP = 0x504B0304;
    private static final int PDF = 0x25504446;
    private static final int SHORTEST = 100;

    private AnswerText() {}

    static String of(MockHttpServletResponse answer) {
        var bytes = answer.getContentAsByteArray();
        try {
            return together(
                    switch (beginning(bytes)) {
                        case ZIP -> parts(bytes);
                        case PDF -> printed(bytes);
                        default -> new String(bytes, StandardCharsets.UTF_8);
                    });
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What a line breaks apart on paper, and a tag in a workbook, is found all the same. */
    static String together(String text) {
        return Normalizer.normalize(HtmlUtils.htmlUnescape(text), Normalizer.Form.NFC)
                .replaceAll("\\s+", "");
    }

    private static int beginning(byte[] bytes) {
        return bytes.length < SHORTEST ? 0 : java.nio.ByteBuffer.wrap(bytes).getInt();
    }

    private static String parts(byte[] bytes) throws IOException {
        var text = new StringBuilder();
        var file = Files.createTempFile("answer", ".zip"); // the sizes of its parts stand at its end alone
        try {
            Files.write(file, bytes);
            try (var zip = new ZipFile(file.toFile())) {
                for (var part : Collections.list(zip.entries())) {
                    text.append(new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        } finally {
            Files.delete(file);
        }
        return text.toString();
    }

    private static String printed(byte[] bytes) throws IOException {
        try (var document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document);
        }
    }
}

package vn.partyregister.platform;

import com.lowagie.text.pdf.BaseFont;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;

/** Liberation Serif: as wide as the Times New Roman that party papers ask for, free to embed. */
enum PrintFace {
    REGULAR("LiberationSerif-Regular.ttf"),
    BOLD("LiberationSerif-Bold.ttf"),
    ITALIC("LiberationSerif-Italic.ttf");

    /** What style sheets call it. */
    static final String FAMILY = "Liberation Serif";

    private final String file;

    PrintFace(String file) {
        this.file = file;
    }

    /** The whole font file, for an engine that embeds what it needs of it. */
    InputStream open() {
        try {
            return new ByteArrayInputStream(bytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Made anew at each call. */
    BaseFont embedded() {
        try {
            return BaseFont.createFont(file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, bytes(), null);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private byte[] bytes() throws IOException {
        return new ClassPathResource("liberation/" + file).getContentAsByteArray();
    }
}

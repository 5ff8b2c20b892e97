package vn.partyregister.dossier;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** What a scan may be, told by the first bytes of its content: the name of a file says nothing. */
public enum ScanFormat {
    PDF("255044462d", "application/pdf"),
    JPEG("ffd8ff", "image/jpeg"),
    PNG("89504e470d0a1a0a", "image/png");

    private final String beginning;
    private final String mediaType;

    ScanFormat(String beginning, String mediaType) {
        this.beginning = beginning;
        this.mediaType = mediaType;
    }

    static Optional<ScanFormat> of(byte[] content) {
        return Arrays.stream(values()).filter(format -> format.begins(content)).findFirst();
    }

    private boolean begins(byte[] content) {
        var first = HexFormat.of().parseHex(beginning);
        return content.length >= first.length && Arrays.equals(content, 0, first.length, first, 0, first.length);
    }

    public String mediaType() {
        return mediaType;
    }

    /** The ending of a file's name, without the dot. */
    String extension() {
        return this == JPEG ? "jpg" : name().toLowerCase(Locale.ROOT);
    }
}

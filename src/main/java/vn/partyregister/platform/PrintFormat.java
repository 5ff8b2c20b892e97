package vn.partyregister.platform;

import java.util.Locale;

/** In which form a document leaves the register: to be printed as it is, or to be finished in Word. */
public enum PrintFormat {
    PDF("application/pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final String mediaType;

    PrintFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Reads the extension of an address: {@code /admissions/1/forms/6-knd.{format:pdf|docx}}. */
    public static PrintFormat of(String extension) {
        return valueOf(extension.toUpperCase(Locale.ROOT));
    }

    String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    String mediaType() {
        return mediaType;
    }
}

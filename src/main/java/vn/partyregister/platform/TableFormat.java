package vn.partyregister.platform;

import java.util.Locale;

/** A form in which a list leaves the register as a file. */
public enum TableFormat {
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    CSV("text/csv;charset=UTF-8");

    private final String mediaType;

    TableFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Reads the extension of an address: {@code /members.{format:xlsx|csv}}. */
    public static TableFormat of(String extension) {
        return valueOf(extension.toUpperCase(Locale.ROOT));
    }

    /** The ending of a file's name, without the dot. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    String mediaType() {
        return mediaType;
    }
}

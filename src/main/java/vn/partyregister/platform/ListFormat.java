package vn.partyregister.platform;

import java.util.Locale;

/** A form in which a list leaves the register: as a file to work on, or on paper. */
public enum ListFormat {
    XLSX,
    CSV,
    PDF;

    /** Reads the extension of an address: {@code /members.{format:xlsx|csv|pdf}}. */
    public static ListFormat of(String extension) {
        return valueOf(extension.toUpperCase(Locale.ROOT));
    }

    /** The ending of a file's name, without the dot. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }
}

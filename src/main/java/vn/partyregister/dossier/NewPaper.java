package vn.partyregister.dossier;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a scan that comes into a file.
 *
 * @param kind a code of the catalogue
 * @param dated the date on the paper, where it has one
 */
public record NewPaper(
        String kind, @Nullable LocalDate dated, @Nullable String note) {
    public NewPaper {
        note = note == null || note.isBlank() ? null : note.strip();
    }
}

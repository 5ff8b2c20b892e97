package vn.partyregister.dossier;

import org.jspecify.annotations.Nullable;

/**
 * A kind of paper, in the reader's language.
 *
 * @param form the form it is written on at present
 */
public record PaperKind(String code, String name, @Nullable String form) {
    /** For a choice: the form, where there is one, tells kinds apart that are named alike. */
    public String label() {
        return form == null ? name : name + " (" + form + ")";
    }
}

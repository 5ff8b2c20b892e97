package vn.partyregister.admission;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.partyregister.reference.DossierForm;

/**
 * A form of the catalogue, and whether the dossier of a case holds it.
 *
 * @param number of what shows it; null where nothing but a step does
 * @param day of what shows it
 * @param printable whether the register fills it in, and its turn has come
 * @param scans of it, attached to the case
 */
public record HeldForm(
        DossierForm form,
        State state,
        @Nullable String number,
        @Nullable String issuer,
        @Nullable LocalDate day,
        boolean printable,
        List<CaseScans.Scan> scans) {
    public HeldForm {
        scans = List.copyOf(scans);
    }

    /** Whether a scan may be attached: it is due, and members' files have a kind of paper for it. */
    public boolean attachable() {
        return form.scan() != null && (state == State.HELD || state == State.MISSING);
    }

    /** How it is with a form. */
    public enum State {
        HELD,
        MISSING,
        /** Its stage has not been reached. */
        NOT_DUE,
        /** A dossier like this one does without it. */
        NOT_NEEDED
    }
}

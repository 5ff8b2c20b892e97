package vn.partyregister.admission;

import java.util.List;
import java.util.UUID;

/** Scanned papers of a case: implemented by the module that keeps the papers of members, because there they end. */
public interface CaseScans {
    /** Those that count, the oldest first. */
    List<Scan> of(AdmissionCaseId id);

    /**
     * One scan.
     *
     * @param form the key of the form in the catalogue
     */
    record Scan(UUID id, String form, int pages) {}
}

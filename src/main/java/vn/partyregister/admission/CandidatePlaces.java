package vn.partyregister.admission;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Scope;

/**
 * The places without members that candidates are meant for: implemented by the module that keeps them. Without one, and where
 * the text names none of them, it is what was typed.
 */
public interface CandidatePlaces {
    /**
     * Remembers which place is meant by what was told of a candidate.
     *
     * @param typed null where they are meant for no such place any more
     */
    void told(AdmissionCaseId one, @Nullable String typed, Scope scope);

    /** The place that a case is linked with, where the scope reaches it. */
    Optional<UUID> of(AdmissionCaseId one, Scope scope);
}

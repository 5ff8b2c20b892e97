package vn.partyregister.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row that holds from a day to another, both included, and rests on a clause of a directive. */
public interface DatedSource {
    @Nullable
    LocalDate starts();

    @Nullable
    LocalDate last();

    /** The directive as it is named. */
    String title();

    String issuer();

    @Nullable
    LocalDate issuedOn();

    String clause();

    Certainty certainty();
}

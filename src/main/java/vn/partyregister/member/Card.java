package vn.partyregister.member;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The party card (thẻ đảng viên). */
@Embeddable
public record Card(
        @Nullable String number,
        @Nullable String place,
        @Nullable LocalDate issuedOn) {}

package vn.partyregister.transfer;

import java.time.LocalDate;

/** A temporary stay that lasts longer (gia hạn), by which paper, and who recorded it. */
public record Extension(
        LocalDate untilBefore,
        LocalDate untilOn,
        String number,
        LocalDate decidedOn,
        String issuer,
        String recordedBy) {}

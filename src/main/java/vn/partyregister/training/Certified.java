package vn.partyregister.training;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A certificate that somebody holds.
 *
 * @param number as it is written: 12/2021
 * @param organisation who issued it
 * @param lastDay the last day it is valid by the rule of the day it was asked; null where it has no end
 * @param valid whether it is valid on that day
 * @param sure found by the citizen number; else by name and birth date alone
 */
public record Certified(
        CertificateId id,
        String number,
        String organisation,
        String fullName,
        LocalDate issuedOn,
        @Nullable LocalDate lastDay,
        boolean valid,
        boolean sure) {}

package vn.partyregister.member;

import java.util.Optional;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.PartialDate;

/** Dates as the values of a sheet keep them: yyyy-MM-dd, yyyy-MM or yyyy. They sort as texts. */
final class Canonical {
    private static final int YEAR = "yyyy".length();
    private static final int MONTH = "yyyy-MM".length();

    private Canonical() {}

    static String of(PartialDate date) {
        var day = date.earliest().toString();
        return switch (date.precision()) {
            case DAY -> day;
            case MONTH -> day.substring(0, MONTH);
            case YEAR -> day.substring(0, YEAR);
        };
    }

    /** The date behind a kept text. */
    static Optional<PartialDate> read(String kept) {
        return kept.length() == MONTH
                ? Dates.readPartial(kept.substring(YEAR + 1) + "/" + kept.substring(0, YEAR))
                : Dates.readPartial(kept);
    }
}

package vn.partyregister.sample;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.PartialDate;

/**
 * A row of the members' spreadsheet. Nobody is meant: names are drawn at random, and no number can be a real one (see
 * {@link SampleNumbers}).
 *
 * @param facts what else is told, by the keys of the import's columns
 * @param exemptFrom null where not exempt
 * @param left null for who belongs on the business day
 */
record SampleMember(
        String fullName,
        String sex,
        PartialDate born,
        String ethnicity,
        String citizenNumber,
        @Nullable String cardNumber,
        String fileNumber,
        String organisation,
        LocalDate joinedOn,
        @Nullable LocalDate officialOn,
        @Nullable LocalDate exemptFrom,
        @Nullable Leaving left,
        Map<String, String> facts) {
    SampleMember {
        facts = Map.copyOf(facts); // a third of what a map to write in takes, of fifty thousand
    }

    /** By the keys of the import's columns; what is not told is left out. */
    Map<String, String> columns() {
        var columns = new LinkedHashMap<>(facts);
        columns.put("full_name", fullName);
        columns.put("sex", sex);
        columns.put("born", born.toString());
        columns.put("ethnicity", ethnicity);
        columns.put("citizen_number", citizenNumber);
        columns.put("file_number", fileNumber);
        columns.put("organisation", organisation);
        columns.put("joined_on", PartialDate.of(joinedOn).toString());
        columns.put("activity_status", left != null ? left.how() : exemptFrom == null ? "ACTIVE" : "EXEMPT");
        if (cardNumber != null) {
            columns.put("card_number", cardNumber);
        }
        if (officialOn != null) {
            columns.put("official_on", PartialDate.of(officialOn).toString());
        }
        if (exemptFrom != null) {
            columns.put("ended_on", PartialDate.of(exemptFrom).toString());
        }
        if (left != null) {
            columns.put("ended_on", PartialDate.of(left.on()).toString());
        }
        return columns;
    }

    /**
     * How somebody left.
     *
     * @param how a code of {@code activity-status}
     */
    record Leaving(String how, LocalDate on) {}
}

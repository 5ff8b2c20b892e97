package vn.partyregister.exchange;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cell as it was read.
 *
 * @param value its canonical text; null where nothing was given or nothing could be made of it
 * @param findings what was repaired, or why it was rejected
 */
record Reading(@Nullable String value, List<Finding> findings) {
    static final Reading NOT_GIVEN = new Reading(null, List.of());

    Reading {
        findings = List.copyOf(findings);
    }

    static Reading of(String value) {
        return new Reading(value, List.of());
    }

    static Reading rejected(String reason, Object... arguments) {
        return new Reading(null, List.of(Finding.rejects(reason, arguments)));
    }

    boolean isRejected() {
        return findings.stream().anyMatch(finding -> finding.weight() == Weight.REJECTS);
    }

    Reading repaired(String reason, Object... arguments) {
        var more = new ArrayList<>(findings);
        more.add(Finding.repaired(reason, arguments));
        return new Reading(value, more);
    }

    /** These findings after the given ones. */
    Reading after(List<Finding> earlier) {
        if (earlier.isEmpty()) {
            return this;
        }
        var all = new ArrayList<>(earlier);
        all.addAll(findings);
        return new Reading(value, all);
    }
}

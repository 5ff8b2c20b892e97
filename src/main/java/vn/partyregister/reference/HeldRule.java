package vn.partyregister.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A value as it stands in the book. */
public record HeldRule(
        String key,
        String scope,
        @Nullable LocalDate starts,
        @Nullable LocalDate ends,
        String value,
        String unit,
        String directiveId,
        String clause,
        Certainty certainty) {
    static final String SELECT = """
            select r.key, r.scope, lower(r.valid) as starts, upper(r.valid) as ends, r.value, r.unit, r.directive_id, r.clause, r.certainty
            from reference.rule r where r.key = :key and r.scope = :scope\s""";

    LocalDate startsOrEver() {
        return starts == null ? LocalDate.MIN : starts;
    }
}

package vn.partyregister.oversight;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.partyregister.audit.SubjectNames.Name;

/**
 * One entry of the audit trail.
 *
 * @param at when, in the time of Việt Nam
 * @param inPlaceOf who was away and whose lent role was used
 * @param name what the subject is called, null where the reader may not look at it
 * @param organisation the name of the organisation the subject belonged to
 * @param changes what differs between before and after, field by field
 */
public record AuditEntry(
        long id,
        LocalDateTime at,
        String username,
        List<String> inPlaceOf,
        @Nullable String address,
        String act,
        String subject,
        @Nullable UUID subjectId,
        @Nullable Name name,
        @Nullable String organisation,
        List<Change> changes) {
    public AuditEntry {
        inPlaceOf = List.copyOf(inPlaceOf);
        changes = List.copyOf(changes);
    }

    AuditEntry named(@Nullable Name found) {
        return new AuditEntry(
                id, at, username, inPlaceOf, address, act, subject, subjectId, found, organisation, changes);
    }

    /** A field before and after; null where it was or is not there. */
    public record Change(
            String field, @Nullable String before, @Nullable String after) {
        @Override
        public String toString() {
            return before == null ? field + ": " + after : field + ": " + before + " → " + (after == null ? "" : after);
        }
    }
}

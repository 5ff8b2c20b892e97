package vn.partyregister.admission;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.RuleBroken;

/** Keeps what was told of a candidate before it was put right: who told what, when and why. */
@Component
class Corrections {
    private final JdbcClient jdbc;

    Corrections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What changed, by field, before and after. */
    static List<Change> between(Candidate before, Candidate after) {
        return Arrays.stream(CandidateField.values())
                .filter(field -> !Objects.equals(field.of(before), field.of(after)))
                .map(field -> new Change(field, of(field, before), of(field, after)))
                .toList();
    }

    private static String of(CandidateField field, Candidate candidate) {
        return Objects.requireNonNullElse(field.of(candidate), "");
    }

    void note(AdmissionCaseId id, List<Change> changes, String reason, LocalDate today, String username) {
        if (changes.isEmpty()) {
            throw new RuleBroken("admission.nothing-corrected");
        }
        for (var change : changes) {
            jdbc.sql("""
                            insert into admission.correction (case_id, field, before, after, reason, made_on, recorded_by)
                            values (:id, :field, nullif(:before, ''), nullif(:after, ''), :reason, :today, :username)
                            """)
                    .param("id", id.id())
                    .param("field", change.field().name())
                    .param("before", change.before())
                    .param("after", change.after())
                    .param("reason", reason)
                    .param("today", today)
                    .param("username", username)
                    .update();
        }
    }

    /** Those of a case, the last first. */
    List<Correction> of(AdmissionCaseId id) {
        return jdbc.sql("""
                        select field, before, after, reason, made_on, recorded_by from admission.correction
                        where case_id = :id order by number desc
                        """)
                .param("id", id.id())
                .query(new RecordRows<>(Correction.class))
                .list();
    }

    /** A value before and after; empty where there was none. */
    record Change(CandidateField field, String before, String after) {
        static Map<String, Object> before(List<Change> changes) {
            var told = new LinkedHashMap<String, Object>();
            changes.forEach(change -> told.put(change.field().name(), change.before()));
            return told;
        }

        static Map<String, Object> after(List<Change> changes, String reason) {
            var told = new LinkedHashMap<String, Object>();
            changes.forEach(change -> told.put(change.field().name(), change.after()));
            told.put("why", reason);
            return told;
        }
    }
}

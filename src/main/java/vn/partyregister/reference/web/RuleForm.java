package vn.partyregister.reference.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import vn.partyregister.platform.VietnameseText;
import vn.partyregister.reference.Certainty;
import vn.partyregister.reference.NewRuleValue;
import vn.partyregister.reference.WrittenSource;

/** What the browser sends of a new value of a rule. */
@NullUnmarked
record RuleForm(
        @Size(max = 50) String group,

        @NotNull(message = "{reference.missing.starts}") LocalDate starts,

        @NotBlank(message = "{reference.missing.value}") @Size(max = 200)
        String value,

        @Size(max = 30) String unit,
        @Size(max = 100) String directive,
        @Size(max = 50) String kind,
        @Size(max = 100) String number,
        @Size(max = 200) String issuer,
        LocalDate issuedOn,
        @Size(max = 300) String subject,

        @NotBlank(message = "{reference.missing.clause}") @Size(max = 200)
        String clause,

        @NotNull(message = "{reference.missing.certainty}") Certainty certainty,

        @NotBlank(message = "{reference.missing.reason}") @Size(max = 500)
        String reason) {
    static RuleForm of(String group, String unit) {
        return new RuleForm(group, null, null, unit, null, null, null, null, null, null, null, null, null);
    }

    String groupOrAll() {
        return group == null || group.isBlank() ? "ALL" : group;
    }

    NewRuleValue value(String key, String standardUnit) {
        return new NewRuleValue(
                key,
                groupOrAll(),
                starts,
                value.strip(),
                unit == null || unit.isBlank() ? standardUnit : unit,
                new SourceFields(directive, kind, number, issuer, issuedOn, subject, clause, certainty).source(),
                VietnameseText.tidy(reason));
    }

    /** The fields of a source, which two forms share. */
    record SourceFields(
            String directive,
            String kind,
            String number,
            String issuer,
            LocalDate issuedOn,
            String subject,
            String clause,
            Certainty certainty) {
        WrittenSource source() {
            return new WrittenSource(
                    written(directive),
                    written(kind),
                    written(number),
                    written(issuer),
                    issuedOn,
                    written(subject),
                    VietnameseText.tidy(clause),
                    certainty);
        }

        private static String written(String text) {
            var tidy = text == null ? "" : VietnameseText.tidy(text);
            return tidy.isEmpty() ? null : tidy;
        }
    }
}

package vn.partyregister.admission.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.NullUnmarked;
import vn.partyregister.admission.AdmissionCase;
import vn.partyregister.admission.ToldAnew;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.VietnameseText;

/** What the browser sends where something told of a candidate is completed or put right. */
@NullUnmarked
record CandidateForm(
        @NotNull(message = "{refusal.changed-meanwhile}") Integer version,

        @NotBlank(message = "{membership.missing.full-name}") @Size(max = 100)
        String fullName,

        @NotBlank(message = "{membership.missing.sex}") String sex,
        @NotNull(message = "{membership.missing.born}") PartialDate born,

        @NotBlank(message = "{membership.missing.ethnicity}")
        String ethnicity,

        @NotBlank(message = "{membership.missing.religion}") String religion,

        @Pattern(regexp = "\\s*|\\s*\\d{12}\\s*", message = "{membership.entry.citizen-number}")
        String citizenNumber,

        Boolean withoutNumber,

        @NotBlank(message = "{admission.missing.category}") String category,

        @NotBlank(message = "{admission.missing.mass-organisation}")
        String massOrganisation,

        String generalEducation,
        String educationProof,
        String educationException,
        @Size(max = 300) String residence,
        Boolean foreignSpouse,
        @Size(max = 300) String place,

        @NotBlank(message = "{admission.missing.reason}") @Size(max = 500)
        String reason)
        implements CandidateFields {
    static CandidateForm of(AdmissionCase one) {
        var told = one.candidate();
        return new CandidateForm(
                one.version(),
                told.fullName(),
                told.sex(),
                told.born(),
                told.ethnicity(),
                told.religion(),
                null,
                null,
                told.category(),
                told.massOrganisation(),
                told.generalEducation(),
                told.educationProof(),
                told.educationException(),
                told.residence(),
                told.foreignSpouse(),
                one.sourcePlace(),
                null);
    }

    ToldAnew told() {
        return new ToldAnew(
                candidate(),
                Texts.given(citizenNumber),
                Boolean.TRUE.equals(withoutNumber),
                Texts.given(place),
                VietnameseText.tidy(reason));
    }
}

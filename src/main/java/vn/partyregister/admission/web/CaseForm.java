package vn.partyregister.admission.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import vn.partyregister.admission.NewCase;
import vn.partyregister.member.MemberId;
import vn.partyregister.member.NewMember;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.PartialDate;

/** What the browser sends of somebody who is nominated. */
@NullUnmarked
record CaseForm(
        @NotBlank(message = "{membership.missing.organisation}") @Size(max = 300)
        String organisation,

        @NotNull(message = "{admission.missing.day}") LocalDate day,

        @NotBlank(message = "{membership.missing.full-name}") @Size(max = 100)
        String fullName,

        @NotBlank(message = "{membership.missing.sex}") String sex,
        @NotNull(message = "{membership.missing.born}") PartialDate born,

        @NotBlank(message = "{membership.missing.ethnicity}")
        String ethnicity,

        @NotBlank(message = "{membership.missing.religion}") String religion,

        @Pattern(regexp = "\\s*|\\s*\\d{12}\\s*", message = "{membership.entry.citizen-number}")
        String citizenNumber,

        @NotBlank(message = "{admission.missing.category}") String category,

        @NotBlank(message = "{admission.missing.mass-organisation}")
        String massOrganisation,

        String generalEducation,
        String educationProof,
        String educationException,
        @Size(max = 300) String residence,
        Boolean foreignSpouse,
        @Size(max = 300) String place,
        MemberId again,
        Boolean another)
        implements CandidateFields {
    static CaseForm begin(String organisation, LocalDate today) {
        return new CaseForm(
                organisation,
                today,
                null,
                null,
                null,
                "KINH",
                "NONE",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Of somebody who once was a member. */
    static CaseForm again(MemberId member, NewMember person, LocalDate today) {
        return new CaseForm(
                null,
                today,
                person.fullName(),
                person.sex(),
                person.born(),
                person.ethnicity(),
                person.religion(),
                null,
                null,
                null,
                person.generalEducation(),
                null,
                null,
                null,
                null,
                null,
                member,
                null);
    }

    /** Whether whoever looks alike was compared: it is somebody else. */
    boolean compared() {
        return Boolean.TRUE.equals(another);
    }

    NewCase told(OrganisationId cell) {
        return new NewCase(candidate(), Texts.given(citizenNumber), cell, day, again, Texts.given(place));
    }
}

package vn.partyregister.membership.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.validation.BindingResult;
import vn.partyregister.member.MemberId;
import vn.partyregister.member.NewMember;
import vn.partyregister.member.Sought;
import vn.partyregister.membership.Admission;
import vn.partyregister.membership.Arrival;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.VietnameseText;
import vn.partyregister.platform.WrongField;

/**
 * What the browser sends of a person who is admitted, or who comes in from elsewhere.
 *
 * @param cardNumber of a card they once had: it is looked for, not recorded
 * @param arrivedOn and what follows: asked only of who comes in from elsewhere
 * @param admittedBy the day of the decision that once admitted them
 */
@NullUnmarked
record AdmissionForm(
        @NotBlank(message = "{membership.missing.organisation}") @Size(max = 300)
        String organisation,

        @NotBlank(message = "{membership.missing.full-name}") @Size(max = 100)
        String fullName,

        @Size(max = 100) String alias,
        @NotBlank(message = "{membership.missing.sex}") String sex,
        @NotNull(message = "{membership.missing.born}") PartialDate born,

        @NotBlank(message = "{membership.missing.ethnicity}")
        String ethnicity,

        @NotBlank(message = "{membership.missing.religion}") String religion,

        @Pattern(regexp = "\\s*|\\s*\\d{12}\\s*", message = "{membership.entry.citizen-number}")
        String citizenNumber,

        @Size(max = 30) String cardNumber,
        String occupation,
        String generalEducation,
        @NotNull(message = "{membership.missing.joined-on}") LocalDate joinedOn,

        @NotBlank(message = "{membership.missing.number}") @Size(max = 100)
        String number,

        @NotNull(message = "{membership.missing.decided-on}")
        LocalDate decidedOn,

        @NotBlank(message = "{membership.missing.issuer}") @Size(max = 200)
        String issuer,

        Boolean another,
        MemberId again,
        LocalDate arrivedOn,
        @Size(max = 200) String elsewhere,
        LocalDate admittedBy,
        LocalDate officialOn) {
    static AdmissionForm empty(String organisation) {
        return new AdmissionForm(
                organisation,
                null,
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
                false,
                null,
                null,
                null,
                null,
                null);
    }

    static AdmissionForm again(MemberId member, NewMember person, String organisation) {
        return new AdmissionForm(
                organisation,
                person.fullName(),
                person.alias(),
                person.sex(),
                person.born(),
                person.ethnicity(),
                person.religion(),
                null,
                null,
                person.occupation(),
                person.generalEducation(),
                null,
                null,
                null,
                null,
                true,
                member,
                null,
                null,
                null,
                null);
    }

    /** Marks what only who comes in from elsewhere is asked for. */
    void requireOrigin(BindingResult errors) {
        if (arrivedOn == null && !errors.hasFieldErrors("arrivedOn")) {
            WrongField.mark(errors, "arrivedOn", null, "membership.missing.day");
        }
        if (elsewhere == null || elsewhere.isBlank()) {
            WrongField.mark(errors, "elsewhere", elsewhere, "membership.missing.elsewhere");
        }
    }

    Admission admission(OrganisationId to) {
        return new Admission(person(decidedOn), to, decision(), again);
    }

    /** Where no decision is kept, the entry stands for it. */
    Arrival arrival(OrganisationId to) {
        var person = person(admittedBy == null ? joinedOn : admittedBy);
        return new Arrival(person, to, arrivedOn, VietnameseText.tidy(elsewhere), officialOn, decision());
    }

    private NewMember person(LocalDate decided) {
        return new NewMember(
                VietnameseText.tidy(fullName),
                given(alias),
                sex,
                born,
                ethnicity,
                religion,
                given(citizenNumber),
                decided,
                joinedOn,
                given(occupation),
                given(generalEducation));
    }

    Sought sought() {
        return new Sought(given(fullName), given(alias), born, given(citizenNumber), given(cardNumber));
    }

    private Decision decision() {
        return new Decision(issuer, number, decidedOn, null);
    }

    private static String given(String text) {
        return text == null || text.isBlank() ? null : VietnameseText.tidy(text);
    }
}

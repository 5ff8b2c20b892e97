package vn.partyregister.membership.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.validation.BindingResult;
import vn.partyregister.membership.NewResidenceLink;
import vn.partyregister.membership.ResidenceComment;
import vn.partyregister.membership.ResidenceMode;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.VietnameseText;
import vn.partyregister.platform.WrongField;

/** What the browser sends of somebody who is introduced to the party body where they live, or excused from it. */
@NullUnmarked
record ResidenceForm(
        @NotNull(message = "{membership.residence.missing-mode}")
        ResidenceMode mode,

        @NotNull(message = "{membership.missing.day}") LocalDate from,
        @Size(max = 700) String organisation,
        @Size(max = 200) String place,
        @Size(max = 200) String responsible,
        @Size(max = 100) String number,
        LocalDate decidedOn,
        @Size(max = 200) String issuer) {
    static ResidenceForm empty() {
        return new ResidenceForm(ResidenceMode.FULL, null, null, null, null, null, null, null);
    }

    boolean namesAnOrganisation() {
        return mode.isIntroduced() && isGiven(organisation);
    }

    /** Marks what a letter needs and nothing stands in. */
    void requireWhatIsAsked(BindingResult errors) {
        if (!mode.isIntroduced()) {
            return;
        }
        if (!isGiven(organisation) && !isGiven(place)) {
            WrongField.mark(errors, "place", place, "membership.residence.missing-body");
        }
        require(number, "number", "membership.missing.number", errors);
        require(decidedOn, "decidedOn", "membership.missing.decided-on", errors);
        require(issuer, "issuer", "membership.missing.issuer", errors);
    }

    private static void require(Object given, String field, String otherwise, BindingResult errors) {
        if (given == null || given instanceof String text && text.isBlank()) {
            WrongField.mark(errors, field, given, otherwise);
        }
    }

    private static boolean isGiven(String text) {
        return text != null && !text.isBlank();
    }

    /** Only what the mode asks for: whatever else was sent stays out. */
    NewResidenceLink link(OrganisationId body) {
        var introduced = mode.isIntroduced();
        return new NewResidenceLink(
                mode,
                from,
                body,
                introduced && body == null ? VietnameseText.tidy(place) : null,
                introduced && isGiven(responsible) ? VietnameseText.tidy(responsible) : null,
                introduced ? new Decision(issuer, number, decidedOn, null) : null);
    }

    /** The last day of a link. */
    @NullUnmarked
    record End(
            @NotNull(message = "{membership.missing.day}") LocalDate to) {
        static End empty() {
            return new End(null);
        }
    }

    /** The written comment of a year. */
    @NullUnmarked
    record Comment(
            @NotNull(message = "{membership.residence.missing-year}") @Min(2020) @Max(2200)
            Integer year,

            @NotBlank(message = "{membership.residence.missing-text}") @Size(max = 4000)
            String text,

            @NotNull(message = "{membership.missing.day}") LocalDate commentedOn,

            @NotBlank(message = "{membership.residence.missing-signature}") @Size(max = 200)
            String signedBy) {
        static Comment of(Integer year) {
            return new Comment(year, null, null, null);
        }

        ResidenceComment comment() {
            return new ResidenceComment(year, text.strip(), commentedOn, VietnameseText.tidy(signedBy), "", null);
        }
    }

    /** Why the comment of a year does not stand. */
    @NullUnmarked
    record Withdrawal(
            @NotNull(message = "{membership.residence.missing-year}") @Min(2020) @Max(2200)
            Integer year,

            @NotBlank(message = "{membership.missing.reason}") @Size(max = 500)
            String reason) {
        static Withdrawal of(Integer year) {
            return new Withdrawal(year, null);
        }
    }
}

package vn.partyregister.membership.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.validation.BindingResult;
import vn.partyregister.membership.FactKind;
import vn.partyregister.membership.NewFact;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.VietnameseText;
import vn.partyregister.platform.WrongField;

/** What the browser sends of something that is true of a member for a time; {@code to} is empty while no end is known. */
@NullUnmarked
record FactForm(
        @NotNull(message = "{membership.missing.day}") LocalDate from,
        LocalDate to,
        @Size(max = 200) String place,
        @Size(max = 700) String organisation,
        @Size(max = 100) String number,
        LocalDate decidedOn,
        @Size(max = 200) String issuer) {
    static FactForm by(String issuer) {
        return new FactForm(null, null, null, null, null, null, issuer);
    }

    /** Marks what the kind asks for and nothing stands in. */
    void requireWhatIsAsked(FactKind kind, BindingResult errors) {
        require(kind.asksForPlace() && !isHosted(kind), place, "place", "membership.missing.place", errors);
        require(kind.asksForDecision(), number, "number", "membership.missing.number", errors);
        require(kind.asksForDecision(), decidedOn, "decidedOn", "membership.missing.decided-on", errors);
        require(kind.asksForDecision(), issuer, "issuer", "membership.missing.issuer", errors);
    }

    private static void require(boolean asked, Object given, String field, String otherwise, BindingResult errors) {
        if (asked && (given == null || given instanceof String text && text.isBlank())) {
            WrongField.mark(errors, field, given, otherwise);
        }
    }

    /** Whether an organisation of the register is named that takes them in. */
    boolean isHosted(FactKind kind) {
        return kind.leadsToAHost() && organisation != null && !organisation.isBlank();
    }

    NewFact fact(FactKind kind, OrganisationId host) {
        return new NewFact(
                kind,
                from,
                to,
                kind.asksForPlace() && place != null && !place.isBlank() ? VietnameseText.tidy(place) : null,
                host,
                kind.asksForDecision() ? new Decision(issuer, number, decidedOn, null) : null);
    }

    /** The last day of it. */
    @NullUnmarked
    record End(
            @NotNull(message = "{membership.missing.day}") LocalDate to) {
        static End empty() {
            return new End(null);
        }
    }
}

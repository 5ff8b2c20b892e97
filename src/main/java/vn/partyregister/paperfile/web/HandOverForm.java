package vn.partyregister.paperfile.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.paperfile.HandOver;

/** What the browser sends of a hand-over: organisations as their names or codes are typed. */
@NullUnmarked
record HandOverForm(
        @NotBlank @Size(max = 700) String organisation,
        @NotBlank @Size(max = 700) String receiver,
        @NotBlank @Size(max = 50) String number,
        @NotNull LocalDate day,
        @Size(max = 200) String handedBy,
        @Size(max = 200) String receivedBy) {
    HandOver.Draft draft(OrganisationId from, OrganisationId to) {
        return new HandOver.Draft(from, to, receiver.strip(), number.strip(), day, handedBy, receivedBy);
    }
}

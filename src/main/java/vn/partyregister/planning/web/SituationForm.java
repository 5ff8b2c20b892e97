package vn.partyregister.planning.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;

/** What the browser sends of what a place is from a day on; a new place has a kind and a name besides. */
@NullUnmarked
record SituationForm(
        String kind,
        @Size(max = 200) String name,

        @NotBlank(message = "{planning.missing.organisation}") @Size(max = 700)
        String organisation,

        @Size(max = 700) String cell,
        Boolean hasMembers,
        @Size(max = 100) String inCharge,

        @NotNull(message = "{planning.missing.day}") LocalDate day) {
    boolean withMembers() {
        return Boolean.TRUE.equals(hasMembers);
    }
}

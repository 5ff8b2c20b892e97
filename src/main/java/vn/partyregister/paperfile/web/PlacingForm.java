package vn.partyregister.paperfile.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;

/** What the browser sends of a file that is put somewhere: {@code organisation} as its name or code is typed. */
@NullUnmarked
record PlacingForm(
        @NotBlank @Size(max = 700) String organisation,
        @NotBlank @Size(max = 200) String place,
        @NotNull LocalDate day) {}

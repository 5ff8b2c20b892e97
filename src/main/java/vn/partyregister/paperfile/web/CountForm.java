package vn.partyregister.paperfile.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;

/** What the browser sends to begin a count: the organisation as its name or code is typed. */
@NullUnmarked
record CountForm(
        @NotBlank @Size(max = 700) String organisation,
        @NotNull LocalDate day) {}

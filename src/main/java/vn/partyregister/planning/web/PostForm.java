package vn.partyregister.planning.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;

/** What the browser sends of who comes to hold a post of a place: a member as the register knows them, or a name. */
@NullUnmarked
record PostForm(
        @NotBlank(message = "{planning.missing.post}") String post,

        @NotBlank(message = "{planning.missing.holder}") @Size(max = 100)
        String holder,

        Boolean member,
        @NotNull(message = "{planning.missing.day}") LocalDate day) {
    boolean isMember() {
        return Boolean.TRUE.equals(member);
    }
}

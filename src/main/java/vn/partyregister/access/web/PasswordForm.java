package vn.partyregister.access.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.validation.Errors;

/** The old password, and the new one twice. */
@NullUnmarked
record PasswordForm(
        @NotBlank @Size(max = 200) String current,
        @NotBlank @Size(max = 200) String password,
        String again) {

    static void requireTwice(String password, String again, Errors errors) {
        if (password != null && !password.equals(again)) {
            errors.rejectValue("again", "access.password.not-the-same");
        }
    }
}

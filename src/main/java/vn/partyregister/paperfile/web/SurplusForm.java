package vn.partyregister.paperfile.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.NullUnmarked;

/** What the browser sends of a file too many. */
@NullUnmarked
record SurplusForm(
        @NotBlank @Size(max = 200) String cover,
        @Size(max = 500) String remark) {
    static SurplusForm empty() {
        return new SurplusForm(null, null);
    }
}

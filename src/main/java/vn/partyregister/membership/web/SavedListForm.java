package vn.partyregister.membership.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import vn.partyregister.membership.SavedList;
import vn.partyregister.platform.VietnameseText;

/** What the browser sends of a list that is kept by name; {@code sharedWith} is empty where it stays its owner's. */
@NullUnmarked
record SavedListForm(
        @NotBlank(message = "{membership.missing.list-name}") @Size(max = 100)
        String name,

        UUID sharedWith) {
    SavedListForm {
        name = name == null ? null : VietnameseText.tidy(name);
    }

    static SavedListForm empty() {
        return new SavedListForm(null, null);
    }

    static SavedListForm of(SavedList list) {
        return new SavedListForm(list.name(), list.sharedWith());
    }
}

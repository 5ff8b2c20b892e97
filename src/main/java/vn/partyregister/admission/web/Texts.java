package vn.partyregister.admission.web;

import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.VietnameseText;

/** What somebody typed, tidied. */
final class Texts {
    private Texts() {}

    /** Null where nothing was typed. */
    static @Nullable String given(@Nullable String typed) {
        var text = typed == null ? "" : VietnameseText.tidy(typed);
        return text.isEmpty() ? null : text;
    }
}

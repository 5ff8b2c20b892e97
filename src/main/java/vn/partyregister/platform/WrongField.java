package vn.partyregister.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;

/**
 * Marks a field of a form as wrong for a reason that only the register knows.
 *
 * <p>{@code BindingResult.rejectValue} reads the field from the form, and a form with an unreadable field beside it holds
 * nothing to read: what was typed is given here.
 */
public final class WrongField {
    private WrongField() {}

    /** Adds the message {@code code} to {@code field}, which keeps showing what was typed. */
    public static void mark(
            BindingResult errors, String field, @Nullable Object typed, String code, Object... arguments) {
        errors.addError(new FieldError(
                errors.getObjectName(), field, typed, false, errors.resolveMessageCodes(code, field), arguments, null));
    }
}

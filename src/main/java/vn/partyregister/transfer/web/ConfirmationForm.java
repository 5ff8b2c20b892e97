package vn.partyregister.transfer.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.validation.BindingResult;
import vn.partyregister.platform.VietnameseText;
import vn.partyregister.platform.WrongField;
import vn.partyregister.transfer.Confirmation;
import vn.partyregister.transfer.Confirmation.Particulars;
import vn.partyregister.transfer.Side;
import vn.partyregister.transfer.TransferFile;

/** What the browser sends where levels confirm. */
@NullUnmarked
record ConfirmationForm(
        @NotNull(message = "{transfer.missing.up-to}") Integer upTo,

        @NotNull(message = "{transfer.missing.day}") LocalDate day,

        @Size(max = 100) String number,
        @Size(max = 500) String lateWhy,
        @Size(max = 20) String sex,
        @Size(max = 50) String ethnicity,
        @Size(max = 50) String religion,
        LocalDate decidedOn) {
    static ConfirmationForm begin(TransferFile file, LocalDate today) {
        var open = file.fillable();
        var day = file.turn() == Side.FROM && file.head().letterIssuedOn() != null
                ? file.head().letterIssuedOn()
                : today;
        return new ConfirmationForm(
                open.isEmpty() ? null : open.getLast().position(), day, null, null, null, "KINH", "NONE", null);
    }

    /** What the boxes ask for besides: the number of the letter, what the letter of a newcomer does not say. */
    void hold(TransferFile file, BindingResult errors) {
        if (upTo == null) {
            return;
        }
        if (upTo == file.lastOfSender()
                && file.turn() == Side.FROM
                && file.head().letterNumber() == null) {
            require(number, "number", "transfer.missing.number", errors);
        }
        if (upTo == file.boxes().size() - 1 && file.head().newcomer()) {
            require(sex, "sex", "membership.missing.sex", errors);
            require(ethnicity, "ethnicity", "membership.missing.ethnicity", errors);
            require(religion, "religion", "membership.missing.religion", errors);
            require(decidedOn, "decidedOn", "transfer.missing.admitted", errors);
        }
    }

    private static void require(Object given, String field, String otherwise, BindingResult errors) {
        if ((given == null || given instanceof String text && text.isBlank()) && !errors.hasFieldErrors(field)) {
            WrongField.mark(errors, field, given, otherwise);
        }
    }

    Confirmation said() {
        return new Confirmation(
                upTo,
                day,
                Texts.given(number),
                Texts.given(lateWhy),
                sex == null || sex.isBlank() || decidedOn == null
                        ? null
                        : new Particulars(
                                VietnameseText.tidy(sex),
                                VietnameseText.tidy(ethnicity),
                                VietnameseText.tidy(religion),
                                decidedOn));
    }
}

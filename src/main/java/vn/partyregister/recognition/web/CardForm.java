package vn.partyregister.recognition.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import vn.partyregister.organisation.Decision;
import vn.partyregister.platform.VietnameseText;
import vn.partyregister.recognition.CardAct;
import vn.partyregister.recognition.NewCard;

/** What the browser sends of a card that is given; {@code serial} is empty where the blank is not named. */
@NullUnmarked
record CardForm(
        @NotNull(message = "{recognition.missing.act}") CardAct act,

        @NotBlank(message = "{recognition.missing.card-number}") @Size(max = 30)
        String cardNumber,

        @NotBlank(message = "{recognition.missing.place}") @Size(max = 200)
        String place,

        @NotNull(message = "{membership.missing.day}") LocalDate day,
        @Size(max = 30) String serial,

        @NotBlank(message = "{membership.missing.number}") @Size(max = 100)
        String number,

        @NotNull(message = "{membership.missing.decided-on}")
        LocalDate decidedOn,

        @NotBlank(message = "{membership.missing.issuer}") @Size(max = 200)
        String issuer) {
    static CardForm by(CardAct act, String cardNumber, String issuer) {
        return new CardForm(act, cardNumber, issuer, null, null, null, null, issuer);
    }

    NewCard card() {
        return new NewCard(
                act,
                VietnameseText.tidy(cardNumber),
                VietnameseText.tidy(place),
                day,
                new Decision(issuer, number, decidedOn, null),
                serial == null || serial.isBlank() ? null : VietnameseText.tidy(serial));
    }

    /** How a card ends. */
    @NullUnmarked
    record End(
            @NotNull(message = "{recognition.missing.act}") CardAct act,
            @NotNull(message = "{membership.missing.day}") LocalDate day,
            @Size(max = 300) String remark) {
        static End empty() {
            return new End(null, null, null);
        }
    }

    /**
     * An entry that was wrong.
     *
     * @param event the entry that the page showed as the last
     */
    @NullUnmarked
    record Wrong(
            @NotNull(message = "{recognition.not-the-last-entry}")
            UUID event,

            @NotBlank(message = "{recognition.missing.why}") @Size(max = 300)
            String why) {
        /** Marks that nobody sees are no reason. */
        Wrong {
            why = why == null ? null : VietnameseText.tidy(why);
        }

        /** Nothing is said of it yet. */
        static Wrong about(UUID event) {
            return new Wrong(event, null);
        }
    }

    /** A badge that was lost. */
    @NullUnmarked
    record Loss(
            @NotNull(message = "{recognition.missing.level}")
            Integer years,

            @NotNull(message = "{membership.missing.day}") LocalDate day,

            @NotBlank(message = "{recognition.missing.account}") @Size(max = 300)
            String account,

            @Size(max = 30) String badgeNumber) {
        static Loss empty() {
            return new Loss(null, null, null, null);
        }
    }
}

package vn.partyregister.transfer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Levels of one side confirm.
 *
 * @param upTo the box up to which the open boxes of its side are filled
 * @param number of the letter, where its last signature is among them
 * @param lateWhy why the letter was presented after its term
 * @param person what the letter of a newcomer does not say, where they are taken in
 */
public record Confirmation(
        int upTo,
        LocalDate day,
        @Nullable String number,
        @Nullable String lateWhy,
        @Nullable Particulars person) {
    /**
     * What the register must know of a member besides the letter.
     *
     * @param decidedOn the decision that admitted them: their party age begins then
     */
    public record Particulars(String sex, String ethnicity, String religion, LocalDate decidedOn) {}
}

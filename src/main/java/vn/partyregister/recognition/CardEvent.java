package vn.partyregister.recognition;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a card.
 *
 * @param id of the entry
 * @param number of the card that was given; null where one was ended
 * @param formerNumber of the card before
 * @param serial of the blank card
 * @param withdrawnOn when it was taken back as entered; null for what stands
 */
public record CardEvent(
        UUID id,
        UUID memberId,
        String fullName,
        String organisation,
        CardAct kind,
        LocalDate happenedOn,
        @Nullable String number,
        @Nullable String formerNumber,
        @Nullable String place,
        @Nullable String serial,
        @Nullable String decisionNumber,
        @Nullable LocalDate decidedOn,
        @Nullable String issuer,
        @Nullable String remark,
        @Nullable LocalDate withdrawnOn,
        @Nullable String withdrawnWhy) {}

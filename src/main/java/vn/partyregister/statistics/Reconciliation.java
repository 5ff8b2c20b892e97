package vn.partyregister.statistics;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.RuleSource;

/**
 * The register of a committee beside what the committee above counts of it (đối chiếu danh sách đảng viên), on one day.
 *
 * @param interval the rule that asks for it
 * @param now the figures as they are at this moment
 * @param ownSigned the latest signature of the committee; null while there is none
 * @param aboveSigned the latest signature of the committee above
 */
public record Reconciliation(
        Committee organisation,
        Committee above,
        LocalDate on,
        RuleSource interval,
        Figures now,
        @Nullable PaperCount paper,
        @Nullable Closing ownClosing,
        @Nullable Closing aboveClosing,
        @Nullable Signature ownSigned,
        @Nullable Signature aboveSigned) {
    /** How far it has come. */
    public State state() {
        return State.of(ownSigned, aboveSigned);
    }

    /** What is shown and printed: the signed figures once both have signed them, else those of this moment. */
    public Figures shown() {
        return state() == State.SETTLED && ownSigned != null ? ownSigned.figures() : now;
    }

    /** Whether something has changed since it was settled, or since the only signature so far. */
    public boolean moved() {
        return switch (state()) {
            case OPEN -> false;
            case SETTLED, OWN_SIGNED ->
                ownSigned != null && !ownSigned.figures().equals(now);
            case ABOVE_SIGNED -> aboveSigned != null && !aboveSigned.figures().equals(now);
        };
    }

    /** Whether a side still has to sign, for the first time or because the figures are others than those it has signed. */
    public boolean asks(Side side) {
        var signed = side == Side.OWN ? ownSigned : aboveSigned;
        var other = side == Side.OWN ? State.ABOVE_SIGNED : State.OWN_SIGNED;
        return signed == null || !signed.figures().equals(now) || state() == other;
    }

    /** The latest signature of a side. */
    @Nullable
    Signature signed(Side side) {
        return side == Side.OWN ? ownSigned : aboveSigned;
    }

    /** Who signs for whom. */
    public enum Side {
        /** The committee itself. */
        OWN,
        /** The committee above it. */
        ABOVE;

        Side other() {
            return this == OWN ? ABOVE : OWN;
        }
    }

    /** How far a reconciliation has come. */
    public enum State {
        OPEN,
        OWN_SIGNED,
        ABOVE_SIGNED,
        /** Both have signed the same figures. */
        SETTLED;

        static State of(@Nullable Signature own, @Nullable Signature above) {
            if (own == null) {
                return above == null ? OPEN : ABOVE_SIGNED;
            }
            if (above == null) {
                return OWN_SIGNED;
            }
            if (own.figures().equals(above.figures())) {
                return SETTLED;
            }
            return own.recorded() > above.recorded() ? OWN_SIGNED : ABOVE_SIGNED;
        }
    }

    /**
     * What is compared.
     *
     * @param own how many the committee counts
     * @param paper how many it counts on paper; null where it keeps no books of its own
     * @param above how many the committee above counts of it
     * @param onlyOwn whom only the committee counts, in the order of their ids
     * @param onlyAbove whom only the committee above counts
     */
    public record Figures(
            long own, @Nullable Long paper, long above, List<MemberId> onlyOwn, List<MemberId> onlyAbove) {
        public Figures {
            onlyOwn = List.copyOf(onlyOwn);
            onlyAbove = List.copyOf(onlyAbove);
        }

        /** Whether the books on paper say otherwise: no list of people explains that. */
        public boolean paperDiffers() {
            return paper != null && paper != own;
        }

        /** Whether all three agree, person by person. */
        public boolean agree() {
            return onlyOwn.isEmpty() && onlyAbove.isEmpty() && !paperDiffers();
        }
    }

    /** A figure from the books on paper. */
    public record PaperCount(long figure, String source, String recordedBy, LocalDateTime recordedAt) {}

    /**
     * Somebody's signature.
     *
     * @param as the committee in whose name they signed
     */
    public record Signature(
            long recorded,
            Side side,
            String as,
            Figures figures,
            @Nullable String remark,
            String signedBy,
            LocalDateTime signedAt) {}
}

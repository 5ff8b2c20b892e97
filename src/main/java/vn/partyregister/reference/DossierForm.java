package vn.partyregister.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A form (mẫu) that the dossier of an admission holds, as one guidance has it, in the reader's language.
 *
 * @param key what it is for, whatever its code is at the time
 * @param slug its code as it stands in an address
 * @param stage of the case at which it is due
 * @param onlyWhen where the dossier needs it at all; null for always
 * @param paper the kind of paper of the case that shows it; null unless {@code shownBy} is a paper
 * @param scan the kind of paper that its scan is in the file of a member
 * @param last the last day it is used; null while it is
 * @param printed whether the register fills it in
 */
public record DossierForm(
        String key,
        String code,
        String slug,
        String name,
        Writer writer,
        String stage,
        @Nullable Condition onlyWhen,
        ShownBy shownBy,
        @Nullable String paper,
        @Nullable String scan,
        LocalDate starts,
        @Nullable LocalDate last,
        String directive,
        String directiveId,
        Certainty certainty,
        boolean printed) {

    /** Who writes it. */
    public enum Writer {
        CANDIDATE,
        INTRODUCER,
        HELPER,
        /** The committee of the youth union or the trade union. */
        UNION,
        WORKPLACE,
        RESIDENCE,
        TRAINING_CENTRE,
        CELL_COMMITTEE,
        CELL,
        /** Đảng ủy bộ phận. */
        PARTIAL,
        /** Đảng ủy cơ sở. */
        BASE,
        /** The committee that decides. */
        COMPETENT
    }

    /** Where it is needed. */
    public enum Condition {
        PARTIAL,
        BASE_COMMITTEE,
        YOUTH_UNION,
        TRADE_UNION,
        /** A union introduces, and one member. */
        ONE_INTRODUCER,
        TWO_INTRODUCERS,
        DECIDED_ABOVE,
        DECIDED_BY_BASE
    }

    /** What shows that the dossier holds it. */
    public enum ShownBy {
        STEP,
        DOCUMENT,
        PAPER
    }

    /**
     * A line of what it says.
     *
     * @param number as printed before it
     * @param onlyWhen where it is printed at all
     * @param text with what is to be filled in, in braces
     * @param room dotted lines of an open one
     */
    public record Line(
            Kind kind, @Nullable String number, @Nullable Condition onlyWhen, String text, int room) {
        /** How it stands on the page. */
        public enum Kind {
            TITLE,
            SUBTITLE,
            BASIS,
            SAID,
            CENTRE,
            ARTICLE,
            OPEN,
            RECIPIENT,
            SIGNED,
            SIGNER
        }
    }
}

package vn.partyregister.committee;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationTree.Facts;
import vn.partyregister.organisation.OrganisationTree.Named;

/**
 * The committees of one organisation as they are read.
 *
 * @param asAt the day asked for
 * @param term the term of that day, or the last one before it; null where none is known
 * @param shownOn the day whose holders are shown: the last day of a term that has ended
 * @param holders who holds a post on that day
 * @param others who held one before, or comes to one later in the term, or was entered wrongly
 * @param terms all terms, the latest first, with those that were taken back
 */
public record CommitteeFile(
        Facts organisation,
        List<Named> path,
        LocalDate asAt,
        @Nullable TermLine term,
        LocalDate shownOn,
        List<Holder> holders,
        List<Holder> others,
        List<TermLine> terms,
        List<Warning> warnings) {
    public CommitteeFile {
        path = List.copyOf(path);
        holders = List.copyOf(holders);
        others = List.copyOf(others);
        terms = List.copyOf(terms);
        warnings = List.copyOf(warnings);
    }

    /** Whether the term shown was over on the day asked for. */
    public boolean hasEnded() {
        return term != null && term.lastDay().isBefore(asAt);
    }

    /**
     * A term with the decision behind it.
     *
     * @param changes how often its end was changed
     * @param takenBackWhy null where it stands
     */
    public record TermLine(
            TermId id,
            int revision,
            String label,
            Body body,
            LocalDate starts,
            LocalDate lastDay,
            int members,
            String decisionNumber,
            LocalDate decidedOn,
            String issuer,
            int changes,
            @Nullable String takenBackWhy) {}

    /**
     * Somebody in a post.
     *
     * @param member null where the reader may not open the file
     * @param name null where the reader may not read names
     * @param judgedOn the day of coming to the post, or the opening of the register where that was later
     * @param official whether an official member that day
     * @param belonged whether in the organisation or below it that day
     * @param here whether still in it on the day shown
     * @param leftNumber the decision that ended it; null where it runs to the end of its term
     */
    public record Holder(
            HoldingId id,
            MemberId person,
            @Nullable MemberId member,
            @Nullable String name,
            String post,
            Manner manner,
            int place,
            LocalDate starts,
            LocalDate lastDay,
            LocalDate judgedOn,
            boolean official,
            boolean belonged,
            boolean here,
            String decisionNumber,
            LocalDate decidedOn,
            String issuer,
            @Nullable String leftNumber,
            @Nullable LocalDate leftDecidedOn,
            @Nullable String leftIssuer,
            @Nullable String takenBackWhy) {
        boolean holdsOn(LocalDate day) {
            return takenBackWhy == null && !day.isBefore(starts) && !day.isAfter(lastDay);
        }
    }
}

package vn.partyregister.membership;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.ClosedPeriods.ClosedPeriod;
import vn.partyregister.membership.Standings.Place;
import vn.partyregister.platform.Scope;

/**
 * What a clerk does for many people at once. The engine knows who was chosen, keeps the scope, shows the preview, runs
 * the job and keeps the result; an act knows who can, and writes. Each method is asked for a whole set of people and
 * answers with as many statements as it would need for one.
 *
 * @param <T> what holds for all of them: read from the act's form, kept as JSON
 */
public interface BulkAct<T> {
    /** Its name in addresses, tables and message keys. */
    String key();

    Class<T> terms();

    /** Whether it rests on one decision, so that it is written for all or for nobody, whatever breaks off. */
    boolean isWhole();

    /**
     * Judges people as the single act would judge each; asked for the preview, and again when it is written.
     *
     * @param people whom the clerk's right reaches, with where they belong
     * @param scope how far that right reaches
     */
    BulkJudgement judge(Map<MemberId, Place> people, T terms, Scope scope, LocalDate today);

    /** The closed periods that it would come too late for; none for an act that enters nothing in the journal. */
    default List<ClosedPeriod> lateFor(Map<MemberId, Place> people, T terms, Scope scope, LocalDate today) {
        return List.of();
    }

    /** Writes it for people who were judged in the same transaction and are held by it. */
    void write(Collection<BulkPerson> people, T terms, Scope scope);

    /** Who of those it was written for stands otherwise since. */
    BulkJudgement judgeUndo(Collection<BulkPerson> people, T terms);

    /** Takes it back for people who were judged in the same transaction and are held by it. */
    void undo(Collection<BulkPerson> people, T terms);
}

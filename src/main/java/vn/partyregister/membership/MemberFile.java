package vn.partyregister.membership;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.partyregister.member.MemberId;
import vn.partyregister.member.Restoration;
import vn.partyregister.member.Section;
import vn.partyregister.member.Sheet;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.OrganisationTree.Named;

/**
 * The file of one member as it is read: the person, where they belong, and what the journal tells.
 *
 * @param photo whether there is a photo of them
 * @param restorations times the paper file was lost, the latest first
 * @param sheets the sections of the form that are not sensitive, as they stood on the day asked for
 * @param age full years on the day asked for, by the earliest day of birth; null for who is no longer a member
 * @param entryPeriod in which they joined the Party, as people call it; null where the file does not say when
 * @param status null for who stands nowhere on that day
 * @param path from the top of the reader's scope down to where they belong
 */
public record MemberFile(
        Person member,
        boolean photo,
        List<Restoration> restorations,
        List<Sheet> sheets,
        LocalDate asAt,
        @Nullable Integer age,
        @Nullable String entryPeriod,
        @Nullable Status status,
        boolean exempt,
        OrganisationId organisation,
        List<Named> path,
        List<Event> events,
        List<Past> standings,
        List<Exempt> exemptions,
        List<DatedFact> facts) {
    public MemberFile {
        restorations = List.copyOf(restorations);
        sheets = List.copyOf(sheets);
        path = List.copyOf(path);
        events = List.copyOf(events);
        standings = List.copyOf(standings);
        exemptions = List.copyOf(exemptions);
        facts = List.copyOf(facts);
    }

    /** What may be entered next: of a member what can happen to one, of who left how they come back. */
    public List<MovementKind> acts() {
        return switch (status) {
            case OFFICIAL -> MovementKind.OF_A_MEMBER;
            case PROBATIONARY -> MovementKind.OF_A_PROBATIONER;
            case null -> MovementKind.after(last());
        };
    }

    /** Whether who left the Party may be admitted, again or for the first time after all. */
    public boolean mayBeAdmitted() {
        var last = last();
        return status == null && last != MovementKind.TRANSFERRED_OUT && last != MovementKind.DIED;
    }

    private @Nullable MovementKind last() {
        return events.stream()
                .filter(event -> event.reversedBy() == null)
                .findFirst()
                .map(Event::kind)
                .orElse(null);
    }

    /** What they were called on the day asked for. */
    public String fullName() {
        return sheets.stream()
                .filter(sheet -> sheet.section() == Section.IDENTITY)
                .findFirst()
                .map(identity -> identity.value("full_name"))
                .orElse(member.fullName());
    }

    /**
     * Whose file it is.
     *
     * @param fullName as they are called now
     */
    public record Person(MemberId id, String fullName) {}

    /**
     * An entry of the journal, with what took it back.
     *
     * @param last whether nothing was told after it, so that it can be taken back
     * @param reason why it was taken back
     * @param source what it was entered from, where it was not decided by anybody known
     * @param correctedOn the day of the entry that stands in for it
     * @param corrects the day of the entry that it stands in for
     * @param lateFor the closed periods that it was recorded too late for
     */
    public record Event(
            MovementId id,
            MovementKind kind,
            LocalDate effectiveOn,
            @Nullable String fromName,
            @Nullable String toName,
            @Nullable String elsewhere,
            @Nullable Status status,
            boolean again,
            @Nullable String ground,
            @Nullable String decisionNumber,
            @Nullable LocalDate decidedOn,
            @Nullable String issuer,
            String recordedBy,
            LocalDateTime recordedAt,
            boolean last,
            @Nullable String reversedBy,
            @Nullable LocalDateTime reversedAt,
            @Nullable String reason,
            @Nullable String source,
            @Nullable LocalDate correctedOn,
            @Nullable LocalDate corrects,
            @Nullable String lateFor) {}

    /**
     * A standing, present or past.
     *
     * @param until the last day, null while it lasts
     */
    public record Past(
            Status status,
            @Nullable String name,
            LocalDate starts,
            @Nullable LocalDate until) {
        /** As it was on a day, on which it lasted or was over. */
        Past asAt(LocalDate day) {
            return until != null && until.isAfter(day) ? new Past(status, name, starts, null) : this;
        }
    }

    /** An exemption, with its last day where it has one. */
    public record Exempt(
            String ground,
            LocalDate starts,
            @Nullable LocalDate until,
            @Nullable String decisionNumber,
            @Nullable LocalDate decidedOn,
            @Nullable String issuer) {}
}

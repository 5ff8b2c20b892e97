package vn.partyregister.admission;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.jspecify.annotations.Nullable;
import vn.partyregister.admission.Step.Kind;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Refusal.RuleBroken;

/**
 * A case of admission (hồ sơ kết nạp đảng viên). Its history is a list of steps that only grows; a step back leaves those
 * behind it without effect. The days beside the stage follow from the steps that hold.
 */
@Entity
@Table(schema = "admission")
public class AdmissionCase {
    private static final int BATCH = 200;

    @EmbeddedId
    private AdmissionCaseId id;

    @Version
    private @Nullable Integer version;

    @Embedded
    @EmbeddedColumnNaming("organisation_%s")
    private OrganisationId organisation;

    @Embedded
    private Candidate candidate;

    @SuppressWarnings("UnusedVariable") // opened by whoever makes the member
    private byte @Nullable [] citizenNumberSealed;

    private byte @Nullable [] citizenNumberHash;
    private @Nullable String citizenNumberEnd;

    @Embedded
    @EmbeddedColumnNaming("again_%s")
    private @Nullable MemberId again;

    @Embedded
    @EmbeddedColumnNaming("member_%s")
    private @Nullable MemberId member;

    private LocalDate ruleDay;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    private LocalDate since;
    private @Nullable LocalDate endedOn;

    @Embedded
    private @Nullable Milestones milestones;

    private @Nullable LocalDate officialOn;
    private String recordedBy;

    @ElementCollection
    @CollectionTable(schema = "admission", name = "step", joinColumns = @JoinColumn(name = "case_id"))
    @OrderColumn(name = "position")
    @BatchSize(size = BATCH)
    private List<Step> steps = new ArrayList<>();

    @ElementCollection
    @CollectionTable(schema = "admission", name = "relative", joinColumns = @JoinColumn(name = "case_id"))
    @OrderColumn(name = "position")
    @BatchSize(size = BATCH)
    private List<Relative> relatives = new ArrayList<>();

    @ElementCollection
    @CollectionTable(schema = "admission", name = "paper", joinColumns = @JoinColumn(name = "case_id"))
    @OrderColumn(name = "position")
    @BatchSize(size = BATCH)
    private List<Paper> papers = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected AdmissionCase() {}

    @SuppressWarnings("NullAway.Init")
    private AdmissionCase(NewCase told, String username) {
        id = AdmissionCaseId.next();
        organisation = told.cell();
        candidate = told.candidate();
        again = told.again();
        ruleDay = told.day();
        stage = Stage.SOURCE;
        since = told.day();
        recordedBy = username;
    }

    /** Somebody is nominated. */
    static AdmissionCase open(NewCase told, String username) {
        var opened = new AdmissionCase(told, username);
        opened.append(Kind.REACHED, Stage.SOURCE, StepEntry.on(told.day()), username);
        return opened;
    }

    AdmissionCase seal(byte[] sealed, byte[] hash, String end) {
        citizenNumberSealed = sealed;
        citizenNumberHash = hash;
        citizenNumberEnd = end;
        return this;
    }

    byte @Nullable [] citizenNumberSealed() {
        return citizenNumberSealed;
    }

    byte @Nullable [] citizenNumberHash() {
        return citizenNumberHash;
    }

    /** Refuses a stage that is not the next on the way, nor a side that may be reached from here. */
    void requireNext(Stage next, Procedure procedure) {
        requireUnderWay();
        var allowed = procedure.get(next).side()
                ? procedure.sides(stage).stream().anyMatch(one -> one.stage() == next)
                : procedure.next(stage).filter(one -> one.stage() == next).isPresent();
        if (!allowed) {
            throw new RuleBroken("admission.not-next", next.label(), stage.label());
        }
    }

    /** It comes to the next stage, or leaves the way to a side. */
    AdmissionCase reach(Stage next, StepEntry entry, Procedure procedure, String username) {
        requireNext(next, procedure);
        requireInOrder(entry.day());
        append(Kind.REACHED, next, entry, username);
        moveTo(next, entry.day());
        return this;
    }

    /** A vote that fails leads off the way, with its numbers. */
    AdmissionCase fail(Stage side, StepEntry entry, Procedure procedure, String username) {
        requireUnderWay();
        requireInOrder(entry.day());
        append(Kind.REACHED, procedure.get(side).stage(), entry, username);
        moveTo(side, entry.day());
        return this;
    }

    /** What was told of a stage it has reached is told anew: another helper, another certificate. */
    AdmissionCase change(Stage told, StepEntry entry, Procedure procedure, String username) {
        requireUnderWay();
        if (live(told).isEmpty() || (!told.equals(Stage.HELPER_SET) && !told.equals(Stage.COURSE_DONE))) {
            throw new RuleBroken("admission.not-to-change", told.label());
        }
        requireInOrder(entry.day());
        append(Kind.CHANGED, told, entry, username);
        follow();
        return this;
    }

    /** It is put back to a stage for a reason; what the journal was told of is taken back there first. */
    AdmissionCase stepBack(Stage to, LocalDate day, String reason, Procedure procedure, String username) {
        var before =
                live(to).isPresent() && to != stage && (procedure.get(stage).side() || procedure.isBefore(to, stage));
        if (!before) {
            throw new RuleBroken("admission.not-back-to", to.label());
        }
        if (stage.isInTheJournal() || (joinedOn() != null && procedure.isBefore(to, Stage.CEREMONY))) {
            throw new RuleBroken("admission.in-the-journal", stage.label());
        }
        requireInOrder(day);
        append(Kind.BACK, to, because(day, reason), username);
        moveTo(to, day);
        return this;
    }

    /** The candidate goes to another cell, and the case with them. */
    AdmissionCase moveTo(OrganisationId cell, LocalDate day, String reason, String username) {
        requireUnderWay();
        if (cell.equals(organisation)) {
            throw new RuleBroken("admission.there-already");
        }
        requireInOrder(day);
        organisation = cell;
        append(Kind.MOVED, stage, because(day, reason), username);
        return this;
    }

    /** The ceremony made the candidate a member. */
    AdmissionCase becameMember(MemberId made) {
        member = made;
        return this;
    }

    /** Probation ended on this day, whenever that was decided. */
    AdmissionCase becameOfficial(LocalDate effective) {
        officialOn = effective;
        return this;
    }

    AdmissionCase add(Relative relative) {
        requireUnderWay();
        relatives.add(relative);
        return this;
    }

    AdmissionCase set(int position, Relative relative) {
        requireUnderWay();
        if (position < 0 || position >= relatives.size()) {
            throw new RuleBroken("admission.no-such-relative");
        }
        relatives.set(position, relative);
        return this;
    }

    AdmissionCase add(Paper paper) {
        requireUnderWay();
        papers.add(paper);
        return this;
    }

    private void requireUnderWay() {
        if (stage.isOver()) {
            throw new RuleBroken("admission.is-over", stage.label(), Dates.write(since));
        }
    }

    private void requireInOrder(LocalDate day) {
        var last = steps.getLast().day();
        if (day.isBefore(last)) {
            throw new RuleBroken("admission.before-the-last", Dates.write(last));
        }
    }

    private static StepEntry because(LocalDate day, String reason) {
        return new StepEntry(day, null, null, null, List.of(), null, null, reason);
    }

    private void append(Kind kind, Stage reached, StepEntry entry, String username) {
        steps.add(Step.of(kind, reached, entry, organisation, username));
    }

    private void moveTo(Stage next, LocalDate day) {
        stage = next;
        since = day;
        endedOn = next.isOver() ? day : null;
        follow();
    }

    private void follow() {
        milestones = Milestones.of(LiveSteps.of(steps));
    }

    private Milestones milestones() {
        return milestones == null ? Milestones.NONE : milestones;
    }

    /** The last step that holds of a stage; nothing where the case was not there, or was put back behind it. */
    public Optional<Step> live(Stage asked) {
        return LiveSteps.of(steps).get(asked);
    }

    public AdmissionCaseId id() {
        return id;
    }

    public OrganisationId organisation() {
        return organisation;
    }

    public Candidate candidate() {
        return candidate;
    }

    /** The last three digits: what everybody may see of it. */
    public @Nullable String citizenNumberEnd() {
        return citizenNumberEnd;
    }

    public @Nullable MemberId again() {
        return again;
    }

    public @Nullable MemberId member() {
        return member;
    }

    public LocalDate ruleDay() {
        return ruleDay;
    }

    public Stage stage() {
        return stage;
    }

    public LocalDate since() {
        return since;
    }

    public @Nullable LocalDate certificateOn() {
        return milestones().certificateOn();
    }

    public @Nullable LocalDate votedOn() {
        return milestones().votedOn();
    }

    public @Nullable LocalDate decidedOn() {
        return milestones().decidedOn();
    }

    public @Nullable LocalDate joinedOn() {
        return milestones().joinedOn();
    }

    public @Nullable LocalDate officialOn() {
        return officialOn;
    }

    public List<Step> steps() {
        return List.copyOf(steps);
    }

    public List<Relative> relatives() {
        return List.copyOf(relatives);
    }

    public List<Paper> papers() {
        return List.copyOf(papers);
    }

    /** The last paper of a kind. */
    Optional<Paper> paper(String kind) {
        return papers.reversed().stream().filter(one -> one.kind().equals(kind)).findFirst();
    }
}

package vn.partyregister.admission;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
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
import vn.partyregister.platform.Refusal.RuleBroken;

/**
 * A case of admission (hồ sơ kết nạp đảng viên). Its history is a list of steps that only grows; a step back leaves those
 * behind it without effect. The days beside the stage follow from the steps that hold.
 */
@Entity
@Table(schema = "admission")
public class AdmissionCase {
    @EmbeddedId
    private AdmissionCaseId id;

    @Version
    private @Nullable Integer version;

    @Embedded
    @EmbeddedColumnNaming("organisation_%s")
    private OrganisationId organisation;

    @Embedded
    private Candidate candidate;

    @Embedded
    @EmbeddedColumnNaming("citizen_number_%s")
    private @Nullable SealedNumber citizenNumber;

    @Embedded
    @EmbeddedColumnNaming("again_%s")
    private @Nullable MemberId again;

    @Embedded
    @EmbeddedColumnNaming("member_%s")
    private @Nullable MemberId member;

    private @Nullable String sourcePlace;
    private LocalDate ruleDay;

    @Embedded
    private CaseHistory history;

    @SuppressWarnings("UnusedVariable") // for lists
    private @Nullable LocalDate officialOn;

    private String recordedBy;

    @ElementCollection
    @CollectionTable(schema = "admission", name = "relative", joinColumns = @JoinColumn(name = "case_id"))
    @OrderColumn(name = "position")
    @BatchSize(size = 200)
    private List<Relative> relatives = new ArrayList<>();

    @ElementCollection
    @CollectionTable(schema = "admission", name = "paper", joinColumns = @JoinColumn(name = "case_id"))
    @OrderColumn(name = "position")
    @BatchSize(size = 200)
    private List<Paper> papers = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected AdmissionCase() {}

    /** Somebody is nominated. */
    static AdmissionCase open(NewCase told, String username) {
        var opened = new AdmissionCase();
        opened.id = AdmissionCaseId.next();
        opened.organisation = told.cell();
        opened.candidate = told.candidate();
        opened.again = told.again();
        opened.sourcePlace = told.place();
        opened.ruleDay = told.day();
        opened.recordedBy = username;
        opened.history =
                CaseHistory.begunWith(opened.step(Kind.REACHED, Stage.SOURCE, StepEntry.on(told.day()), username));
        return opened;
    }

    AdmissionCase known(SealedNumber number) {
        citizenNumber = number;
        return this;
    }

    /** What is told of the candidate is told anew, until they are a member: then the member's file is put right. */
    AdmissionCase correct(Candidate told, @Nullable String place) {
        requireUnderWay();
        if (isOfAMember()) {
            throw new RuleBroken("admission.correct-the-member", candidate.fullName());
        }
        candidate = told;
        sourcePlace = place;
        return this;
    }

    /** The number that was told of the candidate was not theirs, and theirs is not known. */
    AdmissionCase forgetNumber() {
        citizenNumber = null;
        return this;
    }

    @Nullable
    SealedNumber citizenNumber() {
        return citizenNumber;
    }

    /** Refuses a stage that is not the next on the way, nor a side that may be reached from here. */
    void requireNext(Stage next, Procedure procedure) {
        requireUnderWay();
        procedure.requireNext(stage(), next);
    }

    /** It comes to the next stage; where a vote fails, {@code reached} is off the way, and its numbers are kept. */
    AdmissionCase reach(Stage next, Stage reached, StepEntry entry, Procedure procedure, String username) {
        requireNext(next, procedure);
        history.requireInOrder(entry.day());
        move(Kind.REACHED, reached, entry, username);
        return this;
    }

    /** What was told of a stage it has reached is told anew: another helper, another certificate. */
    AdmissionCase change(Stage told, StepEntry entry, Procedure procedure, String username) {
        requireUnderWay();
        if (live(told).isEmpty() || (!told.equals(Stage.HELPER_SET) && !told.equals(Stage.COURSE_DONE))) {
            throw new RuleBroken("admission.not-to-change", told.label());
        }
        history.requireInOrder(entry.day());
        history.add(step(Kind.CHANGED, told, entry, username));
        return this;
    }

    /** It is put back to a stage for a reason; what the journal was told of is taken back there first. */
    AdmissionCase stepBack(Stage to, LocalDate day, String reason, Procedure procedure, String username) {
        var before = live(to).isPresent()
                && to != stage()
                && (procedure.get(stage()).side() || procedure.isBefore(to, stage()));
        if (!before) {
            throw new RuleBroken("admission.not-back-to", to.label());
        }
        if (stage().isInTheJournal() || (milestones().joinedOn() != null && procedure.isBefore(to, Stage.CEREMONY))) {
            throw new RuleBroken("admission.in-the-journal", stage().label());
        }
        history.requireInOrder(day);
        move(Kind.BACK, to, StepEntry.because(day, reason), username);
        return this;
    }

    /** The candidate goes to another cell, and the case with them. */
    AdmissionCase moveTo(OrganisationId cell, LocalDate day, String reason, String username) {
        requireUnderWay();
        if (isOfAMember()) {
            throw new RuleBroken("admission.move-the-member", candidate.fullName());
        }
        if (cell.equals(organisation)) {
            throw new RuleBroken("admission.there-already");
        }
        history.requireInOrder(day);
        organisation = cell;
        history.add(step(Kind.MOVED, stage(), StepEntry.because(day, reason), username));
        return this;
    }

    /** The decision it waits for may be made until a later day. */
    AdmissionCase extend(Extension told, String username) {
        requireUnderWay();
        history.requireInOrder(told.day());
        history.add(Step.extended(stage(), told, organisation, username));
        return this;
    }

    /** Whether the candidate is on probation already: where they stand is told by the journal, and the case follows them. */
    public boolean isOfAMember() {
        return member != null && milestones().joinedOn() != null;
    }

    /** The ceremony made the candidate a member. */
    AdmissionCase becameMember(MemberId made) {
        member = made;
        return this;
    }

    /** What the journal was told of its member elsewhere holds for the case too: no earlier than its last step. */
    AdmissionCase follow(Followed told, String username) {
        organisation = told.cell();
        officialOn = told.officialOn();
        var entry = told.entry(history.steps().getLast().day());
        if (told.kind() == Kind.MOVED) {
            history.add(step(told.kind(), stage(), entry, username));
        } else {
            move(told.kind(), told.stage(), entry, username);
        }
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
        history.requireUnderWay();
    }

    private void move(Kind kind, Stage to, StepEntry entry, String username) {
        history.add(step(kind, to, entry, username), to, entry.day());
    }

    private Step step(Kind kind, Stage told, StepEntry entry, String username) {
        return Step.of(kind, told, entry, organisation, username);
    }

    /** The days it has come by, as the steps that hold tell them. */
    public Milestones milestones() {
        return history.milestones();
    }

    /** The last step that holds of a stage; nothing where the case was not there, or was put back behind it. */
    public Optional<Step> live(Stage asked) {
        return history.live().get(asked);
    }

    public AdmissionCaseId id() {
        return id;
    }

    /** How often it was written: what was shown is what is changed. */
    public int version() {
        return version == null ? 0 : version;
    }

    public OrganisationId organisation() {
        return organisation;
    }

    public Candidate candidate() {
        return candidate;
    }

    /** The last three digits: what everybody may see of it. */
    public @Nullable String citizenNumberEnd() {
        return citizenNumber == null ? null : citizenNumber.end();
    }

    /** The place without members (nơi chưa có đảng viên) that the candidate is meant for. */
    public @Nullable String sourcePlace() {
        return sourcePlace;
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
        return history.stage();
    }

    public LocalDate since() {
        return history.since();
    }

    public List<Step> steps() {
        return history.steps();
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

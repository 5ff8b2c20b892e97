package vn.partyregister.training;

import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.jspecify.annotations.Nullable;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Refusal.RuleBroken;

/** A class that a committee plans, holds or cancels (lớp bồi dưỡng). */
@Entity
@Table(schema = "training", name = "class")
public class TrainingClass {
    @EmbeddedId
    private TrainingClassId id;

    @Version
    private @Nullable Integer version;

    @Embedded
    @EmbeddedColumnNaming("organisation_%s")
    private OrganisationId organisation;

    @Enumerated(EnumType.STRING)
    private ClassKind kind;

    private String name;
    private String audience;
    private String place;
    private LocalDate fromOn;
    private LocalDate toOn;
    private int expected;
    private String recordedBy;
    private @Nullable LocalDate cancelledOn;
    private @Nullable String cancelledBy;
    private @Nullable String cancelledWhy;

    @SuppressWarnings("NullAway.Init")
    protected TrainingClass() {}

    private TrainingClass(NewClass told, String username) {
        id = TrainingClassId.next();
        organisation = told.organisation();
        kind = told.kind();
        name = told.name();
        audience = told.audience();
        place = told.place();
        fromOn = told.fromOn();
        toOn = told.toOn();
        expected = told.expected();
        recordedBy = username;
    }

    static TrainingClass plan(NewClass told, String username) {
        requirePossible(told);
        return new TrainingClass(told, username);
    }

    /** The plan changes; who holds the class and whom it is for stays. */
    TrainingClass replan(NewClass told) {
        requireNotCancelled();
        requirePossible(told);
        name = told.name();
        audience = told.audience();
        place = told.place();
        fromOn = told.fromOn();
        toOn = told.toOn();
        expected = told.expected();
        return this;
    }

    TrainingClass cancel(String why, String username, LocalDate today) {
        requireNotCancelled();
        cancelledOn = today;
        cancelledBy = username;
        cancelledWhy = why;
        return this;
    }

    TrainingClass requireNotCancelled() {
        if (cancelledOn != null) {
            throw new RuleBroken("training.cancelled", Dates.write(cancelledOn));
        }
        return this;
    }

    TrainingClass requireFor(ClassKind asked) {
        if (kind != asked) {
            throw new RuleBroken("training.not-for." + asked);
        }
        return this;
    }

    /** Its last day has come. */
    TrainingClass requireEndedBy(LocalDate day) {
        if (day.isBefore(toOn)) {
            throw new RuleBroken("training.not-ended", Dates.write(toOn));
        }
        return this;
    }

    private static void requirePossible(NewClass told) {
        if (told.name().isEmpty() || told.place().isEmpty()) {
            throw new RuleBroken(told.name().isEmpty() ? "training.missing.name" : "training.missing.place");
        }
        if (told.toOn().isBefore(told.fromOn())) {
            throw new RuleBroken("training.ends-before-it-begins");
        }
        if (told.expected() < 1) {
            throw new RuleBroken("training.expects-nobody");
        }
    }

    public TrainingClassId id() {
        return id;
    }

    public OrganisationId organisation() {
        return organisation;
    }

    public ClassKind kind() {
        return kind;
    }

    public LocalDate fromOn() {
        return fromOn;
    }

    public LocalDate toOn() {
        return toOn;
    }

    /** What is planned of it now. */
    NewClass planned() {
        return new NewClass(organisation, kind, name, audience, place, fromOn, toOn, expected);
    }
}

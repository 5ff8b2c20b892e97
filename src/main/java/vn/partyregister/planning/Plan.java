package vn.partyregister.planning;

import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.jspecify.annotations.Nullable;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Refusal.RuleBroken;

/** A committee plans the admissions of a year or of a term (kế hoạch kết nạp đảng viên). */
@Entity
@Table(schema = "planning")
public class Plan {
    @EmbeddedId
    private PlanId id;

    @Version
    private @Nullable Integer version;

    @Embedded
    @EmbeddedColumnNaming("organisation_%s")
    private OrganisationId organisation;

    @Enumerated(EnumType.STRING)
    private PlanKind kind;

    private String name;
    private LocalDate fromOn;
    private LocalDate toOn;
    private UUID decisionId;
    private String recordedBy;

    @SuppressWarnings("NullAway.Init")
    protected Plan() {}

    private Plan(NewPlan told, UUID decision, String username) {
        id = PlanId.next();
        organisation = told.organisation();
        kind = told.kind();
        name = told.name();
        fromOn = told.fromOn();
        toOn = told.toOn();
        decisionId = decision;
        recordedBy = username;
    }

    static Plan drawUp(NewPlan told, UUID decision, String username) {
        if (told.name().isEmpty()) {
            throw new RuleBroken("planning.missing.name");
        }
        if (told.toOn().isBefore(told.fromOn())) {
            throw new RuleBroken("planning.ends-before-it-begins");
        }
        if (told.kind() == PlanKind.YEAR
                && told.toOn().getYear() != told.fromOn().getYear()) {
            throw new RuleBroken("planning.longer-than-its-year");
        }
        return new Plan(told, decision, username);
    }

    public PlanId id() {
        return id;
    }

    public OrganisationId organisation() {
        return organisation;
    }

    public LocalDate fromOn() {
        return fromOn;
    }

    /** The paper it stands in. */
    UUID decision() {
        return decisionId;
    }
}

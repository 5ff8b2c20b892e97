package vn.partyregister.supplement;

import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.jspecify.annotations.Nullable;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Refusal.RuleBroken;

/** An organisation asks all its members for the supplement of a year (đợt bổ sung hồ sơ). */
@Entity
@Table(schema = "supplement")
public class Campaign {
    @EmbeddedId
    private CampaignId id;

    @Version
    private @Nullable Integer version;

    @Embedded
    @EmbeddedColumnNaming("organisation_%s")
    private OrganisationId organisation;

    private int year;
    private LocalDate opensOn;
    private LocalDate dueOn;
    private String guidance;
    private String recordedBy;
    private @Nullable LocalDate closedOn;
    private @Nullable String closedBy;

    @SuppressWarnings("NullAway.Init")
    protected Campaign() {}

    private Campaign(NewCampaign told, String username) {
        id = CampaignId.next();
        organisation = told.organisation();
        year = told.year();
        opensOn = told.opensOn();
        dueOn = told.dueOn();
        guidance = told.guidance();
        recordedBy = username;
    }

    static Campaign open(NewCampaign told, String username, LocalDate today) {
        if (told.opensOn().isAfter(today)) {
            throw new RuleBroken("supplement.in-the-future", Dates.write(told.opensOn()));
        }
        if (told.opensOn().getYear() < told.year()) {
            throw new RuleBroken("supplement.opens-before-its-year", Integer.toString(told.year()));
        }
        if (told.dueOn().isBefore(told.opensOn())) {
            throw new RuleBroken("supplement.due-before-it-opens");
        }
        return new Campaign(told, username);
    }

    /** A supplement comes in on a day. */
    Campaign requireTaking(LocalDate day, LocalDate today) {
        requireOpen();
        if (day.isAfter(today)) {
            throw new RuleBroken("supplement.in-the-future", Dates.write(day));
        }
        if (day.isBefore(opensOn)) {
            throw new RuleBroken("supplement.before-it-opens", Dates.write(opensOn));
        }
        return this;
    }

    Campaign requireOpen() {
        if (closedOn != null) {
            throw new RuleBroken("supplement.closed", Dates.write(closedOn));
        }
        return this;
    }

    Campaign close(String username, LocalDate today) {
        requireOpen();
        closedOn = today;
        closedBy = username;
        return this;
    }

    public CampaignId id() {
        return id;
    }

    public OrganisationId organisation() {
        return organisation;
    }

    public int year() {
        return year;
    }

    public LocalDate opensOn() {
        return opensOn;
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    public String guidance() {
        return guidance;
    }

    public @Nullable LocalDate closedOn() {
        return closedOn;
    }

    public @Nullable String closedBy() {
        return closedBy;
    }

    public boolean isOpen() {
        return closedOn == null;
    }
}

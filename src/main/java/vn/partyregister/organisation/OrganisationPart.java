package vn.partyregister.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Permission;

/** A page of an organisation's file that a higher module keeps: the file links to it, for those who may open it. */
public interface OrganisationPart {
    /** The message key of the link. */
    String label();

    /** Where the page shows the organisation as it was on a day; null for the business day. */
    String address(OrganisationId organisation, @Nullable LocalDate asAt);

    /** What the page behind the link asks of its visitor. */
    Permission permission();
}

package vn.partyregister.statistics.web;

import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.Visitor;

/** What every page of the forms reads alike from its address. */
final class Asked {
    private Asked() {}

    /** The organisation asked for, or the visitor's own. */
    static OrganisationId organisation(Parameters parameters, Visitor visitor) {
        var chosen = parameters.id("organisation");
        var organisation = chosen != null ? chosen : visitor.home();
        if (organisation == null) {
            throw new Refusal.NotPermitted("refusal.no-right");
        }
        return new OrganisationId(organisation);
    }
}

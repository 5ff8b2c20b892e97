package vn.partyregister.recognition.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import vn.partyregister.membership.MemberList;
import vn.partyregister.membership.OrganisationChoice;
import vn.partyregister.organisation.OrganisationField;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;

/** The organisations that the lists and forms of this module speak of. */
@Component
class Choices {
    private final MemberList members;
    private final OrganisationField field;
    private final BusinessDay businessDay;

    Choices(MemberList members, OrganisationField field, BusinessDay businessDay) {
        this.members = members;
        this.field = field;
        this.businessDay = businessDay;
    }

    /** The organisation chosen, or the visitor's own to choose below. */
    @Nullable
    OrganisationChoice of(@Nullable UUID organisation, Scope scope, Visitor visitor) {
        return members.choice(organisation, visitor, scope, businessDay.today());
    }

    /** The organisation a form means; marked as wrong where it means none. */
    @Nullable
    OrganisationId meant(@Nullable String typed, BindingResult errors, Scope scope) {
        return field.meant("organisation", typed, "recognition.unknown-organisation", errors, scope);
    }
}

package vn.partyregister.training.web;

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

/** The organisations that the lists and forms of classes speak of. */
@Component
class Organisers {
    private final MemberList members;
    private final OrganisationField field;
    private final BusinessDay businessDay;

    Organisers(MemberList members, OrganisationField field, BusinessDay businessDay) {
        this.members = members;
        this.field = field;
        this.businessDay = businessDay;
    }

    /** The organisation chosen as it is today, or the visitor's own to choose below. */
    @Nullable
    OrganisationChoice choice(@Nullable UUID chosen, Scope scope, Visitor visitor) {
        return members.nearest(chosen, visitor, scope, businessDay.today());
    }

    /** What is written in a form where nothing was typed yet: the visitor's own organisation. */
    String usual(Visitor visitor) {
        return field.usual(visitor);
    }

    /** The organisation a form means; marked as wrong where it means none. */
    @Nullable
    OrganisationId meant(@Nullable String typed, BindingResult errors, Scope scope) {
        return typed == null || typed.isBlank()
                ? null
                : field.meant("organisation", typed, "training.unknown-organisation", errors, scope);
    }
}

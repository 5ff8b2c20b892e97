package vn.partyregister.recognition.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import vn.partyregister.membership.MemberList;
import vn.partyregister.membership.OrganisationChoice;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;
import vn.partyregister.platform.WrongField;

/** The organisations that the lists and forms of this module speak of. */
@Component
class Choices {
    private final MemberList members;
    private final OrganisationTree tree;
    private final BusinessDay businessDay;

    Choices(MemberList members, OrganisationTree tree, BusinessDay businessDay) {
        this.members = members;
        this.tree = tree;
        this.businessDay = businessDay;
    }

    /** The organisation chosen, or the visitor's own to choose below. */
    @Nullable
    OrganisationChoice of(@Nullable UUID organisation, Scope scope, Visitor visitor) {
        var chosen = organisation != null ? organisation : visitor.home();
        if (chosen == null) {
            return null;
        }
        var choice = members.choice(chosen, scope, businessDay.today());
        if (choice.isEmpty() && organisation != null) {
            throw new Refusal.NotFound("membership.unknown-organisation");
        }
        return choice.orElse(null);
    }

    /** The organisation a form means; marked as wrong where it means none. */
    @Nullable
    OrganisationId meant(@Nullable String typed, BindingResult errors, Scope scope) {
        if (typed == null || errors.hasFieldErrors("organisation")) {
            return null;
        }
        var meant = tree.meant(typed, scope, businessDay.today()).orElse(null);
        if (meant == null) {
            WrongField.mark(errors, "organisation", typed, "recognition.unknown-organisation");
        }
        return meant;
    }
}

package vn.partyregister.planning.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import vn.partyregister.membership.MemberList;
import vn.partyregister.membership.OrganisationChoice;
import vn.partyregister.organisation.OrganisationField;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.planning.PlanRow;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;

/** The organisations that the pages of plans speak of. */
@Component
class Areas {
    private final MemberList members;
    private final OrganisationTree tree;
    private final OrganisationField field;
    private final BusinessDay businessDay;

    Areas(MemberList members, OrganisationTree tree, OrganisationField field, BusinessDay businessDay) {
        this.members = members;
        this.tree = tree;
        this.field = field;
        this.businessDay = businessDay;
    }

    /** The organisation chosen, or the visitor's own to choose below. */
    @Nullable
    OrganisationChoice choice(@Nullable UUID chosen, Scope scope, Visitor visitor) {
        return members.nearest(chosen, visitor, scope, businessDay.today());
    }

    /** Whose targets a plan opens with: those of who made it, or of the visitor's own organisation. */
    UUID first(PlanRow plan, @Nullable UUID asked, Visitor visitor) {
        if (asked != null) {
            return asked;
        }
        var home = visitor.home();
        if (plan.leads() || home == null) {
            return plan.organisation();
        }
        return home;
    }

    /** What is written in a form where nothing was typed yet: the visitor's own organisation. */
    String usual(Visitor visitor) {
        return field.usual(visitor);
    }

    /** The organisation a form means; marked as wrong where it means none. */
    @Nullable
    OrganisationId meant(@Nullable String typed, BindingResult errors, Scope scope) {
        return meant("organisation", typed, errors, scope);
    }

    /** The same for a field of another name; nothing where nothing was typed. */
    @Nullable
    OrganisationId meant(String name, @Nullable String typed, BindingResult errors, Scope scope) {
        return typed == null || typed.isBlank()
                ? null
                : field.meant(name, typed, "planning.unknown-organisation", errors, scope);
    }

    /** From the committee that made a plan, as far as it lies in the scope, down to an organisation. */
    List<OrganisationTree.Named> path(PlanRow plan, UUID organisation, Scope scope) {
        var whole = tree.path(new OrganisationId(organisation), scope, businessDay.today());
        return whole.stream()
                .dropWhile(step -> plan.leads() && !step.id().id().equals(plan.organisation()))
                .toList();
    }

    /** The name of an organisation in the scope. */
    String name(UUID organisation, Scope scope) {
        return tree.find(new OrganisationId(organisation), scope, businessDay.today())
                .orElseThrow(() -> new NotFound("planning.unknown"))
                .name();
    }
}

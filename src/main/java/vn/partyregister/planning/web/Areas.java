package vn.partyregister.planning.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import vn.partyregister.membership.MemberList;
import vn.partyregister.membership.OrganisationChoice;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.planning.PlanRow;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;
import vn.partyregister.platform.WrongField;

/** The organisations that the pages of plans speak of. */
@Component
class Areas {
    private final MemberList members;
    private final OrganisationTree tree;
    private final BusinessDay businessDay;

    Areas(MemberList members, OrganisationTree tree, BusinessDay businessDay) {
        this.members = members;
        this.tree = tree;
        this.businessDay = businessDay;
    }

    /** The organisation chosen, or the visitor's own to choose below. */
    @Nullable
    OrganisationChoice choice(@Nullable UUID chosen, Scope scope, Visitor visitor) {
        return Stream.of(Optional.ofNullable(chosen), Optional.ofNullable(visitor.home()))
                .flatMap(Optional::stream)
                .flatMap(one -> members.choice(one, scope, businessDay.today()).stream())
                .findFirst()
                .orElse(null);
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
        var home = visitor.home();
        return home == null
                ? ""
                : tree.name(new OrganisationId(home), businessDay.today()).orElse("");
    }

    /** The organisation a form means; marked as wrong where it means none. */
    @Nullable
    OrganisationId meant(@Nullable String typed, BindingResult errors, Scope scope) {
        return meant("organisation", typed, errors, scope);
    }

    /** The same for a field of another name; nothing where nothing was typed. */
    @Nullable
    OrganisationId meant(String field, @Nullable String typed, BindingResult errors, Scope scope) {
        if (typed == null || typed.isBlank() || errors.hasFieldErrors(field)) {
            return null;
        }
        var meant = tree.meant(typed, scope, businessDay.today()).orElse(null);
        if (meant == null) {
            WrongField.mark(errors, field, typed, "planning.unknown-organisation");
        }
        return meant;
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

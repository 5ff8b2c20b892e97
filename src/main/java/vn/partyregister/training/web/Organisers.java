package vn.partyregister.training.web;

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
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;
import vn.partyregister.platform.WrongField;

/** The organisations that the lists and forms of classes speak of. */
@Component
class Organisers {
    private final MemberList members;
    private final OrganisationTree tree;
    private final BusinessDay businessDay;

    Organisers(MemberList members, OrganisationTree tree, BusinessDay businessDay) {
        this.members = members;
        this.tree = tree;
        this.businessDay = businessDay;
    }

    /** The organisation chosen as it is today, or the visitor's own to choose below. */
    @Nullable
    OrganisationChoice choice(@Nullable UUID chosen, Scope scope, Visitor visitor) {
        return Stream.of(Optional.ofNullable(chosen), Optional.ofNullable(visitor.home()))
                .flatMap(Optional::stream)
                .flatMap(one -> members.choice(one, scope, businessDay.today()).stream())
                .findFirst()
                .orElse(null);
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
        if (typed == null || typed.isBlank() || errors.hasFieldErrors("organisation")) {
            return null;
        }
        var meant = tree.meant(typed, scope, businessDay.today()).orElse(null);
        if (meant == null) {
            WrongField.mark(errors, "organisation", typed, "training.unknown-organisation");
        }
        return meant;
    }
}

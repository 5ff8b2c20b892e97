package vn.partyregister.organisation;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;
import vn.partyregister.platform.WrongField;

/** The field of a form in which an organisation is named, as it is today. */
@Component
public class OrganisationField {
    private final OrganisationTree tree;
    private final BusinessDay businessDay;

    OrganisationField(OrganisationTree tree, BusinessDay businessDay) {
        this.tree = tree;
        this.businessDay = businessDay;
    }

    /** What is written where nothing was typed yet: the visitor's own organisation. */
    public String usual(Visitor visitor) {
        var home = visitor.home();
        return home == null
                ? ""
                : tree.name(new OrganisationId(home), businessDay.today()).orElse("");
    }

    /**
     * The organisation that is meant; the field is marked as wrong where none is. Nothing where nothing was typed or the
     * field is wrong already.
     *
     * @param unknown the message that says so
     */
    public @Nullable OrganisationId meant(
            String field, @Nullable String typed, String unknown, BindingResult errors, Scope scope) {
        if (typed == null || errors.hasFieldErrors(field)) {
            return null;
        }
        var meant = tree.meant(typed, scope, businessDay.today()).orElse(null);
        if (meant == null) {
            WrongField.mark(errors, field, typed, unknown);
        }
        return meant;
    }
}

package vn.partyregister.membership.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.partyregister.membership.BulkWork;
import vn.partyregister.membership.BulkWorks;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.Decisions;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.platform.Attempt;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Scope;

/** What the forms of decisions about many share: who may decide on all of them, and what comes after. */
@Component
class BulkForms {
    private final BulkWorks works;
    private final Decisions decisions;
    private final BusinessDay businessDay;

    BulkForms(BulkWorks works, Decisions decisions, BusinessDay businessDay) {
        this.works = works;
        this.decisions = decisions;
        this.businessDay = businessDay;
    }

    String page(String view, BulkWork work, Scope scope, Model model) {
        model.addAttribute("bulk", work);
        model.addAttribute("issuers", decisions.issuersFor(works.organisations(work, scope), businessDay.today()));
        return view;
    }

    /** What a form proposes as the issuer; nothing where the tree knows of nobody above all of them. */
    @Nullable
    String usualIssuer(BulkWork work, Scope scope) {
        return decisions.issuersFor(works.organisations(work, scope), businessDay.today()).stream()
                .findFirst()
                .map(OrganisationTree.Named::name)
                .orElse(null);
    }

    /** Whose decision it is; null where its issuer is known only by name. */
    @Nullable
    OrganisationId issuer(@Nullable Decision decision, BulkWork work, Scope scope) {
        return decision == null
                ? null
                : decisions.issuer(decision, works.organisations(work, scope)).orElse(null);
    }

    /** Judges, and shows the preview; or shows the form again with why it can be done for nobody. */
    Object judge(String view, Model model, Runnable judging) {
        return Attempt.of(
                () -> {
                    judging.run();
                    return "redirect:/members/bulk/{work}";
                },
                () -> view,
                model);
    }
}

package vn.partyregister.membership.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.ClosedPeriods.ClosedPeriod;
import vn.partyregister.membership.MemberFiles;
import vn.partyregister.organisation.Decisions;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.platform.Attempt;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Scope;

/** What the entry pages about a member share: whom they are about, who may decide, and what comes after. */
@Component
class EntryPages {
    private final MemberFiles files;
    private final Decisions decisions;
    private final BusinessDay businessDay;

    EntryPages(MemberFiles files, Decisions decisions, BusinessDay businessDay) {
        this.files = files;
        this.decisions = decisions;
        this.businessDay = businessDay;
    }

    /** The page about somebody within the scope. */
    String page(String view, MemberId id, Scope scope, Model model) {
        var brief = files.brief(id, scope, businessDay.today());
        model.addAttribute("brief", brief);
        model.addAttribute("issuers", decisions.issuersFor(brief.organisationId(), businessDay.today()));
        return view;
    }

    /** What a form proposes as the issuer of a decision about somebody; nothing where the tree knows of nobody. */
    @Nullable
    String usualIssuer(MemberId id, Scope scope) {
        var today = businessDay.today();
        return decisions.issuersFor(files.brief(id, scope, today).organisationId(), today).stream()
                .findFirst()
                .map(OrganisationTree.Named::name)
                .orElse(null);
    }

    /** Whether the page is shown once more: the entry would come too late for a closed period, and nobody has said to know that. */
    static boolean asksWhetherLate(List<ClosedPeriod> late, @Nullable String knownLate, Model model) {
        model.addAttribute("late", late);
        return !late.isEmpty() && !"true".equals(knownLate);
    }

    /** Does it, and shows the file; or shows the page again with what was typed and why it was refused. */
    Object record(
            String view, String notice, MemberId id, Scope scope, Model model, RedirectAttributes next, Runnable act) {
        return Attempt.of(
                () -> {
                    act.run();
                    next.addAttribute("id", id.toString());
                    next.addFlashAttribute("notice", notice);
                    return "redirect:/members/{id}";
                },
                () -> page(view, id, scope, model),
                model);
    }
}

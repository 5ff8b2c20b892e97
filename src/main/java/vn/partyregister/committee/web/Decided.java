package vn.partyregister.committee.web;

import java.util.function.Supplier;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Attempt;

/** Where an entry leads to: the committee it was about, or the form again with what was typed and why it was refused. */
record Decided(
        OrganisationId organisation, String notice, Supplier<String> form, Model model, RedirectAttributes next) {
    Object by(Runnable act) {
        return Attempt.of(
                () -> {
                    act.run();
                    next.addAttribute("organisation", organisation.toString());
                    next.addFlashAttribute("notice", "committee.notice." + notice);
                    return "redirect:/organisations/{organisation}/committee";
                },
                form,
                model);
    }
}

package vn.partyregister.committee.web;

import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Refusal.RuleBroken;

/** Where an entry leads to: the committee it was about, or the form again with what was typed and why it was refused. */
record Decided(
        OrganisationId organisation, String notice, Supplier<String> form, Model model, RedirectAttributes next) {
    Object by(Runnable act) {
        try {
            act.run();
        } catch (RuleBroken refused) {
            model.addAttribute("refused", refused);
            return new ModelAndView(form.get(), model.asMap(), HttpStatus.CONFLICT);
        }
        next.addAttribute("organisation", organisation.toString());
        next.addFlashAttribute("notice", "committee.notice." + notice);
        return "redirect:/organisations/{organisation}/committee";
    }
}

package vn.partyregister.training.web;

import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.platform.Refusal.RuleBroken;

/** Does an act and goes on; or shows the page again with what was typed and why it was refused. */
final class Attempt {
    private Attempt() {}

    /** @param act gives where to go on */
    static Object of(
            Supplier<String> act, Supplier<String> page, String notice, Model model, RedirectAttributes flash) {
        String next;
        try {
            next = act.get();
        } catch (RuleBroken refused) {
            model.addAttribute("refused", refused);
            return new ModelAndView(page.get(), model.asMap(), HttpStatus.CONFLICT);
        }
        flash.addFlashAttribute("notice", "training.notice." + notice);
        return "redirect:" + next;
    }
}

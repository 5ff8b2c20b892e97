package vn.partyregister.platform;

import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.platform.Refusal.RuleBroken;

/** Does an act and goes on; or shows the page again with what was typed and why it was refused. */
public final class Attempt {
    private Attempt() {}

    /** @param act gives what is shown next */
    public static Object of(Supplier<?> act, Supplier<String> page, Model model) {
        try {
            return act.get();
        } catch (RuleBroken refused) {
            model.addAttribute("refused", refused);
            return new ModelAndView(page.get(), model.asMap(), HttpStatus.CONFLICT);
        }
    }

    /** The same; what is shown next says what was done. */
    public static Object of(
            Supplier<?> act, Supplier<String> page, String notice, Model model, RedirectAttributes flash) {
        return of(
                () -> {
                    var next = act.get();
                    flash.addFlashAttribute("notice", notice);
                    return next;
                },
                page,
                model);
    }

    /** The same of an act that gives nothing. */
    public static Object of(
            Runnable act, Supplier<String> page, String next, String notice, Model model, RedirectAttributes flash) {
        return of(
                () -> {
                    act.run();
                    return next;
                },
                page,
                notice,
                model,
                flash);
    }
}

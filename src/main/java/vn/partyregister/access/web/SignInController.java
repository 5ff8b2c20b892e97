package vn.partyregister.access.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import vn.partyregister.access.FirstAdministrator;
import vn.partyregister.platform.FirstLoad;
import vn.partyregister.platform.OpenToAll;

/** The sign-in page; the act itself is the security chain's. */
@Controller
@OpenToAll
class SignInController {
    private final FirstAdministrator first;
    private final FirstLoad load;

    SignInController(FirstAdministrator first, FirstLoad load) {
        this.first = first;
        this.load = load;
    }

    @GetMapping("/sign-in")
    String form(Model model) {
        model.addAttribute("awaited", first.isAwaited());
        model.addAttribute("loading", load.percent());
        return "access/sign-in";
    }

    /** Where the security chain sends who has no attempt left; nobody comes here otherwise. */
    @RequestMapping(path = "/sign-in/wait", method = RequestMethod.POST)
    String waitAWhile(HttpServletRequest request, Model model) {
        if (!(request.getAttribute("wait") instanceof Long minutes)) {
            return "redirect:/sign-in";
        }
        model.addAttribute("minutes", minutes);
        return form(model);
    }
}

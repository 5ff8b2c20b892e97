package vn.partyregister.dashboard.web;

import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.dashboard.Home;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;

/** The home of the visitor's organisation, and of each below it. */
@Controller
@Permitted(Permission.SEE_HOME)
class HomeController {
    private final Home home;
    private final BusinessDay businessDay;

    HomeController(Home home, BusinessDay businessDay) {
        this.home = home;
        this.businessDay = businessDay;
    }

    @GetMapping("/")
    String home(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, Locale language, Model model) {
        var parameters = new Parameters(given);
        var chosen = parameters.id("organisation");
        var day = parameters.day("asAt");
        var organisation = chosen != null ? chosen : visitor.home();
        if (organisation == null) {
            throw new Refusal.NotPermitted("refusal.no-right");
        }
        var today = businessDay.today();
        model.addAttribute(
                "page", home.page(new OrganisationId(organisation), scope, day != null ? day : today, today, language));
        model.addAttribute("unreadable", parameters.unreadable());
        return "dashboard/home";
    }
}

package vn.partyregister.inbox.web;

import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.inbox.Inbox;
import vn.partyregister.inbox.ObligationState;
import vn.partyregister.inbox.Punctuality;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;

/** How much was done in time and how much late, by organisation, kind and year. */
@Controller
@Permitted(Permission.READ_MEMBERS)
class PunctualityController {
    private static final int FIRST_YEAR = 2000;
    private static final int YEARS_SHOWN = 4;

    private final Punctuality punctuality;
    private final Inbox inbox;
    private final OrganisationTree tree;
    private final BusinessDay businessDay;

    PunctualityController(Punctuality punctuality, Inbox inbox, OrganisationTree tree, BusinessDay businessDay) {
        this.punctuality = punctuality;
        this.inbox = inbox;
        this.tree = tree;
        this.businessDay = businessDay;
    }

    @GetMapping("/inbox/punctuality")
    String figures(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, Model model) {
        var parameters = new Parameters(given);
        var today = businessDay.today();
        var organisation = organisation(parameters.id("organisation"), visitor);
        var facts = tree.get(new OrganisationId(organisation), scope, today);
        var kind = parameters.oneOf("kind", inbox.kinds());
        var asked = parameters.number("year", FIRST_YEAR, today.getYear() + 1);
        var year = asked == null ? today.getYear() : asked;
        model.addAttribute("organisation", facts);
        model.addAttribute("kind", kind);
        model.addAttribute("year", year);
        model.addAttribute(
                "years",
                IntStream.rangeClosed(0, YEARS_SHOWN)
                        .map(back -> today.getYear() - back)
                        .boxed()
                        .toList());
        model.addAttribute("kinds", inbox.kinds());
        model.addAttribute("states", ObligationState.values());
        model.addAttribute("table", punctuality.of(organisation, kind, year, scope, today));
        model.addAttribute("unreadable", parameters.unreadable());
        return "inbox/punctuality";
    }

    private static UUID organisation(@Nullable UUID asked, Visitor visitor) {
        var organisation = asked == null ? visitor.home() : asked;
        if (organisation == null) {
            throw new NotFound("inbox.unknown-organisation");
        }
        return organisation;
    }
}

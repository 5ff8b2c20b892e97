package vn.partyregister.supplement.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.membership.MemberList;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.platform.Attempt;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;
import vn.partyregister.reference.Code;
import vn.partyregister.supplement.CampaignId;
import vn.partyregister.supplement.CampaignList;
import vn.partyregister.supplement.Supplements;

/** Campaigns of the yearly supplement: opened, counted by organisation, closed. */
@Controller
@RequestMapping("/supplements")
@Permitted(Permission.READ_MEMBERS)
class CampaignController {
    private static final String SHOW = "redirect:/supplements/{campaign}";

    private final Supplements supplements;
    private final CampaignList campaigns;
    private final MemberList organisations;
    private final OrganisationTree tree;
    private final BusinessDay businessDay;

    CampaignController(
            Supplements supplements,
            CampaignList campaigns,
            MemberList organisations,
            OrganisationTree tree,
            BusinessDay businessDay) {
        this.supplements = supplements;
        this.campaigns = campaigns;
        this.organisations = organisations;
        this.tree = tree;
        this.businessDay = businessDay;
    }

    @GetMapping
    String list(@RequestParam Map<String, String> given, Scope scope, Model model) {
        var parameters = new Parameters(given);
        model.addAttribute("listing", campaigns.page(scope, parameters.page()));
        model.addAttribute("unreadable", parameters.unreadable());
        return "supplement/campaigns";
    }

    @GetMapping("/new")
    @Permitted(Permission.KEEP_MEMBERS)
    String begin(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, Model model) {
        var asked = new Parameters(given).id("organisation");
        var chosen = asked == null ? visitor.home() : asked;
        model.addAttribute("form", CampaignForm.of(chosen, businessDay.today()));
        return entry(scope, visitor, model);
    }

    @PostMapping
    @Permitted(Permission.KEEP_MEMBERS)
    Object open(
            @Valid @ModelAttribute("form") CampaignForm form,
            BindingResult errors,
            Scope scope,
            Visitor visitor,
            Model model,
            RedirectAttributes next) {
        if (errors.hasErrors()) {
            return entry(scope, visitor, model);
        }
        return Attempt.of(
                () -> {
                    return to(supplements.open(form.told(), scope), "supplement.opened-notice", next);
                },
                () -> entry(scope, visitor, model),
                model);
    }

    /** How far it has come, by the organisations below one. */
    @GetMapping("/{campaign}")
    String show(@PathVariable CampaignId campaign, @RequestParam Map<String, String> given, Scope scope, Model model) {
        var parameters = new Parameters(given);
        var row = campaigns.get(campaign, scope);
        var asked = OrganisationId.ofNullable(parameters.id("organisation"));
        var organisation = asked == null ? row.organisation() : asked;
        model.addAttribute("campaign", row).addAttribute("organisation", organisation);
        model.addAttribute("name", tree.name(organisation, row.opensOn()).orElse(row.name()));
        model.addAttribute("figures", campaigns.below(campaign, organisation, scope));
        model.addAttribute("unreadable", parameters.unreadable());
        return "supplement/figures";
    }

    /** Asks those who came since. */
    @PostMapping("/{campaign}/joiners")
    @Permitted(Permission.KEEP_MEMBERS)
    String addJoiners(@PathVariable CampaignId campaign, Scope scope, RedirectAttributes next) {
        next.addFlashAttribute("added", supplements.addJoiners(campaign, scope));
        return to(campaign, "supplement.joiners-notice", next);
    }

    @PostMapping("/{campaign}/closing")
    @Permitted(Permission.KEEP_MEMBERS)
    String close(@PathVariable CampaignId campaign, Scope scope, RedirectAttributes next) {
        supplements.close(campaign, scope);
        return to(campaign, "supplement.closed-notice", next);
    }

    private static String to(CampaignId campaign, String notice, RedirectAttributes next) {
        next.addAttribute("campaign", campaign.toString());
        next.addFlashAttribute("notice", notice);
        return SHOW;
    }

    private String entry(Scope scope, Visitor visitor, Model model) {
        model.addAttribute("organisations", choices(scope, visitor.home()));
        return "supplement/campaign";
    }

    /** The visitor's own organisation and those right below it. */
    private List<Code> choices(Scope scope, @Nullable UUID home) {
        if (home == null) {
            return List.of();
        }
        return organisations.choice(home, scope, businessDay.today()).stream()
                .flatMap(choice -> Stream.concat(Stream.of(choice.itself()), choice.below().stream()))
                .map(near -> new Code(near.id().toString(), near.name()))
                .toList();
    }
}

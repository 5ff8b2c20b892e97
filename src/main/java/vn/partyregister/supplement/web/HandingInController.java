package vn.partyregister.supplement.web;

import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.member.ChangeText;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.MemberFiles;
import vn.partyregister.platform.Attempt;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;
import vn.partyregister.supplement.CampaignId;
import vn.partyregister.supplement.CampaignList;
import vn.partyregister.supplement.SupplementSheets;
import vn.partyregister.supplement.Supplements;

/** The supplements of one member: which are asked for, and one that comes in. */
@Controller
@Permitted(Permission.READ_MEMBERS)
class HandingInController {
    private final Supplements supplements;
    private final SupplementSheets sheets;
    private final CampaignList campaigns;
    private final MemberFiles files;
    private final ChangeText text;
    private final BusinessDay businessDay;

    HandingInController(
            Supplements supplements,
            SupplementSheets sheets,
            CampaignList campaigns,
            MemberFiles files,
            ChangeText text,
            BusinessDay businessDay) {
        this.supplements = supplements;
        this.sheets = sheets;
        this.campaigns = campaigns;
        this.files = files;
        this.text = text;
        this.businessDay = businessDay;
    }

    @GetMapping("/members/{id}/supplements")
    String list(@PathVariable MemberId id, Scope scope, Model model) {
        model.addAttribute("brief", files.brief(id, scope, businessDay.today()));
        model.addAttribute("campaigns", campaigns.of(id));
        return "supplement/of-member";
    }

    @GetMapping("/supplements/{campaign}/members/{member}")
    String show(
            @PathVariable CampaignId campaign,
            @PathVariable MemberId member,
            Scope scope,
            Visitor visitor,
            Model model) {
        model.addAttribute("form", HandingInForm.on(businessDay.today()));
        return page(campaign, member, scope, visitor, model);
    }

    @PostMapping("/supplements/{campaign}/members/{member}")
    @Permitted(Permission.KEEP_MEMBERS)
    Object handIn(
            @PathVariable CampaignId campaign,
            @PathVariable MemberId member,
            @Valid @ModelAttribute("form") HandingInForm form,
            BindingResult errors,
            Scope scope,
            Visitor visitor,
            Model model,
            RedirectAttributes next) {
        if (errors.hasErrors()) {
            return page(campaign, member, scope, visitor, model);
        }
        return Attempt.of(
                () -> {
                    supplements.handIn(campaign, member, form.day(), form.changed(), scope);
                    next.addAttribute("campaign", campaign.toString()).addAttribute("member", member.toString());
                    next.addFlashAttribute("notice", "supplement.handed-in-notice");
                    return "redirect:/supplements/{campaign}/members/{member}";
                },
                () -> page(campaign, member, scope, visitor, model),
                model);
    }

    private String page(CampaignId campaign, MemberId member, Scope scope, Visitor visitor, Model model) {
        model.addAttribute("brief", files.brief(member, scope, businessDay.today()));
        model.addAttribute(
                "campaign",
                campaigns.of(member).stream()
                        .filter(asked -> asked.id().equals(campaign))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("supplement.not-asked")));
        var sensitive = scope.equals(visitor.scope(Permission.READ_SENSITIVE));
        model.addAttribute("sheet", sheets.of(campaign, member, sensitive)).addAttribute("text", text);
        return "supplement/member";
    }
}

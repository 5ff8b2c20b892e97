package vn.partyregister.recognition.web;

import jakarta.validation.Valid;
import java.util.Map;
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
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.MemberFiles;
import vn.partyregister.organisation.Decisions;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.platform.Attempt;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.recognition.BadgeBatchList;
import vn.partyregister.recognition.BadgeGoes;
import vn.partyregister.recognition.Withdrawal;
import vn.partyregister.recognition.Withdrawals;

/** Takes a badge of a member back. */
@Controller
@RequestMapping("/members/{member}/recognition/withdrawal")
@Permitted(Permission.KEEP_MEMBERS)
class WithdrawalController {
    private static final int HIGHEST = 90;

    private final Withdrawals withdrawals;
    private final BadgeBatchList batchList;
    private final MemberFiles files;
    private final Decisions decisions;
    private final BusinessDay businessDay;

    WithdrawalController(
            Withdrawals withdrawals,
            BadgeBatchList batchList,
            MemberFiles files,
            Decisions decisions,
            BusinessDay businessDay) {
        this.withdrawals = withdrawals;
        this.batchList = batchList;
        this.files = files;
        this.decisions = decisions;
        this.businessDay = businessDay;
    }

    @GetMapping
    String withdrawing(
            @PathVariable MemberId member, @RequestParam Map<String, String> given, Scope scope, Model model) {
        var view = page(member, scope, model);
        var usual = decisions
                .issuersFor(files.brief(member, scope, businessDay.today()).organisationId(), businessDay.today())
                .stream()
                .findFirst()
                .map(OrganisationTree.Named::name)
                .orElse(null);
        var years = new Parameters(given).number("years", 1, HIGHEST);
        model.addAttribute("form", WithdrawalForm.of(years, businessDay.today(), usual));
        return view;
    }

    @PostMapping
    Object withdraw(
            @PathVariable MemberId member,
            @Valid @ModelAttribute("form") WithdrawalForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        if (!errors.hasErrors()) {
            form.requireDecision(errors);
        }
        var view = page(member, scope, model);
        return errors.hasErrors()
                ? view
                : Attempt.of(
                        () -> withdrawals.withdraw(member, form.years(), form.withdrawal(), scope),
                        () -> view,
                        "redirect:/members/{member}/recognition",
                        "recognition.recorded",
                        model,
                        next);
    }

    private String page(MemberId member, Scope scope, Model model) {
        var brief = files.brief(member, scope, businessDay.today());
        model.addAttribute("brief", brief);
        model.addAttribute("badges", batchList.badges(member));
        model.addAttribute("grounds", Withdrawal.Ground.values());
        model.addAttribute("goings", BadgeGoes.values());
        model.addAttribute("issuers", decisions.issuersFor(brief.organisationId(), businessDay.today()));
        return "recognition/withdrawal";
    }
}

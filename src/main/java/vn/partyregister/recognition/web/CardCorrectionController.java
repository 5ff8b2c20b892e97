package vn.partyregister.recognition.web;

import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.MemberFiles;
import vn.partyregister.platform.Attempt;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.recognition.CardCorrections;
import vn.partyregister.recognition.CardList;

/** Takes back what was entered last, and wrongly, of a member's card. */
@Controller
@RequestMapping("/members/{member}/recognition/cards/correction")
@Permitted(Permission.KEEP_MEMBERS)
class CardCorrectionController {
    private final CardCorrections corrections;
    private final CardList list;
    private final MemberFiles files;
    private final BusinessDay businessDay;

    CardCorrectionController(CardCorrections corrections, CardList list, MemberFiles files, BusinessDay businessDay) {
        this.corrections = corrections;
        this.list = list;
        this.files = files;
        this.businessDay = businessDay;
    }

    @GetMapping
    String correcting(@PathVariable MemberId member, Scope scope, Model model) {
        var view = page(member, scope, model);
        model.addAttribute("form", CardForm.Wrong.about(corrections.last(member).orElse(null)));
        return view;
    }

    @PostMapping
    Object takeBack(
            @PathVariable MemberId member,
            @Valid @ModelAttribute("form") CardForm.Wrong form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var view = page(member, scope, model);
        return errors.hasErrors()
                ? view
                : Attempt.of(
                        () -> corrections.takeBack(member, form.event(), form.why(), scope),
                        () -> view,
                        "redirect:/members/{member}/recognition",
                        "recognition.recorded",
                        model,
                        next);
    }

    private String page(MemberId member, Scope scope, Model model) {
        model.addAttribute("brief", files.brief(member, scope, businessDay.today()));
        var last = corrections.last(member).orElse(null);
        model.addAttribute(
                "event",
                list.of(member).stream()
                        .filter(one -> one.id().equals(last))
                        .findFirst()
                        .orElse(null));
        return "recognition/card-correction";
    }
}

package vn.partyregister.admission.web;

import jakarta.validation.Valid;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.admission.AdmissionCaseId;
import vn.partyregister.admission.AdmissionFiles;
import vn.partyregister.admission.AdmissionFilter;
import vn.partyregister.admission.AdmissionList;
import vn.partyregister.admission.Admissions;
import vn.partyregister.admission.LikeCandidates;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.MemberFiles;
import vn.partyregister.organisation.OrganisationField;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.platform.Attempt;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.reference.CodeLists;

/** A case of admission: opened on one page, read on another. */
@Controller
@Permitted(Permission.READ_MEMBERS)
class CaseController {
    private final Admissions admissions;
    private final AdmissionFiles files;
    private final AdmissionList list;
    private final MemberFiles members;
    private final OrganisationTree tree;
    private final OrganisationField field;
    private final CodeLists lists;
    private final CandidateChoices choices;
    private final LikeCandidates likeCandidates;
    private final BusinessDay businessDay;

    CaseController(
            Admissions admissions,
            AdmissionFiles files,
            AdmissionList list,
            MemberFiles members,
            OrganisationTree tree,
            OrganisationField field,
            CodeLists lists,
            CandidateChoices choices,
            LikeCandidates likeCandidates,
            BusinessDay businessDay) {
        this.admissions = admissions;
        this.files = files;
        this.list = list;
        this.members = members;
        this.tree = tree;
        this.field = field;
        this.lists = lists;
        this.choices = choices;
        this.likeCandidates = likeCandidates;
        this.businessDay = businessDay;
    }

    /** The case, and the way to those beside it in the list it was opened from. */
    @GetMapping("/admissions/{id}")
    String show(@PathVariable AdmissionCaseId id, @RequestParam Map<String, String> given, Scope scope, Model model) {
        var parameters = new Parameters(given);
        var filter = AdmissionFilter.read(parameters);
        var sort = parameters.sort(AdmissionList.ORDERS, AdmissionList.STANDARD_ORDER);
        model.addAttribute("file", files.open(id, scope));
        model.addAttribute("around", list.around(id, filter, scope, businessDay.today(), sort));
        model.addAttribute("filter", filter);
        model.addAttribute("sort", sort);
        model.addAttribute("lists", lists);
        model.addAttribute("today", businessDay.today());
        return "admission/show";
    }

    /** The whole citizen number of the candidate; each showing is noted. */
    @PostMapping("/admissions/{id}/citizen-number")
    @Permitted(Permission.SEE_CITIZEN_NUMBERS)
    String citizenNumber(@PathVariable AdmissionCaseId id, Scope scope, Model model) {
        model.addAttribute("file", files.open(id, scope));
        model.addAttribute("number", files.citizenNumber(id, scope));
        return "admission/number";
    }

    @GetMapping("/admissions/new")
    @Permitted(Permission.KEEP_MEMBERS)
    String form(@RequestParam Map<String, String> given, Scope scope, Model model) {
        var parameters = new Parameters(given);
        var again = parameters.id("again");
        var organisation = parameters.id("organisation");
        var today = businessDay.today();
        var name = organisation == null
                ? ""
                : tree.find(new OrganisationId(organisation), scope, today)
                        .map(OrganisationTree.Facts::name)
                        .orElse("");
        model.addAttribute(
                "form",
                again == null
                        ? CaseForm.begin(name, today)
                        : CaseForm.again(
                                new MemberId(again), members.person(new MemberId(again), scope, today), today));
        model.addAttribute("again", again);
        return page(model);
    }

    @PostMapping("/admissions/new")
    @Permitted(Permission.KEEP_MEMBERS)
    Object open(
            @Valid @ModelAttribute("form") CaseForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        model.addAttribute("again", form.again());
        var cell = meant(form.organisation(), errors, scope);
        if (errors.hasErrors() || cell == null) {
            return page(model);
        }
        var told = form.told(cell);
        var like = likeCandidates.find(told, scope);
        model.addAttribute("like", like);
        if (!like.isEmpty() && !form.compared()) {
            return page(model);
        }
        return Attempt.of(
                () -> {
                    next.addAttribute("id", admissions.open(told, scope).toString());
                    next.addFlashAttribute("notice", "admission.recorded.new");
                    return "redirect:/admissions/{id}";
                },
                () -> page(model),
                model);
    }

    private @Nullable OrganisationId meant(@Nullable String typed, BindingResult errors, Scope scope) {
        return field.meant("organisation", typed, "membership.entry.unknown-organisation", errors, scope);
    }

    private String page(Model model) {
        choices.into(model);
        return "admission/new";
    }
}

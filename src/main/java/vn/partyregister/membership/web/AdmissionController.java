package vn.partyregister.membership.web;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.Journal;
import vn.partyregister.membership.LookAlikes;
import vn.partyregister.membership.MemberFiles;
import vn.partyregister.membership.Movements;
import vn.partyregister.organisation.OrganisationField;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.platform.Attempt;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;

/** The entry page of a person: admitted, or come in from elsewhere. */
@Controller
@Permitted(Permission.KEEP_MEMBERS)
class AdmissionController {
    private static final String VIEW = "membership/admission";

    private final Journal journal;
    private final Movements movements;
    private final LookAlikes lookAlikes;
    private final Comparison comparison;
    private final MemberFiles files;
    private final OrganisationTree tree;
    private final OrganisationField field;
    private final PersonLists lists;
    private final BusinessDay businessDay;

    AdmissionController(
            Journal journal,
            Movements movements,
            LookAlikes lookAlikes,
            Comparison comparison,
            MemberFiles files,
            OrganisationTree tree,
            OrganisationField field,
            PersonLists lists,
            BusinessDay businessDay) {
        this.journal = journal;
        this.movements = movements;
        this.lookAlikes = lookAlikes;
        this.comparison = comparison;
        this.files = files;
        this.tree = tree;
        this.field = field;
        this.lists = lists;
        this.businessDay = businessDay;
    }

    @GetMapping("/members/admission")
    String form(@RequestParam Map<String, String> given, Scope scope, Model model) {
        var parameters = new Parameters(given);
        var organisation = parameters.id("organisation");
        var name = organisation == null
                ? ""
                : tree.find(new OrganisationId(organisation), scope, businessDay.today())
                        .map(OrganisationTree.Facts::name)
                        .orElse("");
        var again = parameters.id("again");
        model.addAttribute("form", again == null ? AdmissionForm.empty(name) : again(new MemberId(again), scope));
        model.addAttribute("again", again);
        return page(model);
    }

    @PostMapping("/members/admission")
    Object admit(
            @Valid @ModelAttribute("form") AdmissionForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String knownLate,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        model.addAttribute("again", form.again());
        var organisation = organisation(form, errors, scope);
        return !isCompared(form, scope, model)
                        || errors.hasErrors()
                        || organisation == null
                        || isLate(organisation, form.joinedOn(), knownLate, model)
                ? page(model)
                : enter("membership.admitted", model, next, () -> journal.admit(form.admission(organisation), scope));
    }

    /** Of a member of elsewhere whom the register does not know. */
    @GetMapping("/members/arrival")
    String arrival(Model model) {
        model.addAttribute("form", AdmissionForm.empty(""));
        model.addAttribute("arriving", true);
        return page(model);
    }

    @PostMapping("/members/arrival")
    Object arrive(
            @Valid @ModelAttribute("form") AdmissionForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String knownLate,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        model.addAttribute("arriving", true);
        form.requireOrigin(errors);
        var organisation = organisation(form, errors, scope);
        return !isCompared(form, scope, model)
                        || errors.hasErrors()
                        || organisation == null
                        || isLate(organisation, form.arrivedOn(), knownLate, model)
                ? page(model)
                : enter("membership.recorded", model, next, () -> journal.arrive(form.arrival(organisation), scope));
    }

    private boolean isLate(OrganisationId organisation, LocalDate day, @Nullable String knownLate, Model model) {
        return EntryPages.asksWhetherLate(movements.lateFor(organisation, day), knownLate, model);
    }

    private Object enter(String notice, Model model, RedirectAttributes next, Supplier<MemberId> act) {
        return Attempt.of(
                () -> {
                    next.addAttribute("id", act.get().toString());
                    next.addFlashAttribute("notice", notice);
                    return "redirect:/members/{id}";
                },
                () -> page(model),
                model);
    }

    /** Who resembles what stands in the fields so far; sent in the body, so that no number stands in an address. */
    @PostMapping("/members/alike")
    String alike(@ModelAttribute("sought") SoughtForm form, BindingResult unread, Scope scope, Model model) {
        model.addAttribute("alike", lookAlikes.find(form.sought(), scope, businessDay.today()));
        model.addAttribute("compared", Boolean.TRUE.equals(form.another()));
        return "membership/alike :: alike";
    }

    private @Nullable OrganisationId organisation(AdmissionForm form, BindingResult errors, Scope scope) {
        return field.meant("organisation", form.organisation(), "membership.entry.unknown-organisation", errors, scope);
    }

    /** Whoever comes back is known already. */
    private boolean isCompared(AdmissionForm form, Scope scope, Model model) {
        return form.again() != null || comparison.isDone(form.sought(), form.another(), scope, model);
    }

    private AdmissionForm again(MemberId id, Scope scope) {
        return AdmissionForm.again(id, files.person(id, scope, businessDay.today()), "");
    }

    private String page(Model model) {
        lists.fill(model);
        return VIEW;
    }
}

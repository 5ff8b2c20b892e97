package vn.partyregister.membership.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.member.Checks;
import vn.partyregister.member.Entry;
import vn.partyregister.member.ItemText;
import vn.partyregister.member.MemberId;
import vn.partyregister.member.Restorations;
import vn.partyregister.member.Section;
import vn.partyregister.member.Sheet;
import vn.partyregister.member.Sheets;
import vn.partyregister.membership.MemberFiles;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.KeptFields;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.reference.CodeLists;

/** Where a section of a file is written, whatever permission let its clerk in. */
@Component
class SectionDesk {
    private static final String VIEW = "membership/section-form";

    private final Sheets sheets;
    private final MemberFiles files;
    private final Restorations restorations;
    private final CodeLists lists;
    private final ItemText text;
    private final Checks checks;
    private final BusinessDay businessDay;

    SectionDesk(
            Sheets sheets,
            MemberFiles files,
            Restorations restorations,
            CodeLists lists,
            ItemText text,
            Checks checks,
            BusinessDay businessDay) {
        this.sheets = sheets;
        this.files = files;
        this.restorations = restorations;
        this.lists = lists;
        this.text = text;
        this.checks = checks;
        this.businessDay = businessDay;
    }

    String form(MemberId id, Section section, @Nullable KeptFields kept, Scope scope, Model model) {
        var brief = files.brief(id, scope, businessDay.today());
        var here = sheets.get(id, section);
        var form = kept == null ? SectionForm.of(here, text) : SectionForm.sent(here, kept.first());
        return page(brief, here, form, List.of(), model);
    }

    Object amend(
            MemberId id,
            Section section,
            Map<String, String> given,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var brief = files.brief(id, scope, businessDay.today());
        var here = sheets.get(id, section);
        var form = SectionForm.sent(here, given);
        if (form.asksForMoreRows()) {
            return page(brief, here, form.withBlankRows(), List.of(), model);
        }
        var entry = sheets.read(here, form.rows());
        var ground = form.readGround();
        if (ground == null || !entry.isReadable()) {
            return page(brief, here, form, entry.faults(), model);
        }
        try {
            var outcome = sheets.amend(id, brief.organisationId(), section, entry.rows(), ground, form.mark());
            return switch (outcome) {
                case Sheets.Outcome.Written written -> {
                    next.addFlashAttribute("remaining", Remaining.of(written.wrong(), checks));
                    yield to(id, section, "member.section.written", next);
                }
                case Sheets.Outcome.Unchanged _ -> to(id, section, "member.section.unchanged", next);
                case Sheets.Outcome.ChangedMeanwhile(var theirs) -> both(brief, theirs, form, model);
            };
        } catch (RuleBroken refused) {
            model.addAttribute("refused", refused);
            return conflict(page(brief, here, form, List.of(), model), model);
        }
    }

    /** What the other wrote stands beside what this clerk typed; saving again decides for the latter. */
    private ModelAndView both(MemberFiles.Brief brief, Sheet theirs, SectionForm form, Model model) {
        model.addAttribute("theirs", SectionForm.of(theirs, text));
        return conflict(page(brief, theirs, form, List.of(), model), model);
    }

    private static ModelAndView conflict(String view, Model model) {
        return new ModelAndView(view, model.asMap(), HttpStatus.CONFLICT);
    }

    private String page(MemberFiles.Brief brief, Sheet here, SectionForm form, List<Entry.Fault> faults, Model model) {
        model.addAttribute("brief", brief);
        model.addAttribute("sheet", here);
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        model.addAttribute("groundless", form.readGround() == null);
        model.addAttribute("grounds", SectionForm.grounds(restorations.isUnderWay(brief.id())));
        model.addAttribute("lists", lists);
        model.addAttribute("text", text);
        return VIEW;
    }

    private static String to(MemberId id, Section section, String notice, RedirectAttributes next) {
        next.addAttribute("id", id.toString());
        next.addFlashAttribute("notice", notice);
        return section.sensitive() ? "redirect:/members/{id}/sensitive" : "redirect:/members/{id}";
    }

    /** Each door leads to its own sections alone. */
    static Section require(Section section, boolean sensitive) {
        if (section.sensitive() != sensitive) {
            throw new NotFound("refusal.unknown-address");
        }
        return section;
    }
}

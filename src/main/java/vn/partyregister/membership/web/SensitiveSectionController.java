package vn.partyregister.membership.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.member.ItemText;
import vn.partyregister.member.MemberId;
import vn.partyregister.member.Section;
import vn.partyregister.membership.MemberFiles;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.KeptFields;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;

/** History, foreign relations, family and economy of a member: a page and forms behind permissions of their own. */
@Controller
@RequestMapping("/members/{id}/sensitive")
@Permitted(Permission.KEEP_SENSITIVE)
class SensitiveSectionController {
    private final SectionDesk desk;
    private final MemberFiles files;
    private final ItemText text;
    private final BusinessDay businessDay;

    SensitiveSectionController(SectionDesk desk, MemberFiles files, ItemText text, BusinessDay businessDay) {
        this.desk = desk;
        this.files = files;
        this.text = text;
        this.businessDay = businessDay;
    }

    @GetMapping
    @Permitted(Permission.READ_SENSITIVE)
    String show(@PathVariable MemberId id, Scope scope, Visitor visitor, Model model) {
        model.addAttribute("brief", files.brief(id, scope, businessDay.today()));
        model.addAttribute("sheets", files.sensitive(id, scope, businessDay.today()));
        model.addAttribute("text", text);
        model.addAttribute("keeps", visitor.may(Permission.KEEP_SENSITIVE));
        return "membership/sensitive";
    }

    @GetMapping("/{section}")
    String form(
            @PathVariable MemberId id,
            @PathVariable Section section,
            @Nullable KeptFields kept,
            Scope scope,
            Model model) {
        return desk.form(id, SectionDesk.require(section, true), kept, scope, model);
    }

    @PostMapping("/{section}")
    Object amend(
            @PathVariable MemberId id,
            @PathVariable Section section,
            @RequestParam Map<String, String> given,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        return desk.amend(id, SectionDesk.require(section, true), given, scope, model, next);
    }
}

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
import vn.partyregister.member.MemberId;
import vn.partyregister.member.Section;
import vn.partyregister.platform.KeptFields;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;

/** The forms of the sections of a member's file. */
@Controller
@RequestMapping("/members/{id}/sections/{section}")
@Permitted(Permission.KEEP_MEMBERS)
class SectionController {
    private final SectionDesk desk;

    SectionController(SectionDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    String form(
            @PathVariable MemberId id,
            @PathVariable Section section,
            @Nullable KeptFields kept,
            Scope scope,
            Model model) {
        return desk.form(id, SectionDesk.require(section, false), kept, scope, model);
    }

    @PostMapping
    Object amend(
            @PathVariable MemberId id,
            @PathVariable Section section,
            @RequestParam Map<String, String> given,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        return desk.amend(id, SectionDesk.require(section, false), given, scope, model, next);
    }
}

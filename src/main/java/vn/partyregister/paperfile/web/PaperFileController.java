package vn.partyregister.paperfile.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.partyregister.member.MemberId;
import vn.partyregister.paperfile.PaperFiles;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;

/** Where the paper file of one member is. */
@Controller
@Permitted(Permission.READ_PAPERS)
class PaperFileController {
    private final PaperFiles papers;

    PaperFileController(PaperFiles papers) {
        this.papers = papers;
    }

    @GetMapping("/members/{member}/paper-file")
    String show(@PathVariable MemberId member, Scope scope, Model model) {
        model.addAttribute("paper", papers.open(member, scope));
        return "paperfile/show";
    }
}

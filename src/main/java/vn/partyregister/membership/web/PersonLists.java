package vn.partyregister.membership.web;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.partyregister.reference.CodeLists;

/** What the entry pages of a person let choose. */
@Component
class PersonLists {
    private final CodeLists lists;

    PersonLists(CodeLists lists) {
        this.lists = lists;
    }

    void fill(Model model) {
        model.addAttribute("sexes", lists.of("sex"));
        model.addAttribute("ethnicities", lists.of("ethnicity"));
        model.addAttribute("religions", lists.of("religion"));
        model.addAttribute("occupations", lists.of("occupation"));
        model.addAttribute("educations", lists.of("general-education"));
    }
}

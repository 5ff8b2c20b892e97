package vn.partyregister.admission.web;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.partyregister.reference.CodeLists;

/** What the fields of a candidate are chosen from. */
@Component
class CandidateChoices {
    private final CodeLists lists;

    CandidateChoices(CodeLists lists) {
        this.lists = lists;
    }

    void into(Model model) {
        for (var list : new String[] {"sex", "ethnicity", "religion"}) {
            model.addAttribute(list, lists.of(list));
        }
        model.addAttribute("educations", lists.of("general-education"));
        model.addAttribute("proofs", lists.of("education-proof"));
        model.addAttribute("exceptions", lists.of("education-exception"));
        model.addAttribute("categories", lists.of("candidate-category"));
        model.addAttribute("unions", lists.of("candidate-union"));
    }
}

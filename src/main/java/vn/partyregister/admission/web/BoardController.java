package vn.partyregister.admission.web;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.admission.AdmissionFilter;
import vn.partyregister.admission.CaseBoard;
import vn.partyregister.admission.ManyCases;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.reference.CodeLists;

/** The board of cases: a column for each stage. */
@Controller
@Permitted(Permission.READ_MEMBERS)
class BoardController {
    private final CaseBoard board;
    private final CodeLists lists;
    private final BusinessDay businessDay;

    BoardController(CaseBoard board, CodeLists lists, BusinessDay businessDay) {
        this.board = board;
        this.lists = lists;
        this.businessDay = businessDay;
    }

    @GetMapping("/admissions/board")
    String board(@RequestParam Map<String, String> given, Scope scope, Model model) {
        var parameters = new Parameters(given);
        var filter = AdmissionFilter.read(parameters);
        model.addAttribute("columns", board.columns(filter, scope, businessDay.today()));
        model.addAttribute("filter", filter);
        model.addAttribute("many", ManyCases.STAGES);
        model.addAttribute("categories", lists.of("candidate-category"));
        model.addAttribute("unreadable", parameters.unreadable());
        return "admission/board";
    }
}

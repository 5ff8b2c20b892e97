package vn.partyregister.recognition.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Exports;
import vn.partyregister.platform.ListFormat;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;
import vn.partyregister.recognition.AwardDays;
import vn.partyregister.recognition.CandidateFilter;
import vn.partyregister.recognition.Candidates;
import vn.partyregister.recognition.Reason;

/** Who comes to a badge by a day of award. */
@Controller
@Permitted(Permission.READ_MEMBERS)
class CandidateController {
    private static final String PATH = "/recognition";
    private static final String NAME = "huy-hieu-dang";

    private final Candidates candidates;
    private final AwardDays days;
    private final Choices choices;
    private final RecognitionColumns columns;
    private final BusinessDay businessDay;
    private final Exports exports;
    private final AuditTrail audit;

    CandidateController(
            Candidates candidates,
            AwardDays days,
            Choices choices,
            RecognitionColumns columns,
            BusinessDay businessDay,
            Exports exports,
            AuditTrail audit) {
        this.candidates = candidates;
        this.days = days;
        this.choices = choices;
        this.columns = columns;
        this.businessDay = businessDay;
        this.exports = exports;
        this.audit = audit;
    }

    @GetMapping(PATH)
    String list(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, Model model) {
        var parameters = new Parameters(given);
        var filter = filter(parameters);
        var today = businessDay.today();
        var sort = parameters.sort(Candidates.ORDERS, Candidates.STANDARD_ORDER);
        var figures = candidates.figures(filter, scope, today);
        model.addAttribute("choice", choices.of(filter.organisation(), scope, visitor));
        model.addAttribute(
                "listing",
                candidates.page(filter, scope, today, sort, parameters.page(), figures, filter.address(PATH)));
        model.addAttribute("figures", figures);
        model.addAttribute("filter", filter);
        model.addAttribute("reasons", Reason.values());
        model.addAttribute("days", days.upcoming(today));
        model.addAttribute("unreadable", parameters.unreadable());
        return "recognition/candidates";
    }

    /** The same list as a file or on paper, every row of it. */
    @GetMapping(PATH + ".{format:xlsx|csv|pdf}")
    @Permitted(Permission.EXPORT)
    void export(
            @PathVariable ListFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            HttpServletResponse response) {
        var parameters = new Parameters(given);
        var filter = filter(parameters);
        var sort = parameters.sort(Candidates.ORDERS, Candidates.STANDARD_ORDER);
        parameters.requireReadable();
        var choice = choices.of(filter.organisation(), scope, visitor);
        note(filter, visitor, format);
        var today = businessDay.today();
        exports.send(
                response,
                format,
                NAME,
                columns.candidates(),
                () -> columns.paper(filter, choice),
                today,
                () -> candidates.rows(filter, scope, today, sort));
    }

    private CandidateFilter filter(Parameters parameters) {
        var today = businessDay.today();
        return CandidateFilter.read(parameters, days.from(today), today);
    }

    private void note(CandidateFilter filter, Visitor visitor, ListFormat format) {
        var taken = new LinkedHashMap<>(filter.parts());
        taken.put("format", format.extension());
        var reach = filter.organisation() != null ? filter.organisation() : visitor.home();
        audit.read("badge.candidates-exported", new AuditTrail.Subject("list", null, reach), taken);
    }
}

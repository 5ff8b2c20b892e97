package vn.partyregister.statistics.web;

import jakarta.servlet.http.HttpServletResponse;
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
import vn.partyregister.statistics.AdmittedForm.Kind;
import vn.partyregister.statistics.AdmittedForms;
import vn.partyregister.statistics.AdmittedPeople;
import vn.partyregister.statistics.AdmittedPeopleList;
import vn.partyregister.statistics.PeopleList;

/** The people behind a figure of form 2 or 2B. */
@Controller
@Permitted(Permission.READ_MEMBERS)
class AdmittedPeopleController {
    private static final String NAME = "bieu-2-danh-sach";
    private static final String PATH = "/statistics/{form:2|2B}/people";

    private final AdmittedForms forms;
    private final AdmittedPeopleList list;
    private final StatisticsColumns columns;
    private final BusinessDay businessDay;
    private final Exports exports;
    private final AuditTrail audit;

    AdmittedPeopleController(
            AdmittedForms forms,
            AdmittedPeopleList list,
            StatisticsColumns columns,
            BusinessDay businessDay,
            Exports exports,
            AuditTrail audit) {
        this.forms = forms;
        this.list = list;
        this.columns = columns;
        this.businessDay = businessDay;
        this.exports = exports;
        this.audit = audit;
    }

    @GetMapping(PATH)
    String list(
            @PathVariable String form,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            Model model) {
        var parameters = new Parameters(given);
        var people = people(form, parameters, visitor);
        var choice = forms.choice(people.organisation(), people.period(), scope);
        var sort = parameters.sort(PeopleList.ORDERS, PeopleList.STANDARD_ORDER);
        model.addAttribute("listing", list.page(people, scope, businessDay.today(), sort, parameters.page()));
        model.addAttribute("people", people);
        model.addAttribute("choice", choice);
        model.addAttribute(
                "row",
                forms.row(people.kind(), people.row(), people.period().to()).orElse(null));
        model.addAttribute("child", "");
        model.addAttribute("unreadable", parameters.unreadable());
        return "statistics/people";
    }

    /** The same list as a file or on paper, every row of it. */
    @GetMapping(PATH + ".{format:xlsx|csv|pdf}")
    @Permitted(Permission.EXPORT)
    void export(
            @PathVariable String form,
            @PathVariable ListFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            HttpServletResponse response) {
        var parameters = new Parameters(given);
        var people = people(form, parameters, visitor);
        var choice = forms.choice(people.organisation(), people.period(), scope);
        var sort = parameters.sort(PeopleList.ORDERS, PeopleList.STANDARD_ORDER);
        parameters.requireReadable();
        note(people, format);
        var today = businessDay.today();
        exports.send(
                response,
                format,
                NAME,
                columns.people(),
                () -> columns.peoplePaper(
                        choice.itself().name(),
                        forms.row(people.kind(), people.row(), people.period().to())
                                .orElse(null),
                        people.period(),
                        people.q()),
                today,
                () -> list.stream(people, scope, today, sort));
    }

    private void note(AdmittedPeople people, ListFormat format) {
        audit.read(
                "statistics.people-exported",
                new AuditTrail.Subject("list", null, people.organisation().id()),
                Map.of(
                        "row", people.row(),
                        "from", people.period().from(),
                        "to", people.period().to(),
                        "format", format.extension()));
    }

    private AdmittedPeople people(String form, Parameters parameters, Visitor visitor) {
        return AdmittedPeople.read(
                Kind.of(form), parameters, Asked.organisation(parameters, visitor), businessDay.today(), forms);
    }
}

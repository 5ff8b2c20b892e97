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
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Prints;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableDownload;
import vn.partyregister.platform.TableFormat;
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
    private final TableDownload download;
    private final Prints prints;
    private final AuditTrail audit;

    AdmittedPeopleController(
            AdmittedForms forms,
            AdmittedPeopleList list,
            StatisticsColumns columns,
            BusinessDay businessDay,
            TableDownload download,
            Prints prints,
            AuditTrail audit) {
        this.forms = forms;
        this.list = list;
        this.columns = columns;
        this.businessDay = businessDay;
        this.download = download;
        this.prints = prints;
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

    /** The same list as a file, every row of it. */
    @GetMapping(PATH + ".{format:xlsx|csv}")
    @Permitted(Permission.EXPORT)
    void download(
            @PathVariable String form,
            @PathVariable TableFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            HttpServletResponse response) {
        var asked = asked(form, given, scope, visitor, format.extension());
        download.send(
                response,
                format,
                NAME,
                columns.people(),
                () -> list.stream(asked.people(), scope, businessDay.today(), asked.sort()));
    }

    @GetMapping(PATH + ".pdf")
    @Permitted(Permission.EXPORT)
    void print(
            @PathVariable String form,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            HttpServletResponse response) {
        var asked = asked(form, given, scope, visitor, "pdf");
        var people = asked.people();
        var paper = columns.peoplePaper(
                asked.organisation(),
                forms.row(people.kind(), people.row(), people.period().to()).orElse(null),
                people.period(),
                people.q());
        prints.table(
                response,
                NAME,
                paper,
                businessDay.today(),
                () -> list.stream(people, scope, businessDay.today(), asked.sort()));
    }

    private Taken asked(String form, Map<String, String> given, Scope scope, Visitor visitor, String format) {
        var parameters = new Parameters(given);
        var people = people(form, parameters, visitor);
        var choice = forms.choice(people.organisation(), people.period(), scope);
        var sort = parameters.sort(PeopleList.ORDERS, PeopleList.STANDARD_ORDER);
        audit.read(
                "statistics.people-exported",
                new AuditTrail.Subject("list", null, people.organisation()),
                Map.of(
                        "row", people.row(),
                        "from", people.period().from(),
                        "to", people.period().to(),
                        "format", format));
        return new Taken(people, sort, choice.itself().name());
    }

    /** The people who leave the register, and whose they are. */
    private record Taken(AdmittedPeople people, String sort, String organisation) {}

    private AdmittedPeople people(String form, Parameters parameters, Visitor visitor) {
        return AdmittedPeople.read(
                Kind.of(form), parameters, Asked.organisation(parameters, visitor), businessDay.today(), forms);
    }
}

package vn.partyregister.statistics.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.membership.OrganisationChoice;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Exports;
import vn.partyregister.platform.ListFormat;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;
import vn.partyregister.statistics.Form1;
import vn.partyregister.statistics.People;
import vn.partyregister.statistics.PeopleList;

/** The people behind a figure of form 1. */
@Controller
@Permitted(Permission.READ_MEMBERS)
class PeopleController {
    private static final String NAME = "bieu-1-danh-sach";

    private final Form1 form;
    private final PeopleList list;
    private final StatisticsColumns columns;
    private final BusinessDay businessDay;
    private final Exports exports;
    private final AuditTrail audit;

    PeopleController(
            Form1 form,
            PeopleList list,
            StatisticsColumns columns,
            BusinessDay businessDay,
            Exports exports,
            AuditTrail audit) {
        this.form = form;
        this.list = list;
        this.columns = columns;
        this.businessDay = businessDay;
        this.exports = exports;
        this.audit = audit;
    }

    @GetMapping(People.PATH)
    String list(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, Model model) {
        var parameters = new Parameters(given);
        var people = people(parameters, visitor);
        var choice = form.choice(people.organisation(), people.period(), scope);
        var sort = parameters.sort(PeopleList.ORDERS, PeopleList.STANDARD_ORDER);
        model.addAttribute("listing", list.page(people, scope, businessDay.today(), sort, parameters.page()));
        model.addAttribute("people", people);
        model.addAttribute("choice", choice);
        model.addAttribute("row", list.row(people).orElse(null));
        model.addAttribute("child", child(people, choice));
        model.addAttribute("unreadable", parameters.unreadable());
        return "statistics/people";
    }

    /** The same list as a file or on paper, every row of it. */
    @GetMapping(People.PATH + ".{format:xlsx|csv|pdf}")
    @Permitted(Permission.EXPORT)
    void export(
            @PathVariable ListFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            HttpServletResponse response) {
        var parameters = new Parameters(given);
        var people = people(parameters, visitor);
        var choice = form.choice(people.organisation(), people.period(), scope);
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
                        choice.itself().name(), list.row(people).orElse(null), people.period(), people.q()),
                today,
                () -> list.stream(people, scope, today, sort));
    }

    private People people(Parameters parameters, Visitor visitor) {
        return People.read(parameters, Asked.organisation(parameters, visitor), businessDay.today(), form);
    }

    /** What the part is called, where one is asked for that can be named. */
    private static String child(People people, OrganisationChoice choice) {
        var child = people.child();
        return choice.below().stream()
                .filter(near -> child != null && near.id().equals(child.id()))
                .map(OrganisationChoice.Near::name)
                .findFirst()
                .orElse("");
    }

    private void note(People people, ListFormat format) {
        audit.read(
                "statistics.people-exported",
                new AuditTrail.Subject("list", null, people.organisation().id()),
                Map.of(
                        "row", people.row(),
                        "from", people.period().from(),
                        "to", people.period().to(),
                        "format", format.extension()));
    }
}

package vn.partyregister.training.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.membership.OrganisationChoice;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Exports;
import vn.partyregister.platform.ListFormat;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;
import vn.partyregister.training.ClassFigures;
import vn.partyregister.training.ClassFigures.Figures;
import vn.partyregister.training.ClassFigures.Line;

/** How many classes were held and how many attended, by organisation and by year: on a page, as a file, on paper. */
@Controller
@RequestMapping("/classes")
@Permitted(Permission.READ_MEMBERS)
class FiguresController {
    private static final String NAME = "so-lieu-lop-boi-duong";
    private static final int FIRST_YEAR = 1930;
    private static final int LAST_YEAR = 2200;
    private static final int YEARS_OF_A_TERM = 5;

    private final ClassFigures figures;
    private final Organisers organisers;
    private final ClassColumns columns;
    private final Exports exports;
    private final BusinessDay businessDay;
    private final AuditTrail audit;

    FiguresController(
            ClassFigures figures,
            Organisers organisers,
            ClassColumns columns,
            Exports exports,
            BusinessDay businessDay,
            AuditTrail audit) {
        this.figures = figures;
        this.organisers = organisers;
        this.columns = columns;
        this.exports = exports;
        this.businessDay = businessDay;
        this.audit = audit;
    }

    @GetMapping("/figures")
    String show(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, Model model) {
        var asked = ask(new Parameters(given), scope, visitor);
        model.addAttribute("asked", asked);
        return "training/figures";
    }

    @GetMapping("/figures.{format:xlsx|csv|pdf}")
    @Permitted(Permission.EXPORT)
    void export(
            @PathVariable ListFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            HttpServletResponse response) {
        var parameters = new Parameters(given);
        var asked = ask(parameters, scope, visitor);
        parameters.requireReadable();
        var organisation = asked.choice().itself().id();
        audit.read(
                "training.figures-exported",
                new Subject("organisation", organisation, organisation),
                Map.of("from", asked.from(), "to", asked.to()));
        exports.send(
                response,
                format,
                NAME,
                columns.figures(),
                () -> columns.figurePaper(asked),
                businessDay.today(),
                asked::lines);
    }

    private Asked ask(Parameters parameters, Scope scope, Visitor visitor) {
        var to = parameters.number("to", FIRST_YEAR, LAST_YEAR);
        var last = to == null ? businessDay.today().getYear() : to;
        var from = parameters.number("from", FIRST_YEAR, LAST_YEAR);
        if (from != null && from > last) {
            parameters.leaveOut("from");
            from = null;
        }
        var first = from == null ? last - YEARS_OF_A_TERM + 1 : from;
        var choice = organisers.choice(parameters.id("organisation"), scope, visitor);
        if (choice == null) {
            throw new NotFound("membership.unknown-organisation");
        }
        return new Asked(
                choice, first, last, figures.of(choice.itself().id(), first, last, scope), parameters.unreadable());
    }

    /** What is asked for, with its figures. */
    record Asked(OrganisationChoice choice, int from, int to, Figures figures, List<Parameters.Unreadable> unreadable) {
        Asked {
            unreadable = List.copyOf(unreadable);
        }

        /** The parts, then the sum. */
        Stream<Line> lines() {
            return Stream.concat(figures.parts().stream(), Stream.of(figures.sum()));
        }
    }
}

package vn.partyregister.training.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Exports;
import vn.partyregister.platform.ListFormat;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;
import vn.partyregister.reference.CodeLists;
import vn.partyregister.training.ClassFilter;
import vn.partyregister.training.ClassKind;
import vn.partyregister.training.ClassList;
import vn.partyregister.training.ClassState;

/** The list of classes: on a page, as a file, on paper. */
@Controller
@Permitted(Permission.READ_MEMBERS)
class ClassListController {
    private static final String NAME = "lop-boi-duong";

    private final ClassList classes;
    private final Organisers organisers;
    private final ClassColumns columns;
    private final CodeLists codes;
    private final Exports exports;
    private final BusinessDay businessDay;
    private final AuditTrail audit;

    ClassListController(
            ClassList classes,
            Organisers organisers,
            ClassColumns columns,
            CodeLists codes,
            Exports exports,
            BusinessDay businessDay,
            AuditTrail audit) {
        this.classes = classes;
        this.organisers = organisers;
        this.columns = columns;
        this.codes = codes;
        this.exports = exports;
        this.businessDay = businessDay;
        this.audit = audit;
    }

    @GetMapping("/classes")
    String list(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, Model model) {
        var parameters = new Parameters(given);
        var filter = ClassFilter.read(parameters, codes);
        var sort = parameters.sort(ClassList.ORDERS, ClassList.STANDARD_ORDER);
        model.addAttribute("listing", classes.page(filter, scope, sort, parameters.page()))
                .addAttribute("filter", filter)
                .addAttribute("kinds", ClassKind.values())
                .addAttribute("states", ClassState.values())
                .addAttribute("audiences", codes.of("class-audience"))
                .addAttribute("codes", codes)
                .addAttribute("choice", organisers.choice(filter.organisation(), scope, visitor))
                .addAttribute("unreadable", parameters.unreadable());
        return "training/list";
    }

    @GetMapping("/classes.{format:xlsx|csv|pdf}")
    @Permitted(Permission.EXPORT)
    void export(
            @PathVariable ListFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            HttpServletResponse response) {
        var parameters = new Parameters(given);
        var filter = ClassFilter.read(parameters, codes);
        var sort = parameters.sort(ClassList.ORDERS, ClassList.STANDARD_ORDER);
        parameters.requireReadable();
        audit.read("training.classes-exported", new Subject("list", null, visitor.home()), filter.parts());
        exports.send(
                response,
                format,
                NAME,
                columns.classes(),
                () -> columns.classPaper(filter),
                businessDay.today(),
                () -> classes.stream(filter, scope, sort));
    }
}

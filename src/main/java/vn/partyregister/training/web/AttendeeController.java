package vn.partyregister.training.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
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
import vn.partyregister.training.AttendanceState;
import vn.partyregister.training.AttendeeFilter;
import vn.partyregister.training.AttendeeList;
import vn.partyregister.training.ClassKind;
import vn.partyregister.training.ClassList;
import vn.partyregister.training.ClassRow;
import vn.partyregister.training.TrainingClassId;

/** Those who attend: of one class as a file and on paper, and the people behind the figures of many. */
@Controller
@RequestMapping("/classes")
@Permitted(Permission.EXPORT)
class AttendeeController {
    private static final String NAME = "nguoi-hoc";
    private static final String OF_A_CLASS = "danh-sach-lop";

    private final AttendeeList people;
    private final ClassList classes;
    private final Organisers organisers;
    private final ClassColumns columns;
    private final Exports exports;
    private final BusinessDay businessDay;
    private final AuditTrail audit;

    AttendeeController(
            AttendeeList people,
            ClassList classes,
            Organisers organisers,
            ClassColumns columns,
            Exports exports,
            BusinessDay businessDay,
            AuditTrail audit) {
        this.people = people;
        this.classes = classes;
        this.organisers = organisers;
        this.columns = columns;
        this.exports = exports;
        this.businessDay = businessDay;
        this.audit = audit;
    }

    @GetMapping("/people")
    @Permitted(Permission.READ_MEMBERS)
    String list(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, Model model) {
        var parameters = new Parameters(given);
        var filter = AttendeeFilter.read(null, parameters);
        var sort = parameters.sort(AttendeeList.ORDERS, AttendeeList.STANDARD_ORDER);
        model.addAttribute("listing", people.page(filter, scope, sort, parameters.page()))
                .addAttribute("filter", filter)
                .addAttribute("kinds", ClassKind.values())
                .addAttribute("states", AttendanceState.values())
                .addAttribute("today", businessDay.today())
                .addAttribute("choice", organisers.choice(filter.organisation(), scope, visitor))
                .addAttribute("unreadable", parameters.unreadable());
        return "training/people";
    }

    @GetMapping("/people.{format:xlsx|csv|pdf}")
    void export(
            @PathVariable ListFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            HttpServletResponse response) {
        var taken = take(null, given, new Subject("list", null, visitor.home()));
        exports.send(
                response,
                format,
                NAME,
                columns.people(),
                columns::peoplePaper,
                businessDay.today(),
                () -> people.stream(taken.filter(), scope, taken.sort()));
    }

    /** Those of one class; on paper the class list (danh sách lớp). */
    @GetMapping("/{trainingClass}/people.{format:xlsx|csv|pdf}")
    void exportClass(
            @PathVariable TrainingClassId trainingClass,
            @PathVariable ListFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            HttpServletResponse response) {
        var row = classes.get(trainingClass, scope);
        var taken = take(trainingClass, given, subject(row));
        exports.send(
                response,
                format,
                OF_A_CLASS,
                columns.people(),
                () -> columns.classRoll(row),
                businessDay.today(),
                () -> people.stream(taken.filter(), scope, taken.sort()));
    }

    private static Subject subject(ClassRow row) {
        return new Subject("class", row.id(), row.organisation());
    }

    private Taken take(@Nullable TrainingClassId trainingClass, Map<String, String> given, Subject subject) {
        var parameters = new Parameters(given);
        var filter = AttendeeFilter.read(trainingClass, parameters);
        var sort = parameters.sort(AttendeeList.ORDERS, AttendeeList.STANDARD_ORDER);
        parameters.requireReadable();
        audit.read("training.people-exported", subject, filter.parts());
        return new Taken(filter, sort);
    }

    /** Which list is taken out of the register, in which order. */
    private record Taken(AttendeeFilter filter, String sort) {}
}

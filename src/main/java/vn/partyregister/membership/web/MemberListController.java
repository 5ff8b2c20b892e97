package vn.partyregister.membership.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.membership.MemberExport;
import vn.partyregister.membership.MemberFilter;
import vn.partyregister.membership.MemberList;
import vn.partyregister.membership.OrganisationChoice;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableDownload;
import vn.partyregister.platform.TableFormat;
import vn.partyregister.platform.Visitor;
import vn.partyregister.reference.CodeLists;

/** The list of members: searched, filtered, ordered, as at any day. */
@Controller
@Permitted(Permission.READ_MEMBERS)
class MemberListController {
    private static final String PATH = "/members";

    private final MemberList members;
    private final CodeLists lists;
    private final BusinessDay businessDay;
    private final MemberExport export;
    private final TableDownload download;
    private final AuditTrail audit;

    MemberListController(
            MemberList members,
            CodeLists lists,
            BusinessDay businessDay,
            MemberExport export,
            TableDownload download,
            AuditTrail audit) {
        this.members = members;
        this.lists = lists;
        this.businessDay = businessDay;
        this.export = export;
        this.download = download;
        this.audit = audit;
    }

    @GetMapping(PATH)
    String list(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, Locale language, Model model) {
        var parameters = new Parameters(given);
        var choices = new FilterChoices(lists, members.kinds(language));
        var filter = MemberFilter.read(parameters, businessDay.today(), lists, choices.kinds());
        var here = filter.address(PATH, businessDay.today());
        var sort = parameters.sort(MemberList.ORDERS, MemberList.STANDARD_ORDER);
        var choice = choice(filter, scope, visitor);
        model.addAttribute("listing", members.page(filter, scope, sort, parameters.page(), here));
        model.addAttribute("filter", filter);
        model.addAttribute(
                "files",
                Map.of(
                        "xlsx", filter.address(PATH + ".xlsx", businessDay.today()),
                        "csv", filter.address(PATH + ".csv", businessDay.today())));
        model.addAttribute("choice", choice);
        model.addAttribute("choices", choices);
        model.addAttribute("chips", Chip.of(filter, choice, choices, PATH, businessDay.today()));
        model.addAttribute("reaches", !scope.isNothing());
        model.addAttribute("unreadable", parameters.unreadable());
        return "membership/list";
    }

    /** The same list as a file, every row of it. */
    @GetMapping(PATH + ".{format:xlsx|csv}")
    @Permitted(Permission.EXPORT)
    void download(
            @PathVariable TableFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            Locale language,
            HttpServletResponse response) {
        var parameters = new Parameters(given);
        var choices = new FilterChoices(lists, members.kinds(language));
        var filter = MemberFilter.read(parameters, businessDay.today(), lists, choices.kinds());
        var sort = parameters.sort(MemberList.ORDERS, MemberList.STANDARD_ORDER);
        if (!parameters.unreadable().isEmpty()) {
            throw new Refusal.NotReadable(
                    "membership.export-unreadable",
                    parameters.unreadable().getFirst().written());
        }
        choice(filter, scope, visitor);
        audit.read(
                "member.exported", new AuditTrail.Subject("list", null, reach(filter, visitor)), taken(filter, format));
        var open = scope.equals(visitor.scope(Permission.SEE_CITIZEN_NUMBERS));
        download.send(response, format, "dang-vien", export.columns(), () -> export.rows(filter, scope, sort, open));
    }

    private static @Nullable UUID reach(MemberFilter filter, Visitor visitor) {
        return filter.organisation() != null ? filter.organisation() : visitor.home();
    }

    /** What the trail keeps of an export: its filter, its day and its form. */
    private static Map<String, String> taken(MemberFilter filter, TableFormat format) {
        var taken = new LinkedHashMap<>(filter.parts());
        taken.put("asAt", filter.asAt().toString());
        taken.put("format", format.extension());
        return taken;
    }

    /** The organisation chosen, or the visitor's own to choose below. */
    private @Nullable OrganisationChoice choice(MemberFilter filter, Scope scope, Visitor visitor) {
        var chosen = filter.organisation() != null ? filter.organisation() : visitor.home();
        if (chosen == null) {
            return null;
        }
        var choice = members.choice(chosen, scope, filter.asAt());
        if (choice.isEmpty() && filter.organisation() != null) {
            throw new Refusal.NotFound("membership.unknown-organisation");
        }
        return choice.orElse(null);
    }
}

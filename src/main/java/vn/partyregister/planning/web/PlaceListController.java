package vn.partyregister.planning.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.planning.PlaceBook;
import vn.partyregister.planning.PlaceFilter;
import vn.partyregister.planning.PlaceGap;
import vn.partyregister.planning.PlaceList;
import vn.partyregister.planning.PlaceRow;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableColumn;
import vn.partyregister.platform.TableDownload;
import vn.partyregister.platform.TableFormat;
import vn.partyregister.platform.Visitor;
import vn.partyregister.reference.Code;
import vn.partyregister.reference.CodeLists;

/** The lists of places and of their posts, and how many lack what. */
@Controller
@RequestMapping("/plans")
@Permitted(Permission.READ_MEMBERS)
class PlaceListController {
    private final PlaceList places;
    private final Areas areas;
    private final CodeLists codes;
    private final TableDownload download;
    private final AuditTrail audit;
    private final MessageSource messages;

    PlaceListController(
            PlaceList places,
            Areas areas,
            CodeLists codes,
            TableDownload download,
            AuditTrail audit,
            MessageSource messages) {
        this.places = places;
        this.areas = areas;
        this.codes = codes;
        this.download = download;
        this.audit = audit;
        this.messages = messages;
    }

    @GetMapping("/places")
    String list(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, Model model) {
        var parameters = new Parameters(given);
        var filter = filter(parameters);
        var sort = parameters.sort(PlaceList.ORDERS, PlaceList.STANDARD_ORDER);
        model.addAttribute("listing", places.page(filter, scope, sort, parameters.page()));
        return page("planning/places", filter, parameters, scope, visitor, model);
    }

    /** Hamlet posts with their holders. */
    @GetMapping("/places/posts")
    String posts(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, Model model) {
        var parameters = new Parameters(given);
        var filter = filter(parameters);
        model.addAttribute("listing", places.posts(filter, scope, parameters.page()));
        return page("planning/posts", filter, parameters, scope, visitor, model);
    }

    @GetMapping("/places/figures")
    String figures(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, Model model) {
        var parameters = new Parameters(given);
        var choice = areas.choice(parameters.id("organisation"), scope, visitor);
        if (choice == null) {
            throw new NotFound("membership.unknown-organisation");
        }
        model.addAttribute("choice", choice).addAttribute("unreadable", parameters.unreadable());
        model.addAttribute("figures", places.figures(choice.itself().id(), scope));
        return "planning/place-figures";
    }

    @GetMapping("/places.{format:xlsx|csv}")
    @Permitted(Permission.EXPORT)
    void download(
            @PathVariable TableFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            HttpServletResponse response) {
        var parameters = new Parameters(given);
        var filter = filter(parameters);
        var sort = parameters.sort(PlaceList.ORDERS, PlaceList.STANDARD_ORDER);
        parameters.requireReadable();
        audit.read("planning.places-exported", new Subject("list", null, visitor.home()), filter.parts());
        download.send(response, format, "dia-ban", columns(), () -> places.stream(filter, scope, sort));
    }

    private PlaceFilter filter(Parameters parameters) {
        return PlaceFilter.read(
                parameters, codes.of(PlaceBook.KIND).stream().map(Code::code).toList());
    }

    private String page(
            String view, PlaceFilter filter, Parameters parameters, Scope scope, Visitor visitor, Model model) {
        model.addAttribute("filter", filter)
                .addAttribute("kinds", codes.of(PlaceBook.KIND))
                .addAttribute("gaps", PlaceGap.values())
                .addAttribute("codes", codes)
                .addAttribute("choice", areas.choice(filter.organisation(), scope, visitor))
                .addAttribute("unreadable", parameters.unreadable());
        return view;
    }

    private List<TableColumn<PlaceRow>> columns() {
        return List.of(
                TableColumn.text(said("planning.place"), PlaceRow::name),
                TableColumn.text(said("planning.place-kind"), row -> codes.label(PlaceBook.KIND, row.kind())),
                TableColumn.text(said("planning.organisation"), PlaceRow::organiser),
                TableColumn.text(said("planning.cell"), PlaceRow::cell),
                TableColumn.text(
                        said("planning.has-members"),
                        row -> said(row.hasMembers() ? "planning.has-members" : "PlaceGap.MEMBERS")),
                TableColumn.text(said("planning.in-charge"), PlaceRow::inCharge),
                TableColumn.number(said("planning.posts"), PlaceRow::posts),
                TableColumn.number(said("planning.by-members"), PlaceRow::byMembers));
    }

    private String said(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}

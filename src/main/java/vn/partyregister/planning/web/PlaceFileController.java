package vn.partyregister.planning.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.planning.PlaceBook;
import vn.partyregister.planning.PlaceFilter;
import vn.partyregister.planning.PlaceList;
import vn.partyregister.planning.PlaceRow;
import vn.partyregister.planning.PostRow;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Exports;
import vn.partyregister.platform.ListFormat;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.PrintHead;
import vn.partyregister.platform.PrintTable;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableColumn;
import vn.partyregister.platform.Visitor;
import vn.partyregister.reference.CodeLists;

/** The lists of places and of their posts as files and on paper. */
@Controller
@RequestMapping("/plans")
@Permitted(Permission.EXPORT)
class PlaceFileController {
    private static final String PLACES = "dia-ban";
    private static final String POSTS = "chuc-danh-ap-khom";

    private final PlaceList places;
    private final CodeLists codes;
    private final Exports exports;
    private final BusinessDay businessDay;
    private final AuditTrail audit;
    private final MessageSource messages;

    PlaceFileController(
            PlaceList places,
            CodeLists codes,
            Exports exports,
            BusinessDay businessDay,
            AuditTrail audit,
            MessageSource messages) {
        this.places = places;
        this.codes = codes;
        this.exports = exports;
        this.businessDay = businessDay;
        this.audit = audit;
        this.messages = messages;
    }

    @GetMapping("/places.{format:xlsx|csv|pdf}")
    void places(
            @PathVariable ListFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            HttpServletResponse response) {
        var asked = asked(given, PlaceList.ORDERS, "planning.places-exported", visitor);
        exports.send(
                response,
                format,
                PLACES,
                columns(),
                () -> PrintTable.of(head("planning.tab.places"), columns(), 18, 10, 18, 18, 12, 16, 7, 7),
                businessDay.today(),
                () -> places.stream(asked.filter(), scope, asked.sort()));
    }

    @GetMapping("/places/posts.{format:xlsx|csv|pdf}")
    void posts(
            @PathVariable ListFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            HttpServletResponse response) {
        var asked = asked(given, PlaceList.POST_ORDERS, "planning.posts-exported", visitor);
        exports.send(
                response,
                format,
                POSTS,
                postColumns(),
                () -> PrintTable.of(head("planning.posts-of-places"), postColumns(), 16, 12, 16, 18, 7, 9, 22),
                businessDay.today(),
                () -> places.postStream(asked.filter(), scope, asked.sort()));
    }

    private Asked asked(Map<String, String> given, Collection<String> orders, String act, Visitor visitor) {
        var parameters = new Parameters(given);
        var filter = PlaceListController.filter(parameters, codes);
        var sort = parameters.sort(orders, PlaceList.STANDARD_ORDER);
        parameters.requireReadable();
        audit.read(act, new Subject("list", null, visitor.home()), filter.parts());
        return new Asked(filter, sort);
    }

    private record Asked(PlaceFilter filter, String sort) {}

    private PrintHead head(String title) {
        return new PrintHead(null, null, null, said(title).toUpperCase(LocaleContextHolder.getLocale()), List.of());
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

    private List<TableColumn<PostRow>> postColumns() {
        return List.of(
                TableColumn.text(said("planning.holder"), PostRow::holder),
                TableColumn.text(said("planning.post"), row -> codes.label("hamlet-post", row.post())),
                TableColumn.text(said("planning.place"), PostRow::place),
                TableColumn.text(said("planning.organisation"), PostRow::organiser),
                TableColumn.text(
                        said("planning.is-member"),
                        row -> said(row.memberId() == null ? "planning.no" : "planning.yes")),
                TableColumn.date(said("planning.since"), PostRow::since),
                TableColumn.text(said("planning.together"), PostRow::together));
    }

    private String said(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}

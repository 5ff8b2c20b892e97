package vn.partyregister.committee.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.committee.Body;
import vn.partyregister.committee.Gap;
import vn.partyregister.committee.GapFilter;
import vn.partyregister.committee.GapList;
import vn.partyregister.committee.GapRow;
import vn.partyregister.committee.PostLists;
import vn.partyregister.membership.MemberList;
import vn.partyregister.membership.OrganisationChoice;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableColumn;
import vn.partyregister.platform.TableDownload;
import vn.partyregister.platform.TableFormat;
import vn.partyregister.platform.Visitor;

/** Where committees have gaps: vacancies, and terms that have ended or soon will. */
@Controller
@Permitted(Permission.READ_ORGANISATIONS)
class GapController {
    private static final String PATH = "/committees";

    private final GapList gaps;
    private final PostLists lists;
    private final MemberList organisations;
    private final BusinessDay businessDay;
    private final TableDownload download;
    private final AuditTrail trail;
    private final MessageSource messages;

    GapController(
            GapList gaps,
            PostLists lists,
            MemberList organisations,
            BusinessDay businessDay,
            TableDownload download,
            AuditTrail trail,
            MessageSource messages) {
        this.gaps = gaps;
        this.lists = lists;
        this.organisations = organisations;
        this.businessDay = businessDay;
        this.download = download;
        this.trail = trail;
        this.messages = messages;
    }

    @GetMapping(PATH)
    String list(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, Model model) {
        var parameters = new Parameters(given);
        var filter = GapFilter.read(parameters, businessDay.today());
        var sort = parameters.sort(GapList.ORDERS, GapList.STANDARD_ORDER);
        model.addAttribute("choice", choice(filter, scope, visitor));
        model.addAttribute("listing", gaps.page(filter, scope, sort, parameters.page(), address(PATH, filter)));
        model.addAttribute("filter", filter).addAttribute("files", files(filter, sort));
        model.addAttribute("gaps", Gap.values()).addAttribute("bodies", Body.values());
        model.addAttribute("lists", lists).addAttribute("unreadable", parameters.unreadable());
        return "committee/gaps";
    }

    /** The same list as a file, every row of it. */
    @GetMapping(PATH + ".{format:xlsx|csv}")
    @Permitted(Permission.EXPORT)
    void download(
            @PathVariable TableFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            Locale locale,
            HttpServletResponse response) {
        var parameters = new Parameters(given);
        var filter = GapFilter.read(parameters, businessDay.today());
        var sort = parameters.sort(GapList.ORDERS, GapList.STANDARD_ORDER);
        parameters.requireReadable();
        choice(filter, scope, visitor);
        trail.read(
                "committee.gaps-exported",
                new Subject("list", null, filter.organisation() == null ? visitor.home() : filter.organisation()),
                Map.of("address", address(PATH, filter), "format", format.extension()));
        download.send(response, format, "cap-uy", columns(locale), () -> gaps.stream(filter, scope, sort));
    }

    private String address(String path, GapFilter filter) {
        return filter.address(path, businessDay.today());
    }

    private Map<String, String> files(GapFilter filter, String sort) {
        return Map.of("xlsx", file(filter, sort, "xlsx"), "csv", file(filter, sort, "csv"));
    }

    private String file(GapFilter filter, String sort, String ending) {
        var address = address(PATH + "." + ending, filter);
        return address + (address.contains("?") ? "&" : "?") + "sort=" + sort;
    }

    /** The organisation chosen, or the visitor's own to choose below. */
    private @Nullable OrganisationChoice choice(GapFilter filter, Scope scope, Visitor visitor) {
        var chosen = filter.organisation() != null ? filter.organisation() : visitor.home();
        if (chosen == null) {
            return null;
        }
        var choice = organisations.choice(chosen, scope, filter.asAt());
        if (choice.isEmpty() && filter.organisation() != null) {
            throw new NotFound("organisation.unknown");
        }
        return choice.orElse(null);
    }

    private List<TableColumn<GapRow>> columns(Locale locale) {
        return List.of(
                TableColumn.text(said("committee.organisation", locale), GapRow::name),
                TableColumn.text(said("committee.above", locale), GapRow::above),
                TableColumn.text(said("committee.gap", locale), row -> said("Gap." + row.gap(), locale)),
                TableColumn.text(
                        said("committee.post", locale), row -> row.post() == null ? null : lists.label(row.post())),
                TableColumn.number(said("committee.missing", locale), GapRow::missing),
                TableColumn.text(
                        said("committee.body", locale),
                        row -> row.body() == null ? null : said("Body." + row.body(), locale)),
                TableColumn.text(said("committee.label", locale), GapRow::label),
                TableColumn.date(said("committee.last-day", locale), GapRow::lastDay));
    }

    private String said(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}

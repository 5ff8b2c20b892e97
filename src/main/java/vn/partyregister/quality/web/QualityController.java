package vn.partyregister.quality.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.member.Check;
import vn.partyregister.member.Checks;
import vn.partyregister.membership.MemberList;
import vn.partyregister.membership.MemberRow;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableColumn;
import vn.partyregister.platform.TableDownload;
import vn.partyregister.platform.TableFormat;
import vn.partyregister.platform.Visitor;
import vn.partyregister.quality.MendList;
import vn.partyregister.quality.Quality;

/** What is wrong or missing in the files of an organisation, and whose files these are. */
@Controller
@Permitted(Permission.READ_MEMBERS)
class QualityController {
    private final Quality quality;
    private final MendList list;
    private final Checks checks;
    private final BusinessDay businessDay;
    private final TableDownload download;
    private final AuditTrail audit;
    private final MessageSource messages;

    QualityController(
            Quality quality,
            MendList list,
            Checks checks,
            BusinessDay businessDay,
            TableDownload download,
            AuditTrail audit,
            MessageSource messages) {
        this.quality = quality;
        this.list = list;
        this.checks = checks;
        this.businessDay = businessDay;
        this.download = download;
        this.audit = audit;
        this.messages = messages;
    }

    @GetMapping(Quality.PATH)
    String page(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, Model model) {
        var parameters = new Parameters(given);
        var topic = parameters.oneOf("topic", Check.Topic.class);
        var organisation = organisation(parameters, visitor);
        model.addAttribute("page", quality.page(organisation, topic, scope, businessDay.today()));
        model.addAttribute("unreadable", parameters.unreadable());
        return "quality/page";
    }

    @GetMapping(Quality.PATH + "/{check:[a-z0-9_-]+}")
    String list(
            @PathVariable String check,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            Model model) {
        var today = businessDay.today();
        var parameters = new Parameters(given);
        var asked = quality.check(check, today);
        var organisation = organisation(parameters, visitor);
        var choice = quality.choice(organisation, scope, today);
        var sort = parameters.sort(MemberList.ORDERS, MemberList.STANDARD_ORDER);
        var here = here(check, "", organisation);
        model.addAttribute("listing", list.page(asked, organisation, scope, today, sort, parameters.page(), here));
        model.addAttribute("check", asked);
        model.addAttribute("name", checks.name(asked));
        model.addAttribute("choice", choice);
        for (var format : TableFormat.values()) {
            model.addAttribute(format.extension(), here(check, "." + format.extension(), organisation));
        }
        model.addAttribute("unreadable", parameters.unreadable());
        return "quality/list";
    }

    /** The same list as a file, every row of it. */
    @GetMapping(Quality.PATH + "/{check:[a-z0-9_-]+}.{format:xlsx|csv}")
    @Permitted(Permission.EXPORT)
    void download(
            @PathVariable String check,
            @PathVariable TableFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            HttpServletResponse response) {
        var today = businessDay.today();
        var parameters = new Parameters(given);
        var asked = quality.check(check, today);
        var organisation = organisation(parameters, visitor);
        quality.choice(organisation, scope, today);
        var sort = parameters.sort(MemberList.ORDERS, MemberList.STANDARD_ORDER);
        parameters.requireReadable();
        audit.read(
                "quality.exported",
                new AuditTrail.Subject("list", null, organisation.id()),
                Map.of("check", check, "format", format.extension()));
        download.send(
                response,
                format,
                "chat-luong-" + check,
                columns(asked),
                () -> list.stream(asked, organisation, scope, today, sort));
    }

    private List<TableColumn<MemberRow>> columns(Check check) {
        var wrong = checks.name(check);
        var todo = said("member.check." + check.kind() + ".do");
        var mender = said("Mender." + check.mender());
        return List.of(
                TableColumn.text(said("membership.full-name"), MemberRow::fullName),
                TableColumn.date(said("membership.born"), MemberRow::born),
                TableColumn.text(said("membership.organisation"), MemberRow::organisation),
                TableColumn.text(said("quality.base"), MemberRow::base),
                TableColumn.date(said("membership.joined-on"), MemberRow::joinedOn),
                TableColumn.text(said("membership.card-number"), MemberRow::cardNumber),
                TableColumn.text(said("quality.wrong"), _ -> wrong),
                TableColumn.text(said("quality.do"), _ -> todo),
                TableColumn.text(said("quality.mender"), _ -> mender));
    }

    private String said(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    /** The organisation asked for, or the visitor's own. */
    private static OrganisationId organisation(Parameters parameters, Visitor visitor) {
        var chosen = parameters.id("organisation");
        var organisation = chosen != null ? chosen : visitor.home();
        if (organisation == null) {
            throw new Refusal.NotPermitted("refusal.no-right");
        }
        return new OrganisationId(organisation);
    }

    private static String here(String check, String ending, OrganisationId organisation) {
        return UriComponentsBuilder.fromPath(Quality.PATH)
                .pathSegment(check + ending)
                .queryParam("organisation", organisation)
                .toUriString();
    }
}

package vn.partyregister.supplement.web;

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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.member.ChangeText;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.organisation.OrganisationTree.Facts;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableColumn;
import vn.partyregister.platform.TableDownload;
import vn.partyregister.platform.TableFormat;
import vn.partyregister.platform.Visitor;
import vn.partyregister.reference.Forms;
import vn.partyregister.supplement.CampaignId;
import vn.partyregister.supplement.CampaignList;
import vn.partyregister.supplement.SupplementFilter;
import vn.partyregister.supplement.SupplementList;
import vn.partyregister.supplement.SupplementRow;
import vn.partyregister.supplement.SupplementSheets;
import vn.partyregister.supplement.SupplementState;

/** Who of a campaign has handed in and who has not: on a page, as a file, and the supplements themselves to print. */
@Controller
@RequestMapping("/supplements/{campaign}")
@Permitted(Permission.READ_MEMBERS)
class SupplementListController {
    private final CampaignList campaigns;
    private final SupplementList list;
    private final SupplementSheets sheets;
    private final ChangeText text;
    private final Forms forms;
    private final OrganisationTree tree;
    private final TableDownload download;
    private final BusinessDay businessDay;
    private final AuditTrail audit;
    private final MessageSource messages;

    SupplementListController(
            CampaignList campaigns,
            SupplementList list,
            SupplementSheets sheets,
            ChangeText text,
            Forms forms,
            OrganisationTree tree,
            TableDownload download,
            BusinessDay businessDay,
            AuditTrail audit,
            MessageSource messages) {
        this.campaigns = campaigns;
        this.list = list;
        this.sheets = sheets;
        this.text = text;
        this.forms = forms;
        this.tree = tree;
        this.download = download;
        this.businessDay = businessDay;
        this.audit = audit;
        this.messages = messages;
    }

    @GetMapping("/members")
    String list(@PathVariable CampaignId campaign, @RequestParam Map<String, String> given, Scope scope, Model model) {
        var parameters = new Parameters(given);
        var filter = SupplementFilter.read(campaign, parameters);
        var sort = parameters.sort(SupplementList.ORDERS, SupplementList.STANDARD_ORDER);
        model.addAttribute("campaign", campaigns.get(campaign, scope)).addAttribute("filter", filter);
        model.addAttribute("listing", list.page(filter, scope, sort, parameters.page(), filter.address("members")));
        model.addAttribute("name", name(filter, scope)).addAttribute("states", SupplementState.values());
        model.addAttribute("unreadable", parameters.unreadable());
        return "supplement/members";
    }

    /** The same list as a file, every row of it. */
    @GetMapping("/members.{format:xlsx|csv}")
    @Permitted(Permission.EXPORT)
    void download(
            @PathVariable CampaignId campaign,
            @PathVariable TableFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Locale locale,
            HttpServletResponse response) {
        var parameters = new Parameters(given);
        var filter = SupplementFilter.read(campaign, parameters);
        var sort = parameters.sort(SupplementList.ORDERS, SupplementList.STANDARD_ORDER);
        parameters.requireReadable();
        var subject = new Subject(
                "supplement",
                campaign.id(),
                campaigns.get(campaign, scope).organisation().id());
        audit.read("supplement.exported", subject, filter.parts());
        download.send(response, format, "bo-sung-ho-so", columns(locale), () -> list.stream(filter, scope, sort));
    }

    /** The supplements of the list, each on a sheet of its own. */
    @GetMapping("/sheets")
    String sheets(
            @PathVariable CampaignId campaign,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            Model model) {
        var parameters = new Parameters(given);
        var filter = SupplementFilter.read(campaign, parameters);
        var sensitive = scope.equals(visitor.scope(Permission.READ_SENSITIVE));
        model.addAttribute("campaign", campaigns.get(campaign, scope)).addAttribute("sensitive", sensitive);
        model.addAttribute("listing", sheets.page(filter, scope, sensitive, parameters.page()));
        model.addAttribute("paper", forms.memberSupplement(businessDay.today())).addAttribute("text", text);
        model.addAttribute("unreadable", parameters.unreadable());
        return "supplement/sheets";
    }

    private @Nullable String name(SupplementFilter filter, Scope scope) {
        return filter.organisation() == null
                ? null
                : tree.find(filter.organisation(), scope, businessDay.today())
                        .map(Facts::name)
                        .orElse(null);
    }

    private List<TableColumn<SupplementRow>> columns(Locale locale) {
        return List.of(
                TableColumn.text(said("membership.full-name", locale), SupplementRow::fullName),
                TableColumn.text(said("membership.born", locale), SupplementRow::born),
                TableColumn.text(said("membership.organisation", locale), SupplementRow::organisation),
                TableColumn.text(
                        said("supplement.state", locale), row -> said("SupplementState." + row.state(), locale)),
                TableColumn.date(said("supplement.handed-in-on", locale), SupplementRow::handedInOn),
                TableColumn.text(
                        said("supplement.late", locale),
                        row -> row.late() ? said("SupplementState.LATE", locale) : null));
    }

    private String said(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}

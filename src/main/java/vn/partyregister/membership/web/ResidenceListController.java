package vn.partyregister.membership.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.membership.MemberList;
import vn.partyregister.membership.ResidenceFilter;
import vn.partyregister.membership.ResidenceLinks;
import vn.partyregister.membership.ResidenceList;
import vn.partyregister.membership.ResidenceMode;
import vn.partyregister.membership.ResidenceRow;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Exports;
import vn.partyregister.platform.ListFormat;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.PrintColumn;
import vn.partyregister.platform.PrintHead;
import vn.partyregister.platform.PrintTable;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableColumn;
import vn.partyregister.platform.Visitor;

/** Who keeps in touch where they live, and whose comment is missing: on the page, as a file, on paper. */
@Controller
@Permitted(Permission.READ_MEMBERS)
class ResidenceListController {
    private static final String NAME = "giu-moi-lien-he-noi-cu-tru";

    private final ResidenceList residences;
    private final ResidenceLinks links;
    private final MemberList members;
    private final Exports exports;
    private final BusinessDay businessDay;
    private final AuditTrail audit;
    private final MessageSource messages;

    ResidenceListController(
            ResidenceList residences,
            ResidenceLinks links,
            MemberList members,
            Exports exports,
            BusinessDay businessDay,
            AuditTrail audit,
            MessageSource messages) {
        this.residences = residences;
        this.links = links;
        this.members = members;
        this.exports = exports;
        this.businessDay = businessDay;
        this.audit = audit;
        this.messages = messages;
    }

    @GetMapping("/residence-links")
    String list(@RequestParam Map<String, String> given, Scope scope, Visitor visitor, Model model) {
        var parameters = new Parameters(given);
        var filter = ResidenceFilter.read(parameters, links.lastYearDue(businessDay.today()));
        var sort = parameters.sort(ResidenceList.ORDERS, ResidenceList.STANDARD_ORDER);
        model.addAttribute("listing", residences.page(filter, scope, businessDay.today(), sort, parameters.page()));
        model.addAttribute("filter", filter);
        model.addAttribute("choice", members.nearest(filter.organisation(), visitor, scope, businessDay.today()));
        model.addAttribute("modes", ResidenceMode.values());
        model.addAttribute("sides", ResidenceFilter.Side.values());
        model.addAttribute("commented", ResidenceFilter.Comment.values());
        model.addAttribute("due", links.due(filter.year()).orElse(null));
        model.addAttribute("papers", Map.of("membership.residence.list", filter.address(".pdf")));
        model.addAttribute("unreadable", parameters.unreadable());
        return "membership/residences";
    }

    /** The same list as a file or on paper, every row of it. */
    @GetMapping("/residence-links.{format:xlsx|csv|pdf}")
    @Permitted(Permission.EXPORT)
    void export(
            @PathVariable ListFormat format,
            @RequestParam Map<String, String> given,
            Scope scope,
            Visitor visitor,
            HttpServletResponse response) {
        var parameters = new Parameters(given);
        var today = businessDay.today();
        var filter = ResidenceFilter.read(parameters, links.lastYearDue(today));
        var sort = parameters.sort(ResidenceList.ORDERS, ResidenceList.STANDARD_ORDER);
        parameters.requireReadable();
        audit.read("member.residence-exported", new Subject("list", null, visitor.home()), filter.parts());
        exports.send(
                response,
                format,
                NAME,
                columns(),
                () -> paper(filter),
                today,
                () -> residences.all(filter, scope, today, sort));
    }

    private List<TableColumn<ResidenceRow>> columns() {
        return List.of(
                TableColumn.text(text("membership.full-name"), ResidenceRow::fullName),
                TableColumn.text(text("membership.temporary.home"), ResidenceRow::home),
                TableColumn.text(text("membership.residence.mode"), row -> text("ResidenceMode." + row.mode())),
                TableColumn.text(text("membership.residence.body"), ResidenceRow::body),
                TableColumn.text(text("membership.residence.responsible"), ResidenceRow::responsible),
                TableColumn.text(text("membership.residence.letter"), ResidenceRow::letterNumber),
                TableColumn.date(text("membership.residence.letter-on"), ResidenceRow::letterOn),
                TableColumn.date(text("membership.file.from-day"), ResidenceRow::starts),
                TableColumn.date(text("membership.file.to-day"), ResidenceRow::until),
                TableColumn.date(text("membership.residence.comment"), ResidenceRow::commentedOn),
                TableColumn.text(text("membership.residence.signed-by"), ResidenceRow::signedBy),
                TableColumn.text(text("membership.residence.missing"), this::missing));
    }

    private PrintTable<ResidenceRow> paper(ResidenceFilter filter) {
        return new PrintTable<>(
                new PrintHead(
                        null,
                        null,
                        null,
                        text("membership.residence.list"),
                        List.of(text("membership.residence.filter.year") + " " + filter.year())),
                true,
                true,
                List.of(
                        new PrintColumn<>(text("membership.full-name"), 18, ResidenceRow::fullName),
                        new PrintColumn<>(text("membership.temporary.home"), 19, ResidenceRow::home),
                        new PrintColumn<>(text("membership.residence.body"), 20, ResidenceRow::body),
                        new PrintColumn<>(text("membership.residence.responsible"), 14, ResidenceRow::responsible),
                        new PrintColumn<>(text("membership.residence.letter"), 12, ResidenceRow::letterNumber),
                        new PrintColumn<>(text("membership.residence.comment"), 14, this::comment)));
    }

    private @Nullable String missing(ResidenceRow row) {
        return row.missing() ? text("membership.residence.missing") : null;
    }

    private @Nullable String comment(ResidenceRow row) {
        return row.commentedOn() == null ? missing(row) : written(row.commentedOn());
    }

    private static @Nullable String written(@Nullable LocalDate day) {
        return day == null ? null : Dates.write(day);
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}

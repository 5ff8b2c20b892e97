package vn.partyregister.dossier.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.dossier.PaperFilter;
import vn.partyregister.dossier.PaperKinds;
import vn.partyregister.membership.MemberList;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TableFormat;
import vn.partyregister.platform.Visitor;

/** What the lists about papers share: how their address is read, their files, what the trail keeps of an export. */
@Component
class PaperLists {
    private final PaperKinds kinds;
    private final MemberList members;
    private final AuditTrail audit;
    private final BusinessDay businessDay;
    private final MessageSource messages;

    PaperLists(
            PaperKinds kinds, MemberList members, AuditTrail audit, BusinessDay businessDay, MessageSource messages) {
        this.kinds = kinds;
        this.members = members;
        this.audit = audit;
        this.businessDay = businessDay;
        this.messages = messages;
    }

    /** The filter of an address, within the organisation chosen or the visitor's own. */
    Asked read(Map<String, String> given, Scope scope, Visitor visitor, Locale language) {
        var today = businessDay.today();
        var parameters = new Parameters(given);
        var known = kinds.on(today, language);
        var filter = PaperFilter.read(parameters, known);
        var chosen = filter.within(OrganisationId.ofNullable(visitor.home())).organisation();
        var choice = chosen == null
                ? null
                : members.choice(chosen.id(), scope, today).orElse(null);
        if (choice == null && filter.organisation() != null) {
            throw new Refusal.NotFound("membership.unknown-organisation");
        }
        return new Asked(parameters, choice == null ? filter : filter.within(chosen), known, choice);
    }

    void fill(Asked asked, Listing<?> listing, Model model) {
        model.addAttribute("listing", listing)
                .addAttribute("filter", asked.filter())
                .addAttribute("kinds", asked.kinds())
                .addAttribute("choice", asked.choice())
                .addAttribute("unreadable", asked.parameters().unreadable());
        for (var format : TableFormat.values()) {
            model.addAttribute(format.extension(), file(listing, format));
        }
    }

    private static String file(Listing<?> listing, TableFormat format) {
        var path = listing.path();
        return listing.address(1)
                .replaceFirst("^" + path, path + "." + format.extension())
                .replaceFirst("&page=1", "");
    }

    /** What is left out of an address without being told would make another list than the one wanted. */
    void requireExport(Asked asked, TableFormat format, Visitor visitor) {
        if (!visitor.may(Permission.EXPORT)) {
            throw new Refusal.NotPermitted("refusal.no-right");
        }
        asked.parameters().requireReadable();
        var taken = new LinkedHashMap<>(asked.filter().parts());
        taken.put("format", format.extension());
        var organisation = asked.filter().organisation();
        audit.read(
                "dossier.exported", new Subject("list", null, organisation == null ? null : organisation.id()), taken);
    }

    String said(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}

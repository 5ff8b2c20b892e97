package vn.partyregister.membership.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.membership.MemberFilter;
import vn.partyregister.membership.MemberList;
import vn.partyregister.membership.OrganisationChoice;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;

/** Member lists that leave the register, as a file or on paper: just what their address asks for, noted before they go. */
@Component
class TakenLists {
    private final MemberList members;
    private final AskedLists asked;
    private final AuditTrail audit;

    TakenLists(MemberList members, AskedLists asked, AuditTrail audit) {
        this.members = members;
        this.asked = asked;
        this.audit = audit;
    }

    /** @param form what it is taken as, for the trail: {@code xlsx}, {@code labels} */
    Taken take(Map<String, String> given, String form, Scope scope, Visitor visitor, Locale language) {
        var list = asked.read(given, language);
        var filter = list.filter();
        if (!list.unreadable().isEmpty()) {
            throw new Refusal.NotReadable(
                    Parameters.UNREADABLE_EXPORT, list.unreadable().getFirst().written());
        }
        var choice = choice(filter, scope, visitor);
        audit.read(
                "member.exported", new AuditTrail.Subject("list", null, reach(filter, visitor)), noted(filter, form));
        var open = scope.equals(visitor.scope(Permission.SEE_CITIZEN_NUMBERS));
        return new Taken(filter, list.sort(), open, choice, list.choices());
    }

    /** The organisation chosen, or the visitor's own to choose below. */
    @Nullable
    OrganisationChoice choice(MemberFilter filter, Scope scope, Visitor visitor) {
        return members.choice(filter.organisation(), visitor, scope, filter.asAt());
    }

    private static @Nullable UUID reach(MemberFilter filter, Visitor visitor) {
        return filter.organisation() != null ? filter.organisation() : visitor.home();
    }

    /** What the trail keeps: the filter, its day and the form. */
    private static Map<String, String> noted(MemberFilter filter, String form) {
        var noted = new LinkedHashMap<>(filter.parts());
        noted.put("asAt", filter.asAt().toString());
        noted.put("format", form);
        return noted;
    }

    /**
     * A list to be taken.
     *
     * @param open whether citizen numbers are told whole
     */
    record Taken(
            MemberFilter filter,
            String sort,
            boolean open,
            @Nullable OrganisationChoice choice,
            FilterChoices choices) {}
}

package vn.partyregister.committee.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.partyregister.membership.MemberFilter;
import vn.partyregister.membership.MemberList;
import vn.partyregister.membership.MemberRow;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Scope;
import vn.partyregister.reference.CodeLists;

/** Finds whom a form is about, as the member list finds them. */
@Component
class Finder {
    private final MemberList members;
    private final CodeLists lists;

    Finder(MemberList members, CodeLists lists) {
        this.members = members;
        this.lists = lists;
    }

    /** The first of those found; nobody where nothing legible was typed. */
    Listing<MemberRow> find(String q, Scope scope, LocalDate today) {
        var filter = MemberFilter.read(new Parameters(Map.of("q", q)), today, lists, List.of());
        return filter.q() == null
                ? new Listing<>(List.of(), 1, Listing.SIZE, 0, MemberList.STANDARD_ORDER, "")
                : members.page(filter, scope, MemberList.STANDARD_ORDER, 1, "");
    }
}

package vn.partyregister.membership.web;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.MemberList;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Scope;

/** The way through a member list from file to file: one back, one on, and back to the list. */
@Component
class ListSteps {
    /** Where in the list the file was opened, in its address. */
    private static final String PLACE = "place";

    private static final int LAST_PLACE = 1_000_000;

    private final MemberList members;
    private final AskedLists asked;

    ListSteps(MemberList members, AskedLists asked) {
        this.members = members;
        this.asked = asked;
    }

    /** Null where the file was not opened from a list, or no longer stands where it stood. */
    @Nullable
    Steps of(Map<String, String> given, MemberId member, Scope scope, Locale language) {
        var place = new Parameters(given).number(PLACE, 1, LAST_PLACE);
        if (place == null) {
            return null;
        }
        var list = asked.read(given, language);
        return members.around(member, place, list.filter(), scope, list.sort())
                .map(near -> new Steps(
                        near.place(),
                        near.total(),
                        near.previous() == null ? null : list.opened(near.previous(), place - 1),
                        near.next() == null ? null : list.opened(near.next(), place + 1),
                        "/members" + list.query() + "&page=" + Math.ceilDiv(place, Listing.SIZE)))
                .orElse(null);
    }

    /**
     * @param previous the address of the file before, null at the first
     * @param list the page of the list where the file stands
     */
    record Steps(
            long place,
            long total,
            @Nullable String previous,
            @Nullable String next,
            String list) {}
}

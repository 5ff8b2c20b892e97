package vn.partyregister.membership.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.MemberFilter;
import vn.partyregister.membership.MemberList;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Parameters;
import vn.partyregister.reference.CodeLists;

/** Reads which member list an address asks for. */
@Component
class AskedLists {
    private final MemberList members;
    private final CodeLists lists;
    private final BusinessDay businessDay;

    AskedLists(MemberList members, CodeLists lists, BusinessDay businessDay) {
        this.members = members;
        this.lists = lists;
        this.businessDay = businessDay;
    }

    Asked read(Map<String, String> given, Locale language) {
        var parameters = new Parameters(given);
        var choices = new FilterChoices(lists, members.kinds(language));
        var filter = MemberFilter.read(parameters, businessDay.today(), lists, choices.kinds());
        var sort = parameters.sort(MemberList.ORDERS, MemberList.STANDARD_ORDER);
        return new Asked(filter, sort, parameters.page(), choices, parameters.unreadable(), businessDay.today());
    }

    /**
     * A list that is asked for.
     *
     * @param choices what its filter could be
     * @param unreadable what could not be read and was left out
     */
    record Asked(
            MemberFilter filter,
            String sort,
            int page,
            FilterChoices choices,
            List<Parameters.Unreadable> unreadable,
            LocalDate today) {
        /** The address of the list under a path, without its order. */
        String address(String path) {
            return filter.address(path, today);
        }

        /** The filter and the order, for the fields of a form that keeps them. */
        public Map<String, String> parts() {
            var parts = new LinkedHashMap<>(filter.parts());
            if (!filter.asAt().equals(today)) {
                parts.put("asAt", filter.asAt().toString());
            }
            parts.put("sort", sort);
            return parts;
        }

        /** The address of a file that is opened from this list. */
        String opened(MemberId member, int place) {
            return "/members/" + member + query() + "&place=" + place;
        }

        /** The filter and the order as they stand in an address. */
        public String query() {
            return UriComponentsBuilder.fromUriString(address(""))
                    .queryParam("sort", sort)
                    .build(true)
                    .toUriString();
        }
    }
}

package vn.partyregister.membership.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.partyregister.membership.MemberFilter;
import vn.partyregister.membership.MemberList;
import vn.partyregister.reference.Code;
import vn.partyregister.reference.CodeLists;

/** What can be chosen in the filter of a member list, and how each choice reads. */
class FilterChoices {
    private static final Map<String, String> LISTS = Map.of(
            "sex", "sex",
            "ethnicity", "ethnicity",
            "religion", "religion",
            "education", "general-education",
            "qualification", "qualification",
            "theory", "political-theory",
            "entryPeriod", "entry-period");

    private final CodeLists lists;
    private final List<MemberList.Kind> kinds;

    FilterChoices(CodeLists lists, List<MemberList.Kind> kinds) {
        this.lists = lists;
        this.kinds = kinds;
    }

    /** The choices of one part, by code in their order. */
    public Map<String, String> of(String part) {
        var list = LISTS.get(part);
        return list == null
                ? kinds.stream()
                        .collect(Collectors.toMap(
                                MemberList.Kind::code,
                                MemberList.Kind::label,
                                (a, _) -> a,
                                java.util.LinkedHashMap::new))
                : lists.of(list).stream()
                        .collect(Collectors.toMap(Code::code, Code::label, (a, _) -> a, java.util.LinkedHashMap::new));
    }

    /** How a code of a part reads; the code itself where it is in no list. */
    public String label(String part, String code) {
        return of(part).getOrDefault(code, code);
    }

    /** The values that name a kind of base organisation. */
    List<String> kinds() {
        var codes = new ArrayList<>(List.of(MemberFilter.NOT_STATED));
        kinds.forEach(kind -> codes.add(kind.code()));
        return codes;
    }
}

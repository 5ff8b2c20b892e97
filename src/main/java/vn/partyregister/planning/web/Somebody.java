package vn.partyregister.planning.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.MemberFilter;
import vn.partyregister.membership.MemberList;
import vn.partyregister.membership.MemberRow;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.Parameters;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.WrongField;
import vn.partyregister.reference.CodeLists;

/** The member a form means by a card number, another number or a name that only one bears. */
@Component
class Somebody {
    private final MemberList members;
    private final CodeLists lists;
    private final BusinessDay businessDay;

    Somebody(MemberList members, CodeLists lists, BusinessDay businessDay) {
        this.members = members;
        this.lists = lists;
        this.businessDay = businessDay;
    }

    /** Marked as wrong where nobody or more than one is meant. */
    @Nullable
    MemberId meant(String field, @Nullable String typed, BindingResult errors, Scope scope) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        var found = page(typed, scope);
        if (found == null || found.total() != 1) {
            WrongField.mark(errors, field, typed, "planning.somebody", found == null ? 0 : found.total());
            return null;
        }
        return found.rows().getFirst().id();
    }

    /** Nothing where nobody or more than one is meant. */
    Optional<MemberId> find(String typed, Scope scope) {
        var found = page(typed, scope);
        return found == null || found.total() != 1
                ? Optional.empty()
                : Optional.of(found.rows().getFirst().id());
    }

    private @Nullable Listing<MemberRow> page(String typed, Scope scope) {
        var filter = MemberFilter.read(new Parameters(Map.of("q", typed)), businessDay.today(), lists, List.of());
        return filter.q() == null ? null : members.page(filter, scope, MemberList.STANDARD_ORDER, 1, "");
    }
}

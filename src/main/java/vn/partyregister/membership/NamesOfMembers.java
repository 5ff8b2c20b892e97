package vn.partyregister.membership;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.partyregister.audit.SubjectNames;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Visitor;

/** Members in the audit trail are named to who may open their files today. */
@Component
class NamesOfMembers implements SubjectNames {
    private final Standings standings;
    private final BusinessDay businessDay;

    NamesOfMembers(Standings standings, BusinessDay businessDay) {
        this.standings = standings;
        this.businessDay = businessDay;
    }

    @Override
    public String kind() {
        return "member";
    }

    @Override
    public Map<UUID, Name> names(Collection<UUID> subjects, Visitor visitor) {
        var names = new HashMap<UUID, Name>();
        standings
                .names(subjects, visitor.scope(Permission.READ_MEMBERS), businessDay.today())
                .forEach((id, name) -> names.put(id, new Name(name, "/members/" + id)));
        return names;
    }
}

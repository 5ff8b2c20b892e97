package vn.partyregister.inbox;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.partyregister.inbox.Delegations.StandIn;
import vn.partyregister.platform.Scope;

/** How far somebody sees the inbox: as far as their own roles reach, and in the place of those they stand in for. */
public record Desk(Scope own, List<StandIn> standIns) {
    public Desk {
        standIns = List.copyOf(standIns);
    }

    /** What is seen: all of it, or what is seen in one person's place; nothing where nobody of that account is away. */
    public Scope seen(@Nullable UUID standIn) {
        if (standIn != null) {
            return standIns.stream()
                    .filter(one -> one.account().equals(standIn))
                    .map(StandIn::scope)
                    .findFirst()
                    .orElse(Scope.NOTHING);
        }
        var tops = new HashSet<>(own.organisations());
        for (var one : standIns) {
            if (one.scope().everything()) {
                return Scope.EVERYTHING;
            }
            tops.addAll(one.scope().organisations());
        }
        return own.everything() ? own : Scope.of(tops);
    }
}

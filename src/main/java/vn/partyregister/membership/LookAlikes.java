package vn.partyregister.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.member.Alike;
import vn.partyregister.member.Members;
import vn.partyregister.member.Sought;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;

/** Who in the register resembles somebody that is about to be recorded. */
@Service
@Transactional
public class LookAlikes {
    private final Members members;
    private final Standings standings;
    private final OrganisationTree tree;
    private final AuditTrail audit;

    LookAlikes(Members members, Standings standings, OrganisationTree tree, AuditTrail audit) {
        this.members = members;
        this.standings = standings;
        this.tree = tree;
        this.audit = audit;
    }

    public List<LookAlike> find(Sought sought, Scope scope, LocalDate today) {
        return members.alike(sought).stream()
                .map(alike -> standings
                        .find(alike.id(), scope, today)
                        .map(place -> new LookAlike(
                                alike.id(),
                                alike.fullName(),
                                tree.name(place.organisation(), place.seenOn()).orElse(""),
                                alike.why()))
                        .orElseGet(() -> elsewhere(alike, today)))
                .toList();
    }

    /** That a number is in the register is something learned of a person: it is noted like the opening of a file. */
    private LookAlike elsewhere(Alike alike, LocalDate today) {
        if (alike.sure()) {
            var place = standings
                    .find(alike.id(), Scope.EVERYTHING, today)
                    .orElseThrow(() -> new NotFound("member.unknown"));
            audit.read(
                    "member.found-elsewhere",
                    new Subject("member", alike.id().id(), place.organisation().id()),
                    Map.of("by", alike.why()));
        }
        return new LookAlike(null, null, null, alike.why());
    }
}

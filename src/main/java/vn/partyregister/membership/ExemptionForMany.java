package vn.partyregister.membership;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Changed;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.Standings.Place;
import vn.partyregister.organisation.Decisions;
import vn.partyregister.platform.Scope;

/** Exemption from work and party life (miễn công tác và sinh hoạt đảng) of many, by one decision. */
@Component
class ExemptionForMany implements BulkAct<Exempting> {
    private final Exemptions exemptions;
    private final Decisions decisions;
    private final AuditTrail audit;

    ExemptionForMany(Exemptions exemptions, Decisions decisions, AuditTrail audit) {
        this.exemptions = exemptions;
        this.decisions = decisions;
        this.audit = audit;
    }

    @Override
    public String key() {
        return "exemption";
    }

    @Override
    public Class<Exempting> terms() {
        return Exempting.class;
    }

    @Override
    public boolean isWhole() {
        return true;
    }

    @Override
    public BulkJudgement judge(Map<MemberId, Place> people, Exempting terms, Scope scope, LocalDate today) {
        decisions.requireFree(terms.decision(), terms.issuer());
        var already = exemptions.overlapping(people.keySet(), terms);
        var leftOut = new HashMap<MemberId, BulkReason>();
        people.forEach((member, place) -> exemptions
                .refusal(place, already.contains(member), terms)
                .ifPresent(refused -> leftOut.put(member, BulkReason.of(refused))));
        return new BulkJudgement(leftOut, Map.of());
    }

    @Override
    public void write(Collection<BulkPerson> people, Exempting terms, Scope scope) {
        exemptions.enter(people.stream().map(BulkPerson::member).toList(), terms);
        var told = terms.told();
        audit.changedAll(
                "member.exempted",
                "member",
                people.stream()
                        .map(person -> new Changed(
                                person.member().id(), person.organisation().id(), null, told))
                        .toList());
    }

    @Override
    public BulkJudgement judgeUndo(Collection<BulkPerson> people, Exempting terms) {
        var members = people.stream().map(BulkPerson::member).toList();
        var standing = exemptions.standing(members, terms);
        return new BulkJudgement(
                members.stream()
                        .filter(member -> !standing.contains(member))
                        .collect(Collectors.toMap(member -> member, _ -> BulkReason.CHANGED_SINCE)),
                Map.of());
    }

    @Override
    public void undo(Collection<BulkPerson> people, Exempting terms) {
        exemptions.withdraw(people.stream().map(BulkPerson::member).toList(), terms);
        var told = terms.told();
        audit.changedAll(
                "member.exemption-withdrawn",
                "member",
                people.stream()
                        .map(person -> new Changed(
                                person.member().id(), person.organisation().id(), told, null))
                        .toList());
    }
}

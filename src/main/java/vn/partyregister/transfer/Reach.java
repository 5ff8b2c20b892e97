package vn.partyregister.transfer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;

/** Which end of a transfer a visitor answers for: whoever reaches an organisation confirms for it, and nobody else does. */
@Component
class Reach {
    private final OrganisationTree tree;
    private final BusinessDay businessDay;

    Reach(OrganisationTree tree, BusinessDay businessDay) {
        this.tree = tree;
        this.businessDay = businessDay;
    }

    boolean covers(Scope scope, @Nullable OrganisationId organisation) {
        return organisation != null
                && tree.find(organisation, scope, businessDay.today()).isPresent();
    }

    /** A transfer is there for whoever answers for a level that its letter passes. */
    void requireSeen(Transfer transfer, Scope scope) {
        if (transfer.boxes().stream().noneMatch(box -> covers(scope, organisation(box)))) {
            throw new NotFound("transfer.unknown");
        }
    }

    /** Who fills boxes answers for each of them; what is said elsewhere is noted by the side that is here. */
    void requireAll(List<Box> boxes, Transfer transfer, Scope scope) {
        boxes.stream()
                .filter(box -> !covers(scope, box.organisationId() == null ? transfer.from() : organisation(box)))
                .findFirst()
                .ifPresent(box -> {
                    throw new RuleBroken("transfer.not-yours", box.name());
                });
    }

    /** Who speaks for the sender; for who comes from outside, the receiver does. */
    void requireSender(Transfer transfer, Scope scope) {
        var speaks = transfer.from() == null || transfer.isOnlyPresented() ? transfer.to() : transfer.from();
        require(covers(scope, transfer.from()) || covers(scope, speaks), "transfer.not-yours-to-cancel");
    }

    /** Who speaks for the receiver; for who goes outside, the sender does. */
    void requireReceiver(Transfer transfer, Scope scope) {
        require(covers(scope, transfer.to() == null ? transfer.from() : transfer.to()), "transfer.not-yours-to-return");
    }

    private static void require(boolean covered, String otherwise) {
        if (!covered) {
            throw new RuleBroken(otherwise);
        }
    }

    private static @Nullable OrganisationId organisation(Box box) {
        return box.organisationId() == null ? null : new OrganisationId(box.organisationId());
    }
}

package vn.partyregister.planning;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Refusal.NotFound;

/** Plans in, plans out. Whoever sets targets holds the plan, so that two clerks split it one after the other. */
interface PlanRepository extends JpaRepository<Plan, PlanId> {
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Plan> findLockedById(PlanId id);

    boolean existsByOrganisationAndFromOnAndToOn(OrganisationId organisation, LocalDate fromOn, LocalDate toOn);

    default Plan hold(PlanId id) {
        return findLockedById(id).orElseThrow(() -> new NotFound("planning.unknown"));
    }
}

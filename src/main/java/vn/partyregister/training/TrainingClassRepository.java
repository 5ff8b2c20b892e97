package vn.partyregister.training;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import vn.partyregister.platform.Refusal.NotFound;

/** Classes in, classes out. Whoever acts on one holds it, so that two clerks register, certify and cancel one after the other. */
interface TrainingClassRepository extends JpaRepository<TrainingClass, TrainingClassId> {
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<TrainingClass> findLockedById(TrainingClassId id);

    default TrainingClass hold(TrainingClassId id) {
        return findLockedById(id).orElseThrow(() -> new NotFound("training.unknown"));
    }
}

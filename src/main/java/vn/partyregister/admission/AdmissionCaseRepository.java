package vn.partyregister.admission;

import org.springframework.data.jpa.repository.JpaRepository;
import vn.partyregister.platform.Refusal.NotFound;

/** Cases in, cases out. */
interface AdmissionCaseRepository extends JpaRepository<AdmissionCase, AdmissionCaseId> {
    default AdmissionCase get(AdmissionCaseId id) {
        return findById(id).orElseThrow(() -> new NotFound("admission.unknown"));
    }
}

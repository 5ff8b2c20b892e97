package vn.partyregister.training;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.partyregister.admission.Certificates;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.PartialDate;

/** Tells a case of admission which certificates its candidate holds: of the awareness class, valid or no longer, and of the new-member class. */
@Component
class CertificatesOfCandidates implements Certificates {
    private final HeldCertificates held;
    private final BusinessDay businessDay;

    CertificatesOfCandidates(HeldCertificates held, BusinessDay businessDay) {
        this.held = held;
        this.businessDay = businessDay;
    }

    /** By the number where there is one; where it finds nothing, by name and birth date: the clerk compares the paper. */
    @Override
    public List<Certificate> of(String fullName, PartialDate born, byte @Nullable [] citizenNumberHash) {
        var today = businessDay.today();
        var byNumber = citizenNumberHash == null
                ? List.<Certified>of()
                : held.byHash(ClassKind.AWARENESS, citizenNumberHash, today);
        var found = byNumber.isEmpty() ? held.byName(ClassKind.AWARENESS, fullName, born, today) : byNumber;
        return found.stream().map(CertificatesOfCandidates::told).toList();
    }

    @Override
    public List<Certificate> ofNewMember(MemberId member) {
        return held.byMember(ClassKind.NEW_MEMBER, member, businessDay.today()).stream()
                .map(CertificatesOfCandidates::told)
                .toList();
    }

    private static Certificate told(Certified one) {
        return new Certificate(one.number(), one.issuedOn(), one.organisation());
    }
}

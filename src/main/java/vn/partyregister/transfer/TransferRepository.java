package vn.partyregister.transfer;

import java.util.Collection;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.Refusal.NotFound;

/** Transfers in, transfers out. */
interface TransferRepository extends JpaRepository<Transfer, TransferId> {
    boolean existsByMemberAndPassageStageIn(MemberId member, Collection<Stage> stages);

    boolean existsByCode(String code);

    @Query(
            "select count(t) > 0 from Transfer t where t.letter.id = :letter and t.passage.stage <> Stage.CANCELLED and t.id <> :other")
    boolean introducesAnother(UUID letter, TransferId other);

    default Transfer get(TransferId id) {
        return findById(id).orElseThrow(() -> new NotFound("transfer.unknown"));
    }
}

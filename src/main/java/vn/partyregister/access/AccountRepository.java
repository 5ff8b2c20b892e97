package vn.partyregister.access;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import vn.partyregister.platform.Refusal;

/** Accounts in, accounts out. */
interface AccountRepository extends JpaRepository<Account, AccountId> {
    default Account get(AccountId id) {
        return findById(id).orElseThrow(() -> new Refusal.NotFound("access.unknown-account"));
    }

    Optional<Account> findByUsername(String username);
}

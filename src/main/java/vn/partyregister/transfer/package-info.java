/**
 * From the decision that moves a member to the cell that takes them in (chuyển sinh hoạt đảng): letters of introduction go
 * from level to level, both sides confirm, and the journal is told when the last one has.
 */
@ApplicationModule(
        allowedDependencies = {"membership", "inbox", "member", "access", "organisation", "audit", "reference"})
@NullMarked
package vn.partyregister.transfer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

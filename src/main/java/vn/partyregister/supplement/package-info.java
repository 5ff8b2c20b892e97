/**
 * The yearly supplement of members' files (phiếu bổ sung hồ sơ, 3-HSĐV): campaigns, who has handed in, and what changed.
 */
@ApplicationModule(allowedDependencies = {"inbox", "membership", "member", "organisation", "audit", "reference"})
@NullMarked
package vn.partyregister.supplement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

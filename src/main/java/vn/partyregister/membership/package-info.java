/**
 * The journal: who belonged where, when and why; every count of members is taken from here.
 */
@ApplicationModule(
        allowedDependencies = {"inbox", "member", "access", "organisation", "exchange", "audit", "reference"})
@NullMarked
package vn.partyregister.membership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

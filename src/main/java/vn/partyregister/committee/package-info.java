/**
 * The committees (cấp ủy) of organisations: their terms, who holds which post, and what is vacant or has ended.
 */
@ApplicationModule(allowedDependencies = {"inbox", "membership", "member", "organisation", "audit", "reference"})
@NullMarked
package vn.partyregister.committee;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * What organisations owe by a day: the work modules tell of obligations, the inbox shows each to who answers for its owner.
 */
@ApplicationModule(allowedDependencies = {"access", "organisation", "audit", "reference"})
@NullMarked
package vn.partyregister.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * The person's file: identity, origin, entry, numbers, education and occupation.
 */
@ApplicationModule(allowedDependencies = {"access", "organisation", "exchange", "audit", "reference"})
@NullMarked
package vn.partyregister.member;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

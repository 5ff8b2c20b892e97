/**
 * The home page: the figures of an organisation, each opening the list behind it.
 */
@ApplicationModule(allowedDependencies = {"membership", "member", "access", "organisation", "reference"})
@NullMarked
package vn.partyregister.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

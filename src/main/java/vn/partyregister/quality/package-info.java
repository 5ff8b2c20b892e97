/**
 * What is wrong or missing in the files, counted by organisation: who must mend what, and how it goes day by day.
 */
@ApplicationModule(allowedDependencies = {"membership", "member", "access", "organisation", "audit", "reference"})
@NullMarked
package vn.partyregister.quality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

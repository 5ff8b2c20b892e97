/**
 * The pages about the register itself: who did what, and who may do what.
 */
@ApplicationModule(allowedDependencies = {"inbox", "access", "audit", "organisation"})
@NullMarked
package vn.partyregister.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Who may: accounts, the roles granted to them on organisations, and the scope of each request.
 */
@ApplicationModule(allowedDependencies = {"organisation", "audit"})
@NullMarked
package vn.partyregister.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

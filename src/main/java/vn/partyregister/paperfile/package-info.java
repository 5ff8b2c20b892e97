/**
 * Where the paper file of each member is: its place, its loans, its hand-overs, and the counts against the member list.
 */
@ApplicationModule(
        allowedDependencies = {"inbox", "membership", "member", "access", "organisation", "audit", "reference"})
@NullMarked
package vn.partyregister.paperfile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

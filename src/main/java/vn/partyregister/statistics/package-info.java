/**
 * What is counted and handed in: the forms of the basic statistics, computed from the journal for any period, each figure
 * with the people behind it and each identity checked.
 */
@ApplicationModule(
        allowedDependencies = {
            "inbox",
            "admission",
            "transfer",
            "membership",
            "member",
            "committee",
            "access",
            "organisation",
            "audit",
            "reference"
        })
@NullMarked
package vn.partyregister.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

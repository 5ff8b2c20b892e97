/**
 * Synthetic registers, written as spreadsheets and loaded through the import.
 */
@ApplicationModule(
        allowedDependencies = {
            "statistics",
            "planning",
            "training",
            "admission",
            "committee",
            "membership",
            "member",
            "access",
            "organisation",
            "exchange",
            "audit",
            "reference"
        })
@NullMarked
package vn.partyregister.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

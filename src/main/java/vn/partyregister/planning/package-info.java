/**
 * Plans and targets of admission (kế hoạch, chỉ tiêu phát triển đảng viên): set by year and term, handed down the tree,
 * and followed by what the journal tells.
 */
@ApplicationModule(
        allowedDependencies = {
            "admission",
            "membership",
            "member",
            "committee",
            "organisation",
            "exchange",
            "audit",
            "reference"
        })
@NullMarked
package vn.partyregister.planning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

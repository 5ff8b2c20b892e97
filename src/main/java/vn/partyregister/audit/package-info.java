/**
 * Who wrote what and who read whose file: the writer of the trail and its table.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package vn.partyregister.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * The ground every module stands on: ids, dates, the business day, Vietnamese text, the scope of a request, refusals,
 * the page shell and the writers of tables.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package vn.partyregister.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

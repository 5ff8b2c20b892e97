/**
 * The party organisations (tổ chức đảng) as a tree over time, and the acts that change it.
 */
@ApplicationModule(allowedDependencies = {"exchange", "audit", "reference"})
@NullMarked
package vn.partyregister.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * The rulebook with its directives, the code lists and the calendar of working days: everything that is data and has a source.
 */
@ApplicationModule(allowedDependencies = {"audit"})
@NullMarked
package vn.partyregister.reference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

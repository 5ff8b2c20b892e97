/**
 * Party cards and badges: who is proposed for a badge and why, what happened to each card, and the stock of both by serial.
 */
@ApplicationModule(
        allowedDependencies = {"inbox", "membership", "member", "access", "organisation", "audit", "reference"})
@NullMarked
package vn.partyregister.recognition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

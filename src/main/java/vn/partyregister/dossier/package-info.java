/**
 * The papers of members' files: which ones a file must hold, their scans, and whose file lacks what.
 */
@ApplicationModule(
        allowedDependencies = {"admission", "inbox", "membership", "member", "organisation", "audit", "reference"})
@NullMarked
package vn.partyregister.dossier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

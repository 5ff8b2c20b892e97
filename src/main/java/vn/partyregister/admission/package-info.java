/**
 * From the first nomination to the decision that recognises an official member (kết nạp đảng viên): each case goes from stage to stage, guarded by the rules of the day it began, and tells the journal when somebody becomes a member.
 */
@ApplicationModule(
        allowedDependencies = {"membership", "inbox", "member", "access", "organisation", "audit", "reference"})
@NullMarked
package vn.partyregister.admission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Classes before and after admission (lớp bồi dưỡng nhận thức về Đảng, lớp bồi dưỡng đảng viên mới): planned, attended,
 * and certified.
 */
@ApplicationModule(
        allowedDependencies = {"admission", "membership", "member", "organisation", "exchange", "audit", "reference"})
@NullMarked
package vn.partyregister.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

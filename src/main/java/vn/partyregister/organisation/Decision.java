package vn.partyregister.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A decision (quyết định) as it stands on paper.
 *
 * @param issuer who issued it: Ban Thường vụ Tỉnh ủy Trà Vinh
 * @param day the day it was issued, which need not be the day it takes effect
 */
public record Decision(
        String issuer,
        String number,
        LocalDate day,
        @Nullable String summary) {}

package vn.partyregister.platform;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a rule stands: the directive (văn bản), its issuer, the day it was issued, and the clause.
 *
 * @param ruleKey the key of the rule in the rulebook, so that a page can link to it
 */
public record RuleSource(
        String ruleKey,
        String directive,
        String issuer,
        @Nullable LocalDate issuedOn,
        String clause) {}

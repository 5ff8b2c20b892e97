package vn.partyregister.platform;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where a rule stands: the directive (văn bản), its issuer, the day it was issued, and the clause.
 *
 * @param ruleKey the key of the rule in the rulebook, so that a page can link to it
 * @param asAt the day it was asked for, where its page shows one day; null where the page shows all of them
 */
public record RuleSource(
        String ruleKey,
        String directive,
        String issuer,
        @Nullable LocalDate issuedOn,
        String clause,
        @Nullable LocalDate asAt) {
    public RuleSource(String ruleKey, String directive, String issuer, @Nullable LocalDate issuedOn, String clause) {
        this(ruleKey, directive, issuer, issuedOn, clause, null);
    }

    /** The same, as it stood on a day. */
    public RuleSource on(LocalDate day) {
        return new RuleSource(ruleKey, directive, issuer, issuedOn, clause, day);
    }

    /** Of its page in the rulebook. */
    public String address() {
        var page = UriComponentsBuilder.fromPath("/rulebook").pathSegment(ruleKey);
        return (asAt == null ? page : page.queryParam("asAt", asAt)).toUriString();
    }
}

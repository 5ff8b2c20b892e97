package vn.partyregister.member;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.reference.Rulebook;

/** Holds one file against the catalogue, before and after it is written. */
@Component
class FileChecks {
    private static final String REFUSED = "member.check.refused";

    private final Checks checks;
    private final Rulebook rulebook;
    private final JdbcClient jdbc;

    FileChecks(Checks checks, Rulebook rulebook, JdbcClient jdbc) {
        this.checks = checks;
        this.rulebook = rulebook;
        this.jdbc = jdbc;
    }

    /** What is wrong with the file as it stands, in the order of the catalogue. */
    List<Check> failing(MemberId member, LocalDate day) {
        var all = checks.on(day);
        var failing = keys(all, member, day);
        return all.stream().filter(check -> failing.contains(check.key())).toList();
    }

    /**
     * Refuses what the writing brought about and may not be.
     *
     * @param before what was wrong before it
     * @return what is wrong after it
     */
    List<Check> requireNoneNew(MemberId member, List<Check> before, LocalDate day) {
        var after = failing(member, day);
        var known = before.stream().map(Check::key).collect(Collectors.toSet());
        after.stream()
                .filter(check -> check.refuses() && !known.contains(check.key()))
                .findFirst()
                .ifPresent(check -> {
                    throw refusal(check, day);
                });
        return after;
    }

    private RuleBroken refusal(Check check, LocalDate day) {
        return Optional.ofNullable(check.ruleKey())
                .flatMap(key -> rulebook.on(day).find(key))
                .map(rule -> new RuleBroken(rule.source(), REFUSED, checks.name(check)))
                .orElseGet(() -> new RuleBroken(REFUSED, checks.name(check)));
    }

    private Set<String> keys(List<Check> all, MemberId member, LocalDate day) {
        return new HashSet<>(jdbc.sql("""
                        select f.key from member.member m cross join lateral (values %s) as f(key, fails)
                        where m.id = :member and f.fails
                        """.formatted(all.stream()
                        .map(check -> "('%s', %s)".formatted(check.key(), check.condition()))
                        .collect(Collectors.joining(",\n"))))
                .params(checks.params(day))
                .param("member", member.id())
                .query((row, _) -> row.getString("key"))
                .list());
    }
}

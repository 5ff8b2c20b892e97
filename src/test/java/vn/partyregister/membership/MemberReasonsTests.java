package vn.partyregister.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.Reasons;
import vn.partyregister.RegisterTest;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Seal;

/** For each reason a row of members is rejected for, a row that is: a reason without one fails. */
@RegisterTest
class MemberReasonsTests {
    @Autowired
    private MemberRows rows;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Seal seal;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    private Orgs.Tree tree;
    private String cell;

    @BeforeEach
    void plant() {
        tree = orgs.tree();
        cell = orgs.name(tree.eastCell());
    }

    /** Reason to what is said of a row that is rejected for it. */
    private Map<String, Supplier<List<String>>> cases() {
        return Map.ofEntries(
                Map.entry("missing-end", () -> said("activity_status", "LEFT")),
                Map.entry("left-on-request", () -> said("activity_status", "LEFT", "ended_on", "2021-07-08")),
                Map.entry("missing-exemption", () -> said("activity_status", "EXEMPT")),
                Map.entry("repeated", () -> {
                    var row = somebody();
                    return sheet().with(row).with(row).judged().problems(2);
                }),
                Map.entry("of-another", () -> {
                    var one = somebody();
                    var other = somebody();
                    sheet().with(one).with(other).written();
                    return sheet().with(but(one, "card_number", other.get("card_number")))
                            .judged()
                            .problems(1);
                }),
                Map.entry("alike", this::alike),
                Map.entry("organisation-unknown", () -> said("organisation", "Chi bộ không có ở đâu")),
                Map.entry("organisation-ambiguous", () -> {
                    var name = "Chi bộ trùng tên " + tree.east();
                    orgs.add(name, "CB_TT", null, tree.eastBase());
                    orgs.add(name, "CB_TT", null, tree.westBase());
                    return said("organisation", name);
                }),
                Map.entry("organisation-holds-none", () -> said("organisation", orgs.name(tree.eastBase()))),
                Map.entry(
                        "organisation-not-there-then", () -> said("activity_status", "DIED", "ended_on", "2009-12-31")),
                Map.entry("out-of-scope", () -> {
                    var row = somebody();
                    sheet().with(row).written();
                    return sheet().with(but(row, "organisation", null))
                            .judged(Scope.of(Set.of(tree.west().id())))
                            .problems(1);
                }),
                Map.entry("in-the-future", () -> said("joined_on", "2022-05-01", "official_on", null)),
                Map.entry("joined-before-birth", () -> said("born", "2000-03-04")),
                Map.entry("official-before-joining", () -> said("official_on", "2000-03-03")),
                Map.entry("decided-after-joining", () -> said("decided_on", "2000-03-05")),
                Map.entry("ended-before-joining", () -> said("activity_status", "DIED", "ended_on", "2000-03-03")),
                Map.entry("ended-before-official", () -> said("activity_status", "DIED", "ended_on", "2001-03-03")),
                Map.entry(
                        "exempt-before-joining", () -> said("activity_status", "EXEMPT", "exempt_from", "2000-03-03")),
                Map.entry(
                        "too-young", () -> said("born", "2004-05-01", "joined_on", "2022-04-30", "official_on", null)),
                Map.entry("probation-not-over", this::probationNotOver),
                Map.entry("transfer-is-an-act", () -> then("organisation", orgs.name(tree.otherEastCell()))),
                Map.entry("journal-rests-on-it", () -> then("joined_on", "2022-05-01")),
                Map.entry(
                        "status-is-an-act",
                        () -> then(
                                but(somebody(), "activity_status", "DIED", "ended_on", "2021-07-08"),
                                "activity_status",
                                "LEFT")),
                Map.entry(
                        "exemption-is-an-act",
                        () -> then(
                                but(somebody(), "activity_status", "EXEMPT", "exempt_from", "2020-01-02"),
                                "exempt_from",
                                "2020-01-03")));
    }

    @Test
    void everyReasonHasARow() {
        assertThat(cases().keySet()).isEqualTo(Reasons.of("membership", "membership.import."));
    }

    @Test
    void eachRowIsRejectedForItsReason() {
        cases().forEach((reason, row) ->
                assertThat(row.get()).as(reason).anyMatch(said -> said.endsWith(" " + reason)));
    }

    /** Two of the register share name, birth and entry; the row has no number that tells which it means. */
    private List<String> alike() {
        var one = somebody();
        var other = but(somebody(), "full_name", one.get("full_name"));
        sheet().with(one).with(other).written();
        return sheet().with(but(
                        one,
                        "citizen_number",
                        null,
                        "citizen_number.sealed",
                        null,
                        "citizen_number.end",
                        null,
                        "card_number",
                        null))
                .judged()
                .problems(1);
    }

    /** Admitted by the journal, and official a day before the year is over. */
    private List<String> probationNotOver() {
        var row = somebody();
        var card = Objects.requireNonNull(row.get("card_number"));
        people.add(
                tree.eastCell(),
                person -> person.joined(LocalDate.of(2021, 5, 1), null)
                        .numbered(card, "old" + card, "file" + card, card));
        return sheet().with(Map.of("card_number", card, "official_on", "2022-04-30"))
                .judged()
                .problems(1);
    }

    /** What is said of somebody new with these changes. */
    private List<String> said(@Nullable String... changes) {
        return sheet().with(but(somebody(), changes)).judged().problems(1);
    }

    /** What is said of a row with these changes when it is in the register without them. */
    private List<String> then(String... changes) {
        return then(somebody(), changes);
    }

    private List<String> then(Map<String, String> row, String... changes) {
        assertThat(sheet().with(row).written().problems(1)).isEmpty();
        return sheet().with(but(row, changes)).judged().problems(1);
    }

    private MemberSheet sheet() {
        return new MemberSheet(jdbc, transaction, rows, seal);
    }

    private Map<String, String> somebody() {
        return MemberSheet.somebody(cell);
    }

    private static Map<String, String> but(Map<String, String> row, @Nullable String... changes) {
        var other = new LinkedHashMap<>(row);
        for (var i = 0; i < changes.length; i += 2) {
            if (changes[i + 1] == null) {
                other.remove(changes[i]);
            } else {
                other.put(Objects.requireNonNull(changes[i]), Objects.requireNonNull(changes[i + 1]));
            }
        }
        return other;
    }
}

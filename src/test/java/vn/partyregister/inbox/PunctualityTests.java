package vn.partyregister.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Uuids;

/** How much was in time and how much late: the parts sum to the whole, and each figure is the length of its list. */
@RegisterTest
class PunctualityTests {
    private static final LocalDate TODAY = LocalDate.of(2022, 4, 30);

    @Autowired
    private Punctuality punctuality;

    @Autowired
    private Inbox inbox;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private Orgs.Tree tree;
    private Scope east;

    /** Biographies of two cells of which one ends, checks of cards of the district itself and its base: done, overdue, due. */
    @BeforeEach
    void obligations() {
        tree = orgs.tree();
        east = Scope.of(Set.of(tree.east().id()));
        people.add(
                tree.eastCell(),
                person -> person.named("Lâm Một")
                        .joined(LocalDate.of(2022, 1, 14), null)
                        .withoutBiography());
        people.add(
                tree.otherEastCell(),
                person -> person.named("Lâm Hai")
                        .joined(LocalDate.of(2022, 4, 14), null)
                        .withoutBiography());
        people.add(
                tree.westCell(),
                person -> person.named("Lâm Tây")
                        .joined(LocalDate.of(2022, 1, 14), null)
                        .withoutBiography());
        check(tree.east(), "2022-01-14", null);
        check(tree.eastBase(), "2022-01-15", "2022-02-01");
        check(tree.eastBase(), "2021-12-01", "2022-04-20");
        var ended = orgs.add("Đảng bộ đã kết thúc", "DB_CS", "XA", tree.east());
        check(ended, "2021-10-20", "2022-02-15");
        orgs.end(ended, LocalDate.of(2022, 4, 1));
    }

    private void check(OrganisationId organisation, String begun, @Nullable String closed) {
        jdbc.sql("""
                        insert into recognition.card_check (id, organisation_id, name, begun_on, opened_by, closed_at, closed_by)
                        values (:id, :organisation, 'Đợt', cast(:begun as date), 'test', cast(:closed as timestamptz),
                            case when cast(:closed as text) is not null then 'test' end)
                        """)
                .param("id", Uuids.next())
                .param("organisation", organisation.id())
                .param("begun", begun)
                .param("closed", closed, java.sql.Types.VARCHAR)
                .update();
    }

    @Test
    void thePartsSumToTheWholeAndEachFigureIsItsList() {
        var table = punctuality.of(tree.east().id(), null, 2022, east, TODAY);
        for (var state : ObligationState.values()) {
            assertThat(sum(table.places(), state))
                    .as("places %s", state)
                    .isEqualTo(table.whole().of(state));
            assertThat(sum(table.kinds(), state))
                    .as("kinds %s", state)
                    .isEqualTo(table.whole().of(state));
        }
        Stream.of(List.of(table.whole()), table.places(), table.kinds())
                .flatMap(List::stream)
                .forEach(line -> {
                    try (var all = inbox.all(line.filter().whatever(), east, TODAY, Inbox.STANDARD_ORDER)) {
                        assertThat(all)
                                .as("%s %s in all", line.name(), line.kind())
                                .hasSize((int) line.total());
                    }
                    for (var state : ObligationState.values()) {
                        try (var all = inbox.all(line.filter().in(state), east, TODAY, Inbox.STANDARD_ORDER)) {
                            assertThat(all)
                                    .as("%s %s %s", line.name(), line.kind(), state)
                                    .hasSize((int) line.of(state));
                        }
                    }
                });
    }

    /** Kind by kind: what other tests close at the root of this register may be owed here as well. */
    @Test
    void whatIsDoneIsInTimeOrLateAndWhatIsNotIsDueOrOverdue() {
        var checks = punctuality.of(tree.east().id(), "CARD_CHECK", 2022, east, TODAY);
        assertThat(checks.whole().figures())
                .containsEntry(ObligationState.IN_TIME, 1L)
                .containsEntry(ObligationState.LATE, 2L)
                .containsEntry(ObligationState.OVERDUE, 1L);
        assertThat(checks.whole().percent()).isEqualTo(25L);
        assertThat(checks.places())
                .extracting(Punctuality.Line::name)
                .containsExactlyInAnyOrder(null, orgs.name(tree.eastBase()), "Đảng bộ đã kết thúc");
        assertThat(punctuality
                        .of(tree.east().id(), "MEMBER_BIOGRAPHY", 2022, east, TODAY)
                        .whole()
                        .figures())
                .containsEntry(ObligationState.OVERDUE, 1L)
                .containsEntry(ObligationState.DUE, 1L);
    }

    @Test
    void anotherYearIsAnotherTableAndAKindNarrowsIt() {
        assertThat(punctuality
                        .of(tree.east().id(), null, 2020, east, TODAY)
                        .whole()
                        .total())
                .isZero();
        assertThat(punctuality
                        .of(tree.east().id(), null, 2020, east, TODAY)
                        .whole()
                        .percent())
                .isNull();
        assertThat(punctuality
                        .of(tree.east().id(), "CARD_CHECK", 2022, east, TODAY)
                        .kinds())
                .extracting(Punctuality.Line::kind)
                .containsExactly("CARD_CHECK");
    }

    private static long sum(List<Punctuality.Line> lines, ObligationState state) {
        return lines.stream().mapToLong(line -> line.of(state)).sum();
    }
}

package vn.partyregister.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.partyregister.Orgs;
import vn.partyregister.PostgresForTests;
import vn.partyregister.RegisterTest;
import vn.partyregister.membership.StandingRebuild.Difference;
import vn.partyregister.platform.Uuids;

/** The replay in the database against a naive one, written only for this: histories of all kinds, any day. */
@RegisterTest
class ReplayTests {
    private static final LocalDate BEGIN = LocalDate.of(2015, 1, 1);
    private static final int DAYS = 15;
    private static final int HISTORIES = 200;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Orgs orgs;

    @Autowired
    private StandingRebuild rebuild;

    @Autowired
    private PostgresForTests.Database database;

    @Test
    void whateverHappensTheStandingOfAnyDayIsWhatTheEntriesTellInTheirOrder() {
        var tree = orgs.tree();
        var cells = List.of(
                tree.eastCell().id(), tree.otherEastCell().id(), tree.westCell().id());
        var random = new Random(20220430);
        for (var history = 0; history < HISTORIES; history++) {
            var member = somebody();
            var entries = entries(random, cells);
            if (history % 2 == 0) {
                entries.forEach(entry -> append(member, List.of(entry)));
            } else {
                append(member, entries);
            }
            for (var day = BEGIN; day.isBefore(BEGIN.plusDays(DAYS + 2)); day = day.plusDays(1)) {
                assertThat(standing(member, day)).as("%s on %s", entries, day).isEqualTo(naive(entries, day));
            }
        }
        assertThat(rebuild.compare().isNone()).isTrue();
        var standings = count();
        assertThat(rebuild.rebuild()).isEqualTo(standings);
        assertThat(rebuild.compare().isNone()).isTrue();
    }

    /** As only the owner of the tables could put it out of step, and in a transaction that is rolled back. */
    @Test
    void whatIsOutOfStepIsNamedAndTheCommandMendsIt() throws SQLException {
        var cell = orgs.tree().eastCell().id();
        var lost = somebody();
        var doubled = somebody();
        append(lost, List.of(entry(MovementKind.OPENING, BEGIN, cell, "OFFICIAL")));
        append(doubled, List.of(entry(MovementKind.OPENING, BEGIN, cell, "OFFICIAL")));
        try (var connection = DriverManager.getConnection(database.url(), "register_owner", "register_owner")) {
            connection.setAutoCommit(false);
            var owner = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            var proof = new StandingRebuild(owner);
            assertThat(proof.compare()).isEqualTo(new Difference(0, 0, 0));
            owner.sql("delete from membership.standing where member_id = :member")
                    .param("member", lost)
                    .update();
            assertThat(proof.compare()).isEqualTo(new Difference(1, 0, 0));
            owner.sql("""
                            insert into membership.standing (member_id, organisation_id, status, valid)
                            values (:member, :cell, 'OFFICIAL', daterange(cast(:day as date) - 9, :day))
                            """)
                    .param("member", doubled)
                    .param("cell", cell)
                    .param("day", BEGIN)
                    .update();
            assertThat(proof.compare()).isEqualTo(new Difference(1, 1, 0));
            assertThat(owner.sql(
                                    "update membership.headcount set change = change + 1 where organisation_id = :cell and day = :day")
                            .param("cell", cell)
                            .param("day", BEGIN.minusDays(9))
                            .update())
                    .isEqualTo(1);
            assertThat(proof.compare()).isEqualTo(new Difference(1, 1, 1));
            proof.run(new DefaultApplicationArguments());
            assertThat(proof.compare()).isEqualTo(new Difference(1, 1, 1));
            proof.run(new DefaultApplicationArguments("--register.command=rebuild-standing"));
            assertThat(proof.compare()).isEqualTo(new Difference(0, 0, 0));
            assertThat(owner.sql("select count(*) from membership.standing where member_id in (:lost, :doubled)")
                            .param("lost", lost)
                            .param("doubled", doubled)
                            .query(Integer.class)
                            .single())
                    .isEqualTo(2);
            connection.rollback();
        }
    }

    @Test
    void ofTwoEntriesOnOneDayTheLaterRecordedHolds() {
        var tree = orgs.tree();
        var member = somebody();
        var opening = entry(MovementKind.OPENING, BEGIN, tree.eastCell().id(), "OFFICIAL");
        var moved = entry(MovementKind.TRANSFERRED, BEGIN, tree.westCell().id(), null);
        append(member, List.of(opening, moved));
        assertThat(standing(member, BEGIN)).isEqualTo(tree.westCell().id() + " OFFICIAL");
        assertThat(standing(member, BEGIN.minusDays(1))).isNull();
    }

    @Test
    void whoLeavesIsNotThereOnThatDay() {
        var tree = orgs.tree();
        var member = somebody();
        append(
                member,
                List.of(
                        entry(MovementKind.OPENING, BEGIN, tree.eastCell().id(), "OFFICIAL"),
                        entry(
                                MovementKind.DIED,
                                BEGIN.plusDays(5),
                                tree.eastCell().id(),
                                null)));
        assertThat(standing(member, BEGIN.plusDays(4))).isNotNull();
        assertThat(standing(member, BEGIN.plusDays(5))).isNull();
    }

    @Test
    void anEntryIsTakenBackOnlyByOneOfItsKindAndDayAndOnlyOnce() {
        var tree = orgs.tree();
        var member = somebody();
        var opening = entry(MovementKind.OPENING, BEGIN, tree.eastCell().id(), "OFFICIAL");
        append(member, List.of(opening));
        var otherDay = new Entry(
                Uuids.next(),
                MovementKind.OPENING,
                BEGIN.plusDays(1),
                tree.eastCell().id(),
                "OFFICIAL",
                opening.id());
        assertThatThrownBy(() -> append(member, List.of(otherDay))).rootCause().hasMessageContaining("taken back");
        append(member, List.of(opening.takenBack()));
        assertThat(standing(member, BEGIN)).isNull();
        assertThatThrownBy(() -> append(member, List.of(opening.takenBack()))).isNotNull();
    }

    @Test
    void theProgramCanNeitherChangeNorDeleteWhatTheJournalHolds() {
        for (var sql : List.of(
                "update membership.movement set reason = 'x'",
                "delete from membership.movement",
                "truncate membership.movement",
                "insert into membership.standing select * from membership.standing",
                "update membership.standing set status = 'OFFICIAL'",
                "delete from membership.standing",
                "update membership.headcount set change = 0")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update())
                    .as(sql)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void headcountsFollowEachEntryAndEachReversal() {
        var tree = orgs.tree();
        var member = somebody();
        var opening = entry(MovementKind.OPENING, BEGIN, tree.eastCell().id(), "PROBATIONARY");
        append(member, List.of(opening));
        append(member, List.of(entry(MovementKind.RECOGNISED, BEGIN.plusDays(3), null, null)));
        assertThat(heads(tree.eastCell().id(), BEGIN.plusDays(2))).isEqualTo("PROBATIONARY 1");
        assertThat(heads(tree.eastCell().id(), BEGIN.plusDays(3))).isEqualTo("OFFICIAL 1");
        append(member, List.of(opening.takenBack()));
        assertThat(heads(tree.eastCell().id(), BEGIN.plusDays(3))).isEmpty();
    }

    private String heads(UUID organisation, LocalDate day) {
        return String.join(
                ", ",
                jdbc.sql("""
                                select status || ' ' || sum(change) from membership.headcount
                                where organisation_id = :organisation and day <= :day
                                group by status having sum(change) <> 0
                                """)
                        .param("organisation", organisation)
                        .param("day", day)
                        .query((found, _) -> found.getString(1))
                        .list());
    }

    private static List<Entry> entries(Random random, List<UUID> cells) {
        var entries = new ArrayList<Entry>();
        var many = 1 + random.nextInt(10);
        while (entries.size() < many) {
            var open = entries.stream()
                    .filter(entry -> entry.reverses() == null
                            && entries.stream().noneMatch(other -> entry.id().equals(other.reverses())))
                    .toList();
            if (!open.isEmpty() && random.nextInt(5) == 0) {
                entries.add(open.get(random.nextInt(open.size())).takenBack());
            } else {
                var kind = MovementKind.values()[random.nextInt(MovementKind.values().length)];
                var cell = cells.get(random.nextInt(cells.size()));
                var status = random.nextBoolean() ? "OFFICIAL" : "PROBATIONARY";
                entries.add(entry(kind, BEGIN.plusDays(random.nextInt(DAYS)), cell, status));
            }
        }
        return entries;
    }

    private static Entry entry(MovementKind kind, LocalDate day, @Nullable UUID cell, @Nullable String status) {
        return new Entry(Uuids.next(), kind, day, cell, status, null);
    }

    /** What somebody would say who reads the entries one by one. */
    private static @Nullable String naive(List<Entry> entries, LocalDate day) {
        var told = entries.stream()
                .filter(entry -> entry.reverses() == null
                        && entries.stream().noneMatch(other -> entry.id().equals(other.reverses()))
                        && !entry.day().isAfter(day))
                .sorted(Comparator.comparing(Entry::day))
                .toList();
        UUID place = null;
        String status = null;
        for (var entry : told) {
            switch (entry.kind()) {
                case OPENING, TRANSFERRED_IN, RESTORED -> {
                    place = entry.cell();
                    status = entry.status();
                }
                case ADMITTED -> {
                    place = entry.cell();
                    status = "PROBATIONARY";
                }
                case RECOGNISED -> status = place == null ? null : "OFFICIAL";
                case TRANSFERRED, REASSIGNED -> place = place == null ? null : entry.cell();
                case TRANSFERRED_OUT, STRUCK_OFF, RESIGNED, EXPELLED, DIED, ADMISSION_CANCELLED -> place = null;
            }
        }
        return place == null ? null : place + " " + status;
    }

    private @Nullable String standing(UUID member, LocalDate day) {
        return jdbc.sql("""
                        select organisation_id || ' ' || status from membership.standing
                        where member_id = :member and valid @> cast(:day as date)
                        """)
                .param("member", member)
                .param("day", day)
                .query((found, _) -> found.getString(1))
                .optional()
                .orElse(null);
    }

    private long count() {
        return jdbc.sql("select count(*) from membership.standing")
                .query((found, _) -> found.getLong(1))
                .single();
    }

    private UUID somebody() {
        var id = Uuids.next();
        jdbc.sql("""
                        insert into member.member (id, version, full_name, family_name, middle_name, given_name, sex,
                            born_earliest, born_precision, ethnicity, religion, joined_on)
                        values (:id, 0, 'Trần Văn Thử', 'Trần', 'Văn', 'Thử', 'MALE', '1970-01-01', 'YEAR', 'KINH', 'NONE', '2000-01-01')
                        """).param("id", id).update();
        return id;
    }

    /** In one statement: one entry, or a whole history at once. */
    private void append(UUID member, List<Entry> entries) {
        var values = new ArrayList<String>();
        for (var entry : entries) {
            var comes =
                    switch (entry.kind()) {
                        case OPENING, ADMITTED, TRANSFERRED, TRANSFERRED_IN, REASSIGNED, RESTORED -> true;
                        case RECOGNISED, TRANSFERRED_OUT, STRUCK_OFF, RESIGNED, EXPELLED, DIED, ADMISSION_CANCELLED ->
                            false;
                    };
            var goes =
                    switch (entry.kind()) {
                        case TRANSFERRED,
                                REASSIGNED,
                                TRANSFERRED_OUT,
                                STRUCK_OFF,
                                RESIGNED,
                                EXPELLED,
                                DIED,
                                ADMISSION_CANCELLED -> true;
                        case OPENING, ADMITTED, TRANSFERRED_IN, RESTORED, RECOGNISED -> false;
                    };
            var states =
                    switch (entry.kind()) {
                        case OPENING, TRANSFERRED_IN, RESTORED -> true;
                        case ADMITTED,
                                RECOGNISED,
                                TRANSFERRED,
                                TRANSFERRED_OUT,
                                REASSIGNED,
                                STRUCK_OFF,
                                RESIGNED,
                                EXPELLED,
                                DIED,
                                ADMISSION_CANCELLED -> false;
                    };
            values.add(
                    "(cast('%s' as uuid), cast('%s' as uuid), '%s', date '%s', cast(%s as uuid), cast(%s as uuid), %s, cast(%s as uuid), 'nhầm', 'thử')"
                            .formatted(
                                    entry.id(),
                                    member,
                                    entry.kind(),
                                    entry.day(),
                                    goes ? "'" + entry.cell() + "'" : "null",
                                    comes ? "'" + entry.cell() + "'" : "null",
                                    states ? "'" + entry.status() + "'" : "null",
                                    entry.reverses() == null ? "null" : "'" + entry.reverses() + "'"));
        }
        jdbc.sql("""
                        insert into membership.movement
                            (id, member_id, kind, effective_on, from_organisation_id, to_organisation_id, status, reverses, reason, recorded_by)
                        values\s""" + String.join(", ", values)).update();
    }

    /** An entry as the naive reader sees it. */
    private record Entry(
            UUID id,
            MovementKind kind,
            LocalDate day,
            @Nullable UUID cell,
            @Nullable String status,
            @Nullable UUID reverses) {
        Entry takenBack() {
            return new Entry(Uuids.next(), kind, day, cell, status, id);
        }
    }
}

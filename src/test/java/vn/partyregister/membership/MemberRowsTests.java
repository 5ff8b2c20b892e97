package vn.partyregister.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.partyregister.Orgs;
import vn.partyregister.RegisterTest;
import vn.partyregister.platform.Scope;

@RegisterTest
class MemberRowsTests {
    @Autowired
    private MemberRows rows;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Orgs orgs;

    @Autowired
    private vn.partyregister.member.Amendments amendments;

    @Autowired
    private vn.partyregister.member.Sheets sheets;

    private Orgs.Tree tree;
    private String cell;

    @BeforeEach
    void plant() {
        tree = orgs.tree();
        cell = name(tree.eastCell().id());
    }

    private String name(java.util.UUID organisation) {
        return jdbc.sql("select name from organisation.organisation_version where organisation_id = :id")
                .param("id", organisation)
                .query(String.class)
                .single();
    }

    @Autowired
    vn.partyregister.platform.Seal seal;

    private MemberSheet sheet() {
        return new MemberSheet(jdbc, transaction, rows, seal);
    }

    private Map<String, String> withoutNumbers() {
        return but(
                MemberSheet.somebody(cell),
                "citizen_number",
                null,
                "citizen_number.sealed",
                null,
                "citizen_number.end",
                null,
                "card_number",
                null);
    }

    private Map<String, String> but(Map<String, String> row, @Nullable String... changes) {
        var other = new LinkedHashMap<>(row);
        for (var i = 0; i < changes.length; i += 2) {
            if (changes[i + 1] == null) {
                other.remove(changes[i]);
            } else {
                other.put(changes[i], changes[i + 1]);
            }
        }
        return other;
    }

    @Test
    void aNewRowBecomesAMemberWithAnOpeningOfTheOpeningDay() {
        var sheet = sheet().with(MemberSheet.somebody(cell)).written();
        assertThat(sheet.problems(1)).isEmpty();
        assertThat(sheet.verdict(1)).isEqualTo("NEW");
        assertThat(sheet.journal(1)).containsExactly("OPENING 2022-04-30");
        assertThat(sheet.standings(1)).containsExactly("OFFICIAL [2022-04-30,)");
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        var row = but(
                MemberSheet.somebody(cell),
                "alias",
                "Ba Số",
                "decided_on",
                "2000-02-01",
                "born",
                "1970",
                "activity_status",
                "EXEMPT",
                "ended_on",
                "2020-01-02");
        sheet().with(row).written();
        var again = sheet().with(row).judged();
        assertThat(again.differences(1)).isEmpty();
        assertThat(again.verdict(1)).isEqualTo("UNCHANGED");
    }

    @Test
    void whatAnImportChangesStaysInTheHistoryOfTheFile() {
        var row = but(MemberSheet.somebody(cell), "file_number", "700123TV");
        var member = sheet().with(row).written().member(1);
        assertThat(amendments.of(member, false)).isEmpty();
        var number = "8" + Objects.requireNonNull(row.get("card_number")).substring(1);
        sheet().with(but(row, "full_name", row.get("full_name") + " Mới", "card_number", number, "alias", "Ba Mới"))
                .written();
        assertThat(amendments.of(member, false).stream()
                        .flatMap(amendment -> amendment.changes().stream())
                        .map(change -> change.key() + " " + change.before() + " → " + change.after()))
                .containsExactlyInAnyOrder(
                        "full_name %1$s → %1$s Mới".formatted(row.get("full_name")),
                        "card_number %s → %s".formatted(row.get("card_number"), number),
                        "alias null → Ba Mới");
        assertThat(sheets.get(member, vn.partyregister.member.Section.IDENTITY).value("full_name"))
                .isEqualTo(row.get("full_name") + " Mới");
    }

    @Test
    void aRowIsWarnedOfWhatTheChecksWouldFindOnceItIsWritten() {
        var sound = MemberSheet.somebody(cell);
        var sheet = sheet().with(but(sound, "native_province", "Trà Vinh", "card_issued_on", "2000-03-04"))
                .with(but(MemberSheet.somebody(cell), "card_issued_on", "2000-03-03", "card_number", "1234567"))
                .judged();
        assertThat(sheet.problems(1)).isEmpty();
        assertThat(sheet.problems(2))
                .containsExactly(
                        "card_issued_on member.check.card-before-joining",
                        "card_number member.check.number-form",
                        "native_province member.check.missing");
        assertThat(sheet.verdict(2)).isEqualTo("NEW");
    }

    @Test
    void aRowIsLaidOverTheMemberThatIsThereAndACellIsSpokenOfOnce() {
        var row = but(MemberSheet.somebody(cell), "native_province", "Trà Vinh", "card_issued_on", "2001-01-01");
        sheet().with(row).written();
        var again = sheet().with(but(row, "native_province", null, "alias", "Ba Số"))
                .with(but(MemberSheet.somebody(cell), "native_province", "Trà Vinh", "born", "1990-05-06"))
                .judged();
        assertThat(again.verdict(1)).isEqualTo("CHANGED");
        assertThat(again.problems(1)).isEmpty();
        assertThat(again.problems(2)).containsExactly("joined_on too-young");
    }

    @Test
    void anAbsentColumnIsNotGivenAndNeverOverwrites() {
        var row = but(MemberSheet.somebody(cell), "alias", "Ba Số");
        var first = sheet().with(row).written();
        var again =
                sheet().with(but(row, "alias", null, "card_place", "Tỉnh ủy")).written();
        assertThat(again.verdict(1)).isEqualTo("CHANGED");
        assertThat(again.differences(1)).containsExactly("card_place: – → Tỉnh ủy");
        assertThat(jdbc.sql("select alias || ', ' || card_place from member.member where id = :id")
                        .param("id", first.member(1).id())
                        .query((found, _) -> found.getString(1))
                        .single())
                .isEqualTo("Ba Số, Tỉnh ủy");
        assertThat(again.journal(1)).hasSize(1);
    }

    @Test
    void anEndedRowBecomesAnOpeningAndItsEndingOnTheGivenDay() {
        var sheet = sheet().with(but(MemberSheet.somebody(cell), "activity_status", "DIED", "ended_on", "2021-07-08"))
                .with(but(MemberSheet.somebody(cell), "activity_status", "LEFT"))
                .written();
        assertThat(sheet.journal(1)).containsExactly("OPENING 2021-07-08", "DIED 2021-07-08");
        assertThat(sheet.standings(1)).isEmpty();
        assertThat(sheet.problems(2)).containsExactly("ended_on missing-end");
    }

    @Test
    void eachWayOfHavingEndedIsAnEntryOfItsOwn() {
        var ways = Map.of(
                "MOVED_OUT", "TRANSFERRED_OUT",
                "DIED", "DIED",
                "LEFT", "RESIGNED",
                "STRUCK_OFF", "STRUCK_OFF",
                "EXPELLED", "EXPELLED");
        ways.forEach((status, kind) -> {
            var sheet = sheet().with(
                            but(MemberSheet.somebody(cell), "ended_on", "2021-07-08", "activity_status", status))
                    .written();
            assertThat(sheet.journal(1)).containsExactly("OPENING 2021-07-08", kind + " 2021-07-08");
            assertThat(sheet.problems(1))
                    .isEqualTo(status.equals("LEFT") ? List.of("activity_status left-on-request") : List.of());
        });
    }

    @Test
    void aProbationerOfTheRegisterIsRecognisedByALaterRow() {
        var row = but(MemberSheet.somebody(cell), "joined_on", "2021-04-30", "official_on", null);
        assertThat(sheet().with(row).written().standings(1)).containsExactly("PROBATIONARY [2022-04-30,)");
        var again = sheet().with(but(row, "official_on", "2022-04-30")).written();
        assertThat(again.problems(1)).isEmpty();
        assertThat(again.standings(1)).containsExactly("OFFICIAL [2022-04-30,)");
    }

    @Test
    void aTransferIsAnActOfItsOwn() {
        var row = MemberSheet.somebody(cell);
        sheet().with(row).written();
        var again = sheet().with(
                        but(row, "organisation", name(tree.otherEastCell().id())))
                .judged();
        assertThat(again.verdict(1)).isEqualTo("REJECTED");
        assertThat(again.problems(1)).containsExactly("organisation transfer-is-an-act");
        assertThat(again.differences(1)).hasSize(1);
    }

    @Test
    void organisationsAreRefusedThatAreUnknownHoldNoMembersOrLieOutOfTheScope() {
        var sheet = sheet().with(MemberSheet.somebody("Chi bộ không có ở đâu"))
                .with(MemberSheet.somebody(name(tree.eastBase().id())))
                .with(MemberSheet.somebody(name(tree.westCell().id())))
                .with(MemberSheet.somebody(cell.toUpperCase(Locale.ROOT)))
                .judged(Scope.of(Set.of(tree.east().id())));
        assertThat(sheet.problems(1)).containsExactly("organisation organisation-unknown");
        assertThat(sheet.problems(2)).containsExactly("organisation organisation-holds-none");
        assertThat(sheet.problems(3)).containsExactly("organisation organisation-unknown");
        assertThat(sheet.problems(4)).isEmpty();
    }

    @Test
    void anotherWayOfHavingLeftIsADifference() {
        var row = but(MemberSheet.somebody(cell), "activity_status", "STRUCK_OFF", "ended_on", "2021-07-08");
        sheet().with(row).written();
        assertThat(sheet().with(but(row, "activity_status", "EXPELLED"))
                        .judged()
                        .differences(1))
                .containsExactly("activity_status: STRUCK_OFF → EXPELLED");
        assertThat(sheet().with(but(row, "activity_status", "LEFT")).judged().differences(1))
                .isEmpty();
    }

    /** The writing stopped behind the first row; meanwhile somebody entered the second one, without a number. */
    @Test
    void aRowThatWaitedIsJudgedAnewAndMakesNobodyTwice() {
        var second = withoutNumbers();
        var sheet = sheet().with(MemberSheet.somebody(cell)).with(second).judged();
        sheet.commitFirst();
        var meanwhile = sheet().with(second).written();
        sheet.judgeAnew();
        assertThat(sheet.verdict(1)).isEqualTo("NEW");
        assertThat(sheet.member(2)).isEqualTo(meanwhile.member(1));
        assertThat(sheet.verdict(2)).isEqualTo("UNCHANGED");
        sheet.commit();
        assertThat(sheet.journal(2)).containsExactly("OPENING 2022-04-30");
    }

    /** What the row was to do to somebody new is not done to somebody who is there by now. */
    @Test
    void aRowJudgedAnewForgetsWhatItWasToDo() {
        var row = MemberSheet.somebody(cell);
        var sheet = sheet().with(MemberSheet.somebody(cell))
                .with(but(row, "alias", "Ba Số"))
                .judged();
        sheet.commitFirst();
        sheet().with(row).written();
        sheet.judgeAnew();
        assertThat(sheet.verdict(2)).isEqualTo("CHANGED");
        sheet.commit();
        assertThat(sheet.journal(2)).containsExactly("OPENING 2022-04-30");
    }

    @Test
    void aMemberOutOfTheScopeIsRefused() {
        var row = MemberSheet.somebody(cell);
        sheet().with(row).written();
        var other = sheet().with(but(row, "organisation", null))
                .judged(Scope.of(Set.of(tree.west().id())));
        assertThat(other.problems(1)).containsExactly("organisation out-of-scope");
        assertThat(sheet().with(but(row, "alias", "Ba Số", "joined_on", "2000-03-05"))
                        .judged(Scope.of(Set.of(tree.west().id())))
                        .differences(1))
                .isEmpty();
    }

    @Test
    void twoOrganisationsOfOneNameAreAmbiguous() {
        var name = "Chi bộ trùng tên " + tree.east();
        orgs.add(name, "CB_TT", null, tree.eastBase());
        orgs.add(name, "CB_TT", null, tree.westBase());
        assertThat(sheet().with(MemberSheet.somebody(name)).judged().problems(1))
                .containsExactly("organisation organisation-ambiguous");
    }

    @Test
    void aRowThatStandsTwiceInTheFileIsRejectedTheSecondTime() {
        var row = MemberSheet.somebody(cell);
        var other = but(MemberSheet.somebody(cell), "card_number", row.get("card_number"));
        var sheet = sheet().with(row).with(row).with(other).judged();
        assertThat(sheet.verdict(1)).isEqualTo("NEW");
        assertThat(sheet.problems(2)).containsExactly("citizen_number repeated");
        assertThat(sheet.problems(3)).containsExactly("card_number repeated");
    }

    @Test
    void daysOutOfOrderAndInTheFutureAreRejected() {
        var sheet = sheet().with(but(MemberSheet.somebody(cell), "joined_on", "2022-05-01", "official_on", null))
                .with(but(MemberSheet.somebody(cell), "official_on", "1999-01-01"))
                .with(but(MemberSheet.somebody(cell), "born", "2000-03-04"))
                .with(but(MemberSheet.somebody(cell), "joined_on", "2022-04-30", "official_on", null))
                .judged();
        assertThat(sheet.problems(1)).contains("joined_on in-the-future");
        assertThat(sheet.problems(2)).containsExactly("official_on official-before-joining");
        assertThat(sheet.problems(3)).contains("joined_on joined-before-birth");
        assertThat(sheet.problems(4)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"born", "joined_on", "official_on", "decided_on", "card_issued_on", "ended_on", "exempt_from"})
    void noDayOfARowLiesInTheFuture(String key) {
        var row = MemberSheet.somebody(cell);
        if (key.equals("ended_on")) {
            row.put("activity_status", "DIED");
        }
        var sheet = sheet().with(but(row, key, "2022-05-01"))
                .with(but(MemberSheet.somebody(cell), key, "2022-04-30", "activity_status", row.get("activity_status")))
                .judged();
        assertThat(sheet.problems(1)).contains(key + " in-the-future");
        assertThat(sheet.problems(2)).doesNotContain(key + " in-the-future");
        assertThat(sheet.verdict(1)).isEqualTo("REJECTED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"official_id", "citizen_number", "card_number", "file_number"})
    void noTwoRowsShareANumber(String key) {
        var numbers = Map.of("official_id", "OID" + key.length(), "file_number", "%06dTV".formatted(940_001));
        var row = but(
                MemberSheet.somebody(cell),
                "official_id",
                numbers.get("official_id"),
                "file_number",
                numbers.get("file_number"));
        var other = but(MemberSheet.somebody(cell), key, row.get(key));
        var sheet =
                sheet().with(row).with(other).with(MemberSheet.somebody(cell)).judged();
        assertThat(sheet.verdict(1)).isEqualTo("NEW");
        assertThat(sheet.problems(2)).containsExactly(key + " repeated");
        assertThat(sheet.verdict(3)).isEqualTo("NEW");
    }

    @Test
    void noTwoRowsWithoutNumbersShareNameBirthAndEntry() {
        var row = withoutNumbers();
        var sheet = sheet().with(row)
                .with(row)
                .with(but(row, "joined_on", "2000-03-05"))
                .with(but(row, "born", "1970"))
                .judged();
        assertThat(sheet.verdict(1)).isEqualTo("NEW");
        assertThat(sheet.problems(2)).containsExactly("full_name repeated");
        assertThat(sheet.verdict(3)).isEqualTo("NEW");
        assertThat(sheet.verdict(4)).isEqualTo("NEW");
    }

    /** ID, then citizen number, then card, then name, birth and entry: the first of them that finds somebody says who is meant. */
    @Test
    void theFirstKeyThatFindsSomebodySaysWhoIsMeant() {
        var one = but(MemberSheet.somebody(cell), "official_id", "OID-ONE");
        var two = MemberSheet.somebody(cell);
        var three = MemberSheet.somebody(cell);
        var here = sheet().with(one).with(two).with(three).written();
        var card = Objects.requireNonNull(three.get("card_number"));
        var numbers = Map.of("official_id", "OID-ONE", "card_number", card);
        var ofTwo = but(
                numbers,
                "citizen_number",
                two.get("citizen_number"),
                "citizen_number.sealed",
                two.get("citizen_number.sealed"),
                "citizen_number.end",
                two.get("citizen_number.end"));
        var sheet = sheet().with(ofTwo)
                .with(but(ofTwo, "official_id", null))
                .with(but(
                        three,
                        "citizen_number",
                        null,
                        "citizen_number.sealed",
                        null,
                        "citizen_number.end",
                        null,
                        "full_name",
                        "Người Khác"))
                .judged();
        assertThat(sheet.target(1)).isEqualTo(here.target(1));
        assertThat(sheet.problems(1)).containsExactly("card_number of-another", "citizen_number of-another");
        assertThat(sheet.target(2)).isEqualTo(here.target(2));
        assertThat(sheet.target(3)).isEqualTo(here.target(3));
    }

    @Test
    void aNumberOfAnotherMemberIsRejected() {
        var one = MemberSheet.somebody(cell);
        var other = MemberSheet.somebody(cell);
        sheet().with(one).with(other).written();
        var sheet =
                sheet().with(but(one, "card_number", other.get("card_number"))).judged();
        assertThat(sheet.problems(1)).containsExactly("card_number of-another");
    }

    @Test
    void somebodyWithoutNumbersIsKnownByNameBirthAndEntry() {
        var row = withoutNumbers();
        var first = sheet().with(row).written();
        var again = sheet().with(but(
                        row,
                        "full_name",
                        Objects.requireNonNull(row.get("full_name")).toUpperCase(Locale.ROOT)))
                .judged();
        assertThat(again.member(1)).isEqualTo(first.member(1));
        assertThat(again.verdict(1)).isEqualTo("CHANGED");
    }

    @Test
    void whoIsHereAndInNoRowIsAbsent() {
        var one = MemberSheet.somebody(cell);
        var first = sheet().with(one).with(MemberSheet.somebody(cell)).written();
        var compared = sheet().with(one).judged();
        transaction.executeWithoutResult(_ ->
                rows.findAbsent(compared.id(), Scope.of(Set.of(tree.eastCell().id())), MemberSheet.TODAY));
        assertThat(jdbc.sql("select target_id from exchange.absent where upload_id = :id")
                        .param("id", compared.id().id())
                        .query((found, _) -> found.getObject(1, UUID.class))
                        .list())
                .containsExactly(first.member(2).id());
    }
}

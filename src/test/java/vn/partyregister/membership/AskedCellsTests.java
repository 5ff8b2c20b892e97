package vn.partyregister.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.partyregister.Orgs;
import vn.partyregister.RegisterTest;
import vn.partyregister.exchange.Asked;
import vn.partyregister.exchange.Column;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Seal;

/** The stars of the sheet of member data (38-HD/BTCTW, member-file part 2b). */
@RegisterTest
class AskedCellsTests {
    /** The first day on which the rulebook knows the sheet. */
    private static final LocalDate FIRST = LocalDate.of(2025, 8, 8);

    /** In the order of the sheet. */
    private static final List<String> STARRED = List.of(
            "full_name",
            "sex",
            "born",
            "ethnicity",
            "religion",
            "citizen_number",
            "card_number",
            "organisation",
            "birthplace_country",
            "birthplace_province",
            "birthplace_detail",
            "native_province",
            "native_commune",
            "native_detail",
            "residence_province",
            "residence_commune",
            "residence_detail",
            "joined_on",
            "official_on");

    /** Without these nobody is a member of the register: a new row is refused, as it always was. */
    private static final List<String> REFUSED =
            List.of("full_name", "sex", "born", "ethnicity", "religion", "organisation", "joined_on");

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

    private String cell;

    @BeforeEach
    void plant() {
        cell = orgs.name(orgs.tree().eastCell());
    }

    private MemberSheet sheet() {
        return new MemberSheet(jdbc, transaction, rows, seal);
    }

    private Map<String, String> whole() {
        var row = new LinkedHashMap<>(MemberSheet.somebody(cell));
        STARRED.forEach(key -> row.putIfAbsent(key, "Trà Vinh"));
        return row;
    }

    private static Map<String, String> without(Map<String, String> row, String key) {
        var other = new LinkedHashMap<>(row);
        other.keySet().removeIf(one -> one.equals(key) || one.startsWith(key + "."));
        return other;
    }

    private static MemberSheet judged(MemberSheet sheet, LocalDate day) {
        return sheet.judged(Scope.EVERYTHING, day);
    }

    /** What a row is told of empty cells that are asked for, and by what. */
    private List<String> told(MemberSheet sheet, int row) {
        return jdbc.sql("""
                        select column_key || ' ' || weight || ' ' || arguments[1] from exchange.problem
                        where upload_id = :id and row_number = :row and reason = :reason order by column_key
                        """)
                .param("id", sheet.id().id())
                .param("row", row)
                .param("reason", Asked.REASON)
                .query((found, _) -> found.getString(1))
                .list();
    }

    private static String warning(String key) {
        return key + " WARNS 38-HD/BTCTW, mẫu dữ liệu đổi thẻ";
    }

    @Test
    void theSheetHasStarsSinceItsFirstDay() {
        assertThat(rows.asked(FIRST.minusDays(1))).isEmpty();
        assertThat(rows.asked(FIRST).stream().map(Asked::column)).containsExactlyElementsOf(STARRED);
    }

    @Test
    void aNewRowIsTakenAndToldOfEachStarredCellThatIsEmpty() {
        var taken = STARRED.stream().filter(key -> !REFUSED.contains(key)).toList();
        var sheet = sheet().headed(STARRED).with(whole());
        taken.forEach(key -> sheet.with(without(whole(), key)));
        judged(sheet, FIRST);
        assertThat(told(sheet, 1)).isEmpty();
        for (var at = 0; at < taken.size(); at++) {
            assertThat(told(sheet, at + 2)).containsExactly(warning(taken.get(at)));
            assertThat(sheet.verdict(at + 2)).as(taken.get(at)).isEqualTo("NEW");
        }
    }

    @Test
    void aDayEarlierNothingIsAsked() {
        var sheet = judged(sheet().headed(STARRED).with(without(whole(), "card_number")), FIRST.minusDays(1));
        assertThat(told(sheet, 1)).isEmpty();
    }

    @Test
    void aCellWithoutAStarMayStayEmpty() {
        var others = rows.columns().stream()
                .map(Column::key)
                .filter(key -> !STARRED.contains(key))
                .toList();
        var sheet = judged(sheet().headed(STARRED).headed(others).with(whole()), FIRST);
        assertThat(told(sheet, 1)).isEmpty();
    }

    @Test
    void ofAColumnThatTheFileHasNotNoRowIsTold() {
        var sheet =
                judged(sheet().headed(List.of("full_name", "organisation")).with(MemberSheet.somebody(cell)), FIRST);
        assertThat(told(sheet, 1)).isEmpty();
    }

    /** The engine refuses the row for it, and that is said once. */
    @ParameterizedTest
    @ValueSource(strings = {"sex", "joined_on"})
    void aNewRowThatIsRefusedForACellIsNotWarnedOfIt(String key) {
        var sheet = judged(sheet().headed(STARRED).with(without(whole(), key)), FIRST);
        assertThat(told(sheet, 1)).isEmpty();
    }

    @Test
    void aRowOfSomebodyWhoIsThereIsToldOfTheCellWhateverTheRegisterHolds() {
        var row = whole();
        sheet().with(row).written();
        var sheet = judged(sheet().headed(STARRED).with(without(row, "sex")), FIRST);
        assertThat(told(sheet, 1)).containsExactly(warning("sex"));
        assertThat(sheet.verdict(1)).isEqualTo("UNCHANGED");
    }

    @Test
    void aComparisonTellsOfEveryStar() {
        var sheet = sheet().toCompare().headed(STARRED);
        STARRED.forEach(key -> sheet.with(without(whole(), key)));
        judged(sheet, FIRST);
        for (var at = 0; at < STARRED.size(); at++) {
            assertThat(told(sheet, at + 1)).containsExactly(warning(STARRED.get(at)));
        }
    }

    /** Probation ends on the day that is twelve months behind the entry. */
    @ParameterizedTest
    @ValueSource(strings = {"2024-08-08", "2024-08-09"})
    void aProbationerHasNoOfficialDayToGive(String joined) {
        var row = without(whole(), "official_on");
        row.put("joined_on", joined);
        var sheet = judged(sheet().headed(STARRED).with(row), FIRST);
        assertThat(told(sheet, 1)).isEqualTo(joined.equals("2024-08-08") ? List.of(warning("official_on")) : List.of());
    }

    @Test
    void whoLeftWhileOnProbationNeverHadOne() {
        var row = without(whole(), "official_on");
        row.putAll(Map.of("joined_on", "2020-03-04", "activity_status", "DIED", "ended_on", "2021-03-03"));
        var other = without(whole(), "official_on");
        other.putAll(Map.of("joined_on", "2020-03-04", "activity_status", "DIED", "ended_on", "2021-03-04"));
        var sheet = judged(sheet().headed(STARRED).with(row).with(other), FIRST);
        assertThat(told(sheet, 1)).isEmpty();
        assertThat(told(sheet, 2)).containsExactly(warning("official_on"));
    }

    /** Judged anew before writing goes on, a cell is spoken of once. */
    @Test
    void judgedAnewACellIsSpokenOfOnce() {
        var sheet = judged(sheet().headed(STARRED).with(without(whole(), "native_detail")), FIRST);
        transaction.executeWithoutResult(_ -> rows.judge(sheet.id(), Scope.EVERYTHING, FIRST));
        assertThat(told(sheet, 1)).hasSize(1);
        assertThat(Stream.of(sheet.verdict(1))).containsExactly("NEW");
    }
}

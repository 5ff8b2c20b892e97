package vn.partyregister.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Seal;

/** Each check of the catalogue at its edge: the day before, the day itself; the month before, the month itself. */
@RegisterTest
class ChecksTests {
    private static final LocalDate TODAY = LocalDate.of(2022, 4, 30);
    private static final LocalDate NEW_CARDS = LocalDate.of(2025, 8, 8);
    private static final LocalDate NEW_MAP = LocalDate.of(2025, 7, 1);

    @Autowired
    private FileChecks file;

    @Autowired
    private Checks checks;

    @Autowired
    private Sheets sheets;

    @Autowired
    private People people;

    @Autowired
    private Orgs orgs;

    @Autowired
    private JdbcClient jdbc;

    private Orgs.Tree tree;

    @Autowired
    private Seal seal;

    private MemberId member;

    @BeforeEach
    void somebodyWholeAndSound() {
        tree = orgs.tree();
        member = somebody();
    }

    private MemberId somebody() {
        var somebody = people.add(tree.eastCell(), person -> person.named("Thạch " + tree.east()));
        jdbc.sql("""
                        update member.member set decided_on = '1995-01-20', joined_on = '1995-02-03',
                            official_on = '1996-02-03', birthplace_province = 'Trà Vinh', native_province = 'Trà Vinh',
                            residence_province = 'Trà Vinh', occupation = o.code, occupation_at_entry = o.code,
                            general_education = 'UPPER_SECONDARY', file_number = replace(file_number, ' ', ''),
                            citizen_number_sealed = :sealed, citizen_number_end = '001', citizen_number_hash = cast(cast(id as text) as bytea)
                        from (select min(code) as code from reference.code where list = 'occupation') o
                        where id = :id
                        """)
                .param("id", somebody.id())
                .param("sealed", seal.seal("084000000001"))
                .update();
        return somebody;
    }

    private void set(MemberId whose, String column, String value) {
        jdbc.sql("update member.member set %s = cast(:value as %s) where id = :id"
                        .formatted(column, column.endsWith("_on") ? "date" : "text"))
                .param("value", value)
                .param("id", whose.id())
                .update();
    }

    private List<String> failing(LocalDate day) {
        return file.failing(member, day).stream().map(Check::key).toList();
    }

    private void career(String... stretches) {
        var rows = Arrays.stream(stretches)
                .map(stretch -> stretch.split("\\.\\.", -1))
                .map(ends -> ends[1].isEmpty()
                        ? Map.of("since", ends[0], "work", "Làm ruộng")
                        : Map.of("since", ends[0], "until", ends[1], "work", "Làm ruộng"))
                .toList();
        jdbc.sql("""
                        insert into member.sheet (member_id, section, content) values (:id, 'CAREER', cast(:rows as jsonb))
                        on conflict (member_id, section) do update set content = excluded.content
                        """)
                .param("id", member.id())
                .param("rows", JsonMapper.shared().writeValueAsString(rows))
                .update();
    }

    @Test
    void nothingIsFoundInAFileThatIsWholeAndSound() {
        assertThat(failing(TODAY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "file_number",
        "birthplace_province",
        "native_province",
        "residence_province",
        "decided_on",
        "occupation",
        "occupation_at_entry",
        "general_education"
    })
    void aRequiredItemIsMissed(String item) {
        jdbc.sql("update member.member set %s = null where id = :id".formatted(item))
                .param("id", member.id())
                .update();
        assertThat(failing(TODAY)).containsExactly("missing-" + item);
    }

    @Test
    void aCitizenNumberIsMissed() {
        jdbc.sql("""
                        update member.member set citizen_number_sealed = null, citizen_number_end = null,
                            citizen_number_hash = null where id = :id
                        """).param("id", member.id()).update();
        assertThat(failing(TODAY)).containsExactly("missing-citizen_number");
    }

    @ParameterizedTest
    @CsvSource({
        "card_issued_on, 2022-04-30, ''",
        "card_issued_on, 2022-05-01, in-the-future-card_issued_on",
        "card_issued_on, 1995-02-03, ''",
        "card_issued_on, 1995-02-02, card-before-joining",
        "decided_on, 1995-02-03, ''",
        "decided_on, 1995-02-04, decided-after-joining",
        "religion, UNHEARD_OF, unknown-code-religion",
        "ethnicity, MARTIAN, unknown-code-ethnicity",
        "file_number, 123456TV, ''",
        "file_number, 123456Đ, ''",
        "file_number, 123456 TV, number-form-file_number",
        "file_number, 12345TV, number-form-file_number",
        "card_number, 1234567, number-form-card_number",
    })
    void aValueIsHeldAgainstItsCheck(String column, String value, String found) {
        set(member, column, unique(column, value));
        assertThat(failing(TODAY)).isEqualTo(found.isEmpty() ? List.of() : List.of(found));
    }

    /** The same shape in digits that nobody else has. */
    private static String unique(String column, String value) {
        if (!column.endsWith("number")) {
            return value;
        }
        var digits = Long.toString(System.nanoTime()).substring(4).repeat(2);
        var text = new StringBuilder();
        for (var place = 0; place < value.length(); place++) {
            text.append(Character.isDigit(value.charAt(place)) ? digits.charAt(place) : value.charAt(place));
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "2003-08-31, 2021-08-01, ",
        "2003-08-31, 2021-07-31, too-young",
        "1970-02-01, 1988-02-01, ",
        "1970-02-01, 1988-01-31, too-young",
    })
    void whoIsOfAgeInTheMonthOfTheDecisionIsOldEnough(String born, String decided, @Nullable String found) {
        jdbc.sql("""
                        update member.member set born_earliest = cast(:born as date), decided_on = cast(:decided as date),
                            joined_on = cast(:decided as date), official_on = null where id = :id
                        """)
                .param("born", born)
                .param("decided", decided)
                .param("id", member.id())
                .update();
        assertThat(failing(TODAY)).isEqualTo(found == null ? List.of() : List.of(found));
    }

    @ParameterizedTest
    @CsvSource({
        "2012-03-01, 2013-03-01, ",
        "2012-03-01, 2013-02-28, probation-too-short",
        "2011-01-19, 2012-01-18, probation-too-short",
        "2011-01-18, 2011-06-01, ",
    })
    void aProbationIsJudgedUnderThePresentCharterAlone(String joined, String official, @Nullable String found) {
        jdbc.sql("""
                        update member.member set joined_on = cast(:joined as date), official_on = cast(:official as date)
                        where id = :id
                        """)
                .param("joined", joined)
                .param("official", official)
                .param("id", member.id())
                .update();
        assertThat(failing(TODAY)).isEqualTo(found == null ? List.of() : List.of(found));
    }

    @ParameterizedTest
    @CsvSource({
        "2000-01..2005-05 2005-06.., ",
        "2000-01..2005-05 2005-07.., career-gap",
        "2000-01..2005-05-02 2005-06-30.., ",
        "2000-01..2005 2006.., ",
        "2000-01..2005 2007.., career-gap",
        "2000-01..2005-05 2005-05.., ",
        "2000-01..2005-05 2005-04.., career-overlap",
        "2000-01..2005-05 2005.., ",
        "2000-01.. 2005.., career-overlap",
        "2000-01..2022-04, ",
        "2000-01..2022-03, ",
        "2000-01..2022-02, career-gap",
        "2000-01..2010-01 2002-01..2003-01 2010-02.., career-overlap",
    })
    void aCareerHasAGapWhereAWholeMonthIsLeftOut(String stretches, @Nullable String found) {
        career(stretches.split(" "));
        assertThat(failing(TODAY)).isEqualTo(found == null ? List.of() : List.of(found));
    }

    @Test
    void anEightDigitCardIsOldFromTheDayOfTheNewCardsOn() {
        assertThat(failing(NEW_CARDS.minusDays(1))).doesNotContain("old-number-card_number");
        assertThat(failing(NEW_CARDS)).contains("old-number-card_number").doesNotContain("number-form-card_number");
        set(member, "card_number", unique("card_number", "123456789012"));
        assertThat(failing(NEW_CARDS)).doesNotContain("old-number-card_number", "number-form-card_number");
        assertThat(failing(NEW_CARDS.minusDays(1))).contains("number-form-card_number");
    }

    @Test
    void anAddressInAPlaceThatEndedIsFoundFromTheDayItEndedOnAndABirthplaceNever() {
        set(member, "residence_commune", "Phường 1");
        assertThat(failing(NEW_MAP.minusDays(1))).isEmpty();
        assertThat(failing(NEW_MAP))
                .containsExactly(
                        "ended-place-native_province",
                        "ended-place-residence_province",
                        "ended-place-residence_commune");
        set(member, "residence_province", "Vĩnh Long");
        assertThat(failing(NEW_MAP)).containsExactly("ended-place-native_province");
    }

    @Test
    void whoIsLikeAnotherIsFoundWithThem() {
        var other = somebody();
        assertThat(failing(TODAY)).containsExactly("same-name-and-birth");
        jdbc.sql("update member.member set born_earliest = '1970-02-02' where id = :id")
                .param("id", other.id())
                .update();
        assertThat(failing(TODAY)).isEmpty();
        for (var whose : List.of(member, other)) {
            jdbc.sql("""
                            update member.member set old_card_number = :number, former_identity_hash = cast(:number as bytea),
                                former_identity_sealed = :sealed where id = :id
                            """)
                    .param("number", "V" + tree.east())
                    .param("sealed", seal.seal("084000001"))
                    .param("id", whose.id())
                    .update();
        }
        assertThat(failing(TODAY)).containsExactly("same-former-identity", "same-old-card");
    }

    @Test
    void aSavingThatBringsAboutWhatCannotBeIsRefusedWhole() {
        var sheet = sheets.get(member, Section.ENTRY);
        var row = new HashMap<>(sheet.rows().getFirst());
        row.put("decided_on", "1995-02-04");
        row.put("joined_cell", "Chi bộ ấp Một");
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> amend(sheet, row))
                .returns("member.check.refused", RuleBroken::key)
                .satisfies(refused ->
                        assertThat(refused.arguments()).containsExactly(checks.name(check("decided-after-joining"))));
        assertThat(sheets.get(member, Section.ENTRY).rows()).isEqualTo(sheet.rows());
        assertThat(jdbc.sql("select count(*) from member.amendment where member_id = :id")
                        .param("id", member.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whatWasWrongBeforeDoesNotKeepAnybodyFromMendingTheRest() {
        jdbc.sql("update member.member set decided_on = '1995-02-04', file_number = null where id = :id")
                .param("id", member.id())
                .update();
        var sheet = sheets.get(member, Section.ENTRY);
        var row = new HashMap<>(sheet.rows().getFirst());
        row.put("joined_cell", "Chi bộ ấp Một");
        var outcome = amend(sheet, row);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Sheets.Outcome.Written.class,
                        written -> assertThat(written.wrong())
                                .extracting(Check::key)
                                .containsExactly("missing-file_number", "decided-after-joining"));
    }

    private Sheets.Outcome amend(Sheet sheet, Map<String, String> row) {
        return sheets.amend(member, tree.eastCell(), sheet.section(), List.of(row), Ground.entry(), sheet.mark());
    }

    @Test
    void aCheckNamesItsRuleAndWhoMendsIt() {
        assertThat(check("too-young").ruleKey()).isEqualTo("minimum-age-to-join");
        assertThat(check("number-form-card_number").ruleKey()).isEqualTo("card-number");
        assertThat(check("missing-file_number")).returns(Check.Mender.BOARD, Check::mender);
        assertThat(check("missing-native_province"))
                .returns(Check.Mender.CELL, Check::mender)
                .returns(Section.ORIGIN, Check::section)
                .returns(null, Check::ruleKey);
        assertThat(checks.on(TODAY)).extracting(Check::key).doesNotHaveDuplicates();
        assertThat(checks.on(TODAY)).extracting(Check::topic).isSorted();
    }

    @Test
    void everyCheckHasItsWords() {
        assertThat(checks.on(NEW_CARDS))
                .allSatisfy(check -> assertThat(checks.name(check)).isNotBlank());
    }

    private Check check(String key) {
        return checks.find(key, TODAY).orElseThrow();
    }
}

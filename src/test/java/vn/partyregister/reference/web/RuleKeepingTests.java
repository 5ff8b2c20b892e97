package vn.partyregister.reference.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.transaction.BeforeTransaction;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.RegisterTest;
import vn.partyregister.access.Role;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.reference.Rulebook;
import vn.partyregister.reference.Term;

/** The board changes the book; each test gives back what it changed. Today is 30/04/2022. */
@RegisterTest
@Transactional
@NullUnmarked
class RuleKeepingTests extends KeptByTheBoard {
    private static final LocalDate TODAY = LocalDate.of(2022, 4, 30);

    @Autowired
    Rulebook rulebook;

    List<RequestPostProcessor> others;

    @BeforeTransaction
    void thoseWhoKeepNothing() {
        var root = orgs.root();
        others = List.of(
                signIn.as(Role.CLERK, root),
                signIn.as(Role.BOARD, orgs.tree().east()),
                signIn.as(Role.AUDITOR, root),
                signIn.asAdministrator());
    }

    private static Map<String, String> fields(LocalDate starts, String value) {
        return new HashMap<>(Map.of(
                "group",
                "ALL",
                "starts",
                starts.toString(),
                "value",
                value,
                "unit",
                "WORKING_DAYS",
                "directive",
                "24-qd-tw-2021",
                "clause",
                "điểm 4.1",
                "certainty",
                "VERIFIED",
                "reason",
                "Văn bản mới"));
    }

    private MvcTestResult post(String key, String act, Map<String, String> fields) {
        return sent("/rulebook/" + key + "/" + act, fields);
    }

    private String get(String address) {
        return body(mvc.get().uri(address).with(board).exchange());
    }

    private Term ceremonyOn(LocalDate day) {
        return rulebook.on(day).ceremony().value();
    }

    @Test
    void aNewValueHoldsFromItsDayOnAndTheOneBeforeUntilTheDayBefore() {
        var day = LocalDate.of(2022, 6, 1);
        assertThat(post("ceremony", "values", fields(day, "20"))).hasStatus3xxRedirection();
        assertThat(ceremonyOn(day.minusDays(1))).isEqualTo(new Term(30, Term.Unit.WORKING_DAYS));
        assertThat(ceremonyOn(day)).isEqualTo(new Term(20, Term.Unit.WORKING_DAYS));
        assertThat(ceremonyOn(LocalDate.of(2025, 1, 19)))
                .as("until the next directive that the book knows")
                .isEqualTo(new Term(20, Term.Unit.WORKING_DAYS));
        assertThat(ceremonyOn(LocalDate.of(2025, 1, 20))).isEqualTo(new Term(30, Term.Unit.WORKING_DAYS));
        assertThat(get("/rulebook/ceremony?lang=vi"))
                .contains("20 ngày làm việc", "01/06/2022", "Thêm giá trị", "Văn bản mới");
        assertThat(jdbc.sql(
                                "select count(*) from audit.entry where act = 'reference.rule-added' and after ->> 'value' = '20'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aValueFromTodayOnIsWrittenAndADayEarlierItIsRefused() {
        assertThat(body(post("ceremony", "values", fields(TODAY.minusDays(1), "20"))))
                .contains("Ngày này đã qua", "30/04/2022");
        assertThat(ceremonyOn(TODAY)).isEqualTo(new Term(30, Term.Unit.WORKING_DAYS));
        assertThat(post("ceremony", "values", fields(TODAY, "20"))).hasStatus3xxRedirection();
        assertThat(ceremonyOn(TODAY)).isEqualTo(new Term(20, Term.Unit.WORKING_DAYS));
    }

    @Test
    void aValueThatTookEffectBeforeItArrivedIsWrittenWhereNothingWasJudgedSince() {
        jdbc.sql("update transfer.transfer set kind = 'ABROAD' where kind = 'INTERNAL'")
                .update();
        var day = LocalDate.of(2022, 4, 1);
        assertThat(post("transfer-start-internal", "values", fields(day, "20"))).hasStatus3xxRedirection();
        assertThat(rulebook.on(day).term("transfer-start-internal").value())
                .isEqualTo(new Term(20, Term.Unit.WORKING_DAYS));
        assertThat(rulebook.on(day.minusDays(1)).term("transfer-start-internal").value())
                .isEqualTo(new Term(60, Term.Unit.WORKING_DAYS));
    }

    @Test
    void theBeginningOfAValueIsNotOverwritten() {
        var begins = LocalDate.of(2025, 1, 20);
        assertThat(body(post("ceremony", "values", fields(begins, "20")))).contains("bắt đầu đúng ngày 20/01/2025");
        assertThat(post("ceremony", "values", with(fields(begins.plusDays(1), "20"), "directive", "232-qd-tw-2025")))
                .hasStatus3xxRedirection();
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        fields.put(name, value);
        return fields;
    }

    @ParameterizedTest
    @CsvSource({
        "ceremony, WORKING_DAYS, -1, số nguyên",
        "ceremony, WORKING_DAYS, 1.5, số nguyên",
        "ceremony, WORKING_DAYS, ba mươi, số nguyên",
        "ceremony, WORKING_DAYS, 30, đã có đúng giá trị này",
        "ceremony, MEMBERS, 20, đơn vị",
        "share-of-the-standing-committee, SHARE, 4/3, một phần",
        "share-of-the-standing-committee, SHARE, 0/3, một phần",
        "education-to-join, CODE, NO_SUCH, danh mục",
        "citizen-number, PATTERN, [0-9, không đọc được"
    })
    void aValueIsOfTheRulesKind(String key, String unit, String value, String why) {
        var fields = with(fields(LocalDate.of(2022, 6, 1), value), "unit", unit);
        assertThat(body(post(key, "values", with(fields, "directive", "charter-2011"))))
                .contains(why, "aria-invalid=\"true\"");
        assertThat(jdbc.sql("select count(*) from reference.rule_act where key = :key")
                        .param("key", key)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "starts, Thiếu ngày",
        "value, Thiếu giá trị",
        "clause, Thiếu điều",
        "certainty, Chưa chọn",
        "reason, Thiếu lý do",
        "directive, Hãy chọn văn bản"
    })
    void nothingIsLeftOut(String field, String why) {
        assertThat(body(post("ceremony", "values", with(fields(LocalDate.of(2022, 6, 1), "20"), field, ""))))
                .contains(why);
    }

    @Test
    void aDirectiveThatIsNotInForceOnTheDayIsNoSource() {
        assertThat(body(post(
                        "ceremony",
                        "values",
                        with(fields(LocalDate.of(2022, 6, 1), "20"), "directive", "29-qd-tw-2016"))))
                .contains("không có hiệu lực vào ngày 01/06/2022");
    }

    @Test
    void aDirectiveThatArrivesIsWrittenDown() {
        var fields = with(fields(LocalDate.of(2022, 6, 1), "20"), "directive", "");
        fields.putAll(Map.of(
                "kind",
                "Quy định",
                "number",
                "99-QĐ/TW",
                "issuer",
                "Bộ Chính trị",
                "issuedOn",
                "15/05/2022",
                "subject",
                "Lễ kết nạp"));
        assertThat(post("ceremony", "values", fields)).hasStatus3xxRedirection();
        assertThat(rulebook.on(LocalDate.of(2022, 6, 1)).ceremony().source())
                .returns("99-QĐ/TW", source -> source.directive())
                .returns(LocalDate.of(2022, 5, 15), source -> source.issuedOn());
        assertThat(get("/rulebook/directives?lang=vi&q=99-Q")).contains("99-QĐ/TW", "Lễ kết nạp");
    }

    @Test
    void aPreviewSaysWhatWouldChangeAndWritesNothing() {
        var page = get(
                "/rulebook/transfer-start-official/values/preview?lang=vi&group=ALL&starts=01/06/2022&value=20&unit=DAYS"
                        + "&directive=24-qd-tw-2021&clause=6.3&certainty=SECONDARY&reason=Thử");
        assertThat(page)
                .contains(
                        "60 ngày làm việc",
                        "20 ngày",
                        "31/05/2022",
                        "chuyển sinh hoạt",
                        "đang quá hạn",
                        "Ghi vào sổ quy định");
        assertThat(rulebook.on(LocalDate.of(2022, 6, 1))
                        .term("transfer-start-official")
                        .value()
                        .amount())
                .isEqualTo(60);
        assertThat(get(
                        "/rulebook/badge-level/values/preview?lang=vi&group=YEARS_30&starts=01/06/2022&value=25&unit=PARTY_YEARS"
                                + "&directive=12-hd-btctw-2022&clause=7&certainty=SECONDARY&reason=Thử"))
                .contains("30 năm tuổi Đảng", "25 năm tuổi Đảng", "đủ tuổi Đảng");
        assertThat(get("/rulebook/ceremony/values/preview?lang=vi&starts=31/02/2022"))
                .contains("Có chỗ cần sửa");
    }

    /** A case that began before the new value keeps its own; where the book marks the rule to apply at once it follows. */
    @Test
    void aRuleOfAdmissionIsMarkedToApplyAtOnceAndCasesUnderWayFollow() {
        jdbc.sql("update admission.admission_case set ended_on = since, stage = 'WITHDRAWN' where ended_on is null")
                .update();
        underWay(orgs.tree().eastCell(), LocalDate.of(2021, 3, 1));
        underWay(orgs.tree().eastCell(), LocalDate.of(2022, 4, 1));
        var day = LocalDate.of(2022, 6, 1);
        assertThat(figures(preview("ceremony", "ALL", day, "20", "WORKING_DAYS")))
                .containsExactly("giữ giá trị 2 2", "theo ngay 0 0");
        assertThat(get("/rulebook/applies-at-once?lang=vi")).contains("value=\"CEREMONY\"", "Nhóm chưa có giá trị");
        assertThat(figures(preview("applies-at-once", "CEREMONY", day, "AT_ONCE", "CODE")))
                .containsExactly("giữ giá trị 2 0", "theo ngay 0 2");
        var mark = with(with(fields(day, "AT_ONCE"), "unit", "CODE"), "group", "CEREMONY");
        assertThat(post("applies-at-once", "values", mark)).hasStatus3xxRedirection();
        assertThat(rulebook.on(day.minusDays(1)).ofGroups("applies-at-once")).doesNotContainKey("CEREMONY");
        assertThat(rulebook.on(day).ofGroups("applies-at-once")).containsKey("CEREMONY");
        assertThat(get("/rulebook/applies-at-once?lang=vi")).doesNotContain("value=\"CEREMONY\"");
        assertThat(figures(preview("ceremony", "ALL", day, "20", "WORKING_DAYS")))
                .containsExactly("giữ giá trị 2 0", "theo ngay 0 2");
        assertThat(post("ceremony", "values", fields(day, "20"))).hasStatus3xxRedirection();
        assertThat(lastDay("2021-03-01", day.minusDays(1)))
                .as("decided on the day before: the thirty days of the case")
                .isEqualTo(workingDays(day.minusDays(1), 30));
        assertThat(lastDay("2021-03-01", day)).isEqualTo(workingDays(day, 20));
        assertThat(post("applies-at-once", "values", with(mark, "group", "NO_SUCH")))
                .hasStatus(404);
    }

    private void underWay(OrganisationId cell, LocalDate opened) {
        jdbc.sql("""
                        insert into admission.admission_case (id, version, organisation_id, full_name, family_name, middle_name,
                            given_name, sex, born_earliest, born_precision, ethnicity, religion, category, mass_organisation,
                            foreign_spouse, rule_day, stage, since, recorded_by)
                        values (gen_random_uuid(), 0, :cell, 'Thạch Mai', 'Thạch', '', 'Mai', 'FEMALE', '1990-01-01', 'DAY', 'KHMER',
                            'NONE', 'WORKER', 'NEITHER', false, :opened, 'SOURCE', :opened, 'test')
                        """).param("cell", cell.id()).param("opened", opened).update();
    }

    private String preview(String key, String group, LocalDate starts, String value, String unit) {
        return get("/rulebook/" + key + "/values/preview?lang=vi&group=" + group + "&starts=" + starts + "&value="
                + value + "&unit=" + unit + "&directive=24-qd-tw-2021&clause=4.1&certainty=SECONDARY&reason=Thử");
    }

    private static List<String> figures(String page) {
        return Pattern.compile(
                        "(giữ giá trị|theo ngay).*?class=\"number\">(\\d+)<.*?class=\"number\">(\\d+)<", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(row -> row.group(1) + " " + row.group(2) + " " + row.group(3))
                .toList();
    }

    private LocalDate lastDay(String ruleDay, LocalDate starts) {
        return jdbc.sql("select admission.last_day('ceremony', cast(:ruleDay as date), :starts)")
                .param("ruleDay", ruleDay)
                .param("starts", starts)
                .query(LocalDate.class)
                .single();
    }

    private LocalDate workingDays(LocalDate starts, int amount) {
        return jdbc.sql("select reference.last_day(:starts, :amount, 'WORKING_DAYS')")
                .param("starts", starts)
                .param("amount", amount)
                .query(LocalDate.class)
                .single();
    }

    @Test
    void aValueThatHasNotBegunIsWithdrawnAndTheOneBeforeGoesOn() {
        var day = LocalDate.of(2022, 6, 1);
        post("ceremony", "values", fields(day, "20"));
        assertThat(get("/rulebook/ceremony/withdrawal?lang=vi&group=ALL&starts=2022-06-01"))
                .contains("20 ngày làm việc");
        assertThat(body(post("ceremony", "withdrawal", Map.of("group", "ALL", "starts", "2022-06-01", "reason", " "))))
                .contains("Thiếu lý do");
        assertThat(post("ceremony", "withdrawal", Map.of("group", "ALL", "starts", "2022-06-01", "reason", "Ghi nhầm")))
                .hasStatus3xxRedirection();
        assertThat(ceremonyOn(day)).isEqualTo(new Term(30, Term.Unit.WORKING_DAYS));
        assertThat(jdbc.sql(
                                "select upper(valid) from reference.rule where key = 'ceremony' and valid @> date '2022-06-01'")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(LocalDate.of(2025, 1, 20));
    }

    @Test
    void aPageThatNamesNoDayShowsTheLastValue() {
        assertThat(get("/rulebook/ceremony/withdrawal?lang=vi")).contains("từ 26/07/2026");
        assertThat(get("/rulebook/ceremony/confirmation?lang=vi")).contains("từ 26/07/2026");
        assertThat(mvc.get().uri("/rulebook/ceremony/withdrawal?group=NOBODY").with(board))
                .hasStatus(404);
    }

    @Test
    void aValueThatHasBegunStays() {
        post("ceremony", "values", fields(TODAY, "20"));
        assertThat(post(
                        "ceremony",
                        "withdrawal",
                        Map.of("group", "ALL", "starts", TODAY.toString(), "reason", "Ghi nhầm")))
                .hasStatus(409);
        assertThat(ceremonyOn(TODAY)).isEqualTo(new Term(20, Term.Unit.WORKING_DAYS));
        assertThat(post("ceremony", "withdrawal", Map.of("group", "ALL", "starts", "2022-06-02", "reason", "Không có")))
                .hasStatus(404);
    }

    @Test
    void aValueThatWasNotSureIsConfirmedAndStays() {
        var before = rulebook.on(TODAY).paperFileCountInterval().value();
        var fields = new HashMap<>(Map.of(
                "group",
                "ALL",
                "starts",
                "2022-01-18",
                "directive",
                "12-hd-btctw-2022",
                "clause",
                "điểm 5.2",
                "certainty",
                "VERIFIED",
                "reason",
                "Đã đọc bản gốc"));
        assertThat(post("paper-file-count-interval", "confirmation", fields)).hasStatus3xxRedirection();
        assertThat(rulebook.on(TODAY).paperFileCountInterval())
                .returns(before, rule -> rule.value())
                .returns("điểm 5.2", rule -> rule.source().clause());
        assertThat(get("/rulebook/paper-file-count-interval?lang=vi")).contains("Ghi nguồn", "Đã đọc bản gốc");
        assertThat(body(post("paper-file-count-interval", "confirmation", fields)))
                .contains("Phải chắc hơn");
    }

    @Test
    void onlyTheBoardOfTheWholeRegisterKeepsTheBook() {
        for (var other : others) {
            assertThat(mvc.get().uri("/rulebook/ceremony/values/new").with(other))
                    .hasStatus(403);
            assertThat(mvc.get().uri("/rulebook/ceremony?lang=vi").with(other))
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain("Thêm giá trị mới");
        }
        assertThat(mvc.get().uri("/rulebook/ceremony/values/new").with(board)).hasStatusOk();
        assertThat(mvc.get().uri("/rulebook/no-such-rule").with(board)).hasStatus(404);
    }
}

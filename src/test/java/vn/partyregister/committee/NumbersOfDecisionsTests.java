package vn.partyregister.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.partyregister.Orgs;
import vn.partyregister.RegisterTest;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.Decisions;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;

/** Numbers of decisions run per type through the term of the committee that issues them. */
@RegisterTest
class NumbersOfDecisionsTests {
    private static final LocalDate LAST_OF_THE_TERM = Terms.LAST_DAY;

    @Autowired
    private Decisions decisions;

    @Autowired
    private Committees committees;

    @Autowired
    private OrganisationTree tree;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Orgs orgs;

    private OrganisationId cell;
    private OrganisationId base;
    private OrganisationId district;
    private String name;

    @BeforeEach
    void aDistrictWithATerm() {
        var planted = orgs.tree();
        cell = planted.eastCell();
        base = planted.eastBase();
        district = planted.east();
        name = orgs.name(district);
        committees.begin(Terms.of(district, Body.COMMITTEE, 30), Terms.DECISION, Scope.EVERYTHING);
    }

    private UUID note(String number, LocalDate day) {
        return Objects.requireNonNull(
                transaction.execute(_ -> decisions.note(new Decision(name, number, day, null), cell)));
    }

    private static void assertHeld(ThrowingCallable act, String holder) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(act).satisfies(refused -> {
            assertThat(refused.key()).isEqualTo("organisation.number-held");
            assertThat(refused.arguments()).contains(holder);
            assertThat(refused.source()).isNotNull();
        });
    }

    @ParameterizedTest
    @CsvSource({"15-QĐ/HU", "015-QĐ/HU", "15 - qđ/HU", "15-QĐ/TV"})
    void aNumberIsNotUsedAgainUntilTheLastDayOfTheTermHoweverItIsWritten(String number) {
        note("15-QĐ/HU", Terms.ELECTED);
        assertHeld(() -> note(number, Terms.ELECTED.plusDays(1)), "15-QĐ/HU");
        assertHeld(() -> note(number, LAST_OF_THE_TERM), "15-QĐ/HU");
        note(number, LAST_OF_THE_TERM.plusDays(1));
    }

    @ParameterizedTest
    @CsvSource({"16-QĐ/HU", "15-QĐNS/HU", "15a-QĐ/HU", "15-NQ/HU", "115-QĐ/HU"})
    void anotherNumberOrAnotherTypeRunsOfItsOwn(String number) {
        note("15-QĐ/HU", Terms.ELECTED);
        note(number, Terms.ELECTED.plusDays(1));
    }

    @Test
    void onePaperOfOneDayIsNotedOnceForManyActs() {
        assertThat(note("15-QĐ/HU", Terms.ELECTED)).isEqualTo(note("15-QĐ/HU", Terms.ELECTED));
    }

    @Test
    void whereNoTermIsKnownNumbersRunThroughTheYear() {
        var december = LocalDate.of(2019, 12, 31);
        note("15-QĐ/HU", december);
        assertHeld(() -> note("15-QĐ/HU", december.minusDays(364)), "15-QĐ/HU");
        note("15-QĐ/HU", december.plusDays(1));
    }

    @Test
    void numbersOfTwoIssuersHaveNothingToDoWithEachOther() {
        note("15-QĐ/HU", Terms.ELECTED);
        name = orgs.name(orgs.root());
        note("15-QĐ/HU", Terms.ELECTED.plusDays(1));
        name = "Ban Thường vụ Tỉnh ủy tỉnh bạn";
        assertThat(note("15-QĐ/HU", Terms.ELECTED)).isNotEqualTo(note("15-QĐ/HU", Terms.ELECTED.plusDays(1)));
    }

    /** The committee bears another name than its organisation; its papers bear the committee's. */
    @ParameterizedTest
    @CsvSource({
        "Huyện ủy %s",
        "huyện uỷ  %s",
        "Ban Thường vụ Huyện ủy %s",
        "BTV Huyện ủy %s",
        "Ban Thường vụ Đảng bộ huyện %s",
        "Ban Chấp hành Đảng bộ huyện %s",
        "Đảng ủy huyện %s"
    })
    void aNumberOfTheCommitteeIsOneOfItsOrganisation(String written) {
        note("15-QĐ/HU", Terms.ELECTED);
        name = written.formatted(orgs.name(district).replace("Đảng bộ huyện ", ""));
        assertHeld(() -> note("15-QĐ/HU", Terms.ELECTED.plusDays(1)), "15-QĐ/HU");
        assertHeld(() -> note("15-QĐ/HU", LAST_OF_THE_TERM), "15-QĐ/HU");
        note("15-QĐ/HU", LAST_OF_THE_TERM.plusDays(1));
    }

    /** Above the member first; then anywhere in the tree, where one alone is meant. */
    @Test
    void theIssuerIsOneOfTheTreeWhereOneAloneIsMeant() {
        var other = orgs.tree();
        name = "BTV Đảng ủy xã " + orgs.name(other.westBase()).replace("Đảng bộ xã ", "");
        note("15-QĐ/ĐU", Terms.ELECTED);
        assertHeld(() -> note("15-QĐ/ĐU", Terms.ELECTED.plusDays(1)), "15-QĐ/ĐU");
        orgs.add(orgs.name(other.westBase()), "DB_CS", "XA", other.east());
        var decision = new Decision(name, "16-QĐ/ĐU", Terms.ELECTED, null);
        assertThat(decisions.issuer(decision, List.of(cell))).isEmpty();
        assertThat(decisions.issuer(decision, List.of(other.westCell()))).contains(other.westBase());
    }

    /** Words that name no committee of the register: the paper is noted, and nothing is guarded. */
    @ParameterizedTest
    @CsvSource({"Huyện ủy Nơi Khác", "Tỉnh ủy tỉnh bạn", "Ban Thường vụ", "Quận ủy", "Thành ủy", "Đảng ủy phường"})
    void whoIsNotNamedIsNotRecognised(String written) {
        assertThat(decisions.issuer(new Decision(written, "15-QĐ/HU", Terms.ELECTED, null), List.of(cell)))
                .isEmpty();
    }

    /** A committee without a name is that of the one level above the people which is called so. */
    @ParameterizedTest
    @CsvSource({
        "Huyện ủy, DISTRICT",
        "Ban Thường vụ Huyện uỷ, DISTRICT",
        "BTV Đảng ủy, BASE",
        "Đảng ủy xã, BASE",
        "Đảng ủy cơ sở, BASE",
        "T/M Ban Thường vụ Tỉnh ủy, PROVINCE",
        "Chi ủy, CELL"
    })
    void aCommitteeWithoutANameIsThatOfTheirOwnLine(String written, String level) {
        var meant =
                switch (level) {
                    case "DISTRICT" -> district;
                    case "BASE" -> base;
                    case "PROVINCE" -> orgs.root();
                    default -> cell;
                };
        assertThat(decisions.issuer(new Decision(written, "15-QĐ/HU", Terms.ELECTED, null), List.of(cell)))
                .contains(meant);
    }

    @Test
    void aCommitteeWithoutANameGuardsItsNumbers() {
        note("15-QĐ/HU", Terms.ELECTED);
        name = "Huyện ủy";
        assertHeld(() -> note("15-QĐ/HU", Terms.ELECTED.plusDays(1)), "15-QĐ/HU");
    }

    /** Two of one line, or two lines, leave open whose it is; from the reform on there is no district. */
    @Test
    void whereSeveralFitNobodyIsMeant() {
        var company = orgs.add("Đảng bộ Công ty " + district, "DB_CS", "DN_TNHH", base);
        var workshop = orgs.add("Chi bộ Phân xưởng " + district, "CB_TT", null, company);
        var bare = new Decision("Đảng ủy", "15-QĐ/ĐU", Terms.ELECTED, null);
        assertThat(decisions.issuer(bare, List.of(workshop))).isEmpty();
        var other = orgs.tree();
        assertThat(decisions.issuer(
                        new Decision("Huyện ủy", "15-QĐ/HU", Terms.ELECTED, null), List.of(cell, other.westCell())))
                .isEmpty();
        assertThat(decisions.issuer(
                        new Decision("Tỉnh ủy", "15-QĐ/TU", Terms.ELECTED, null), List.of(cell, other.westCell())))
                .contains(orgs.root());
    }

    @Test
    void whoUsuallyDecidesIsOfferedFirst() {
        assertThat(decisions.issuersFor(cell, Terms.ELECTED).getFirst().id()).isEqualTo(district);
        assertThat(decisions.issuersFor(cell, Terms.ELECTED).getLast().id()).isEqualTo(cell);
        assertThat(tree.name(district, Terms.ELECTED)).contains(name);
        assertThat(jdbc.sql("select issuer_id from organisation.decision where id = :id")
                        .param("id", note("15-QĐ/HU", Terms.ELECTED))
                        .query(UUID.class)
                        .single())
                .isEqualTo(district.id());
    }
}

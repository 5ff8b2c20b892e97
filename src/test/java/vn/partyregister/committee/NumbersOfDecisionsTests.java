package vn.partyregister.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
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
    private OrganisationId district;
    private String name;

    @BeforeEach
    void aDistrictWithATerm() {
        var planted = orgs.tree();
        cell = planted.eastCell();
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

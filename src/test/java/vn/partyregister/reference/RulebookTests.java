package vn.partyregister.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.RegisterTest;
import vn.partyregister.platform.Refusal;

@RegisterTest
class RulebookTests {
    private static final LocalDate TODAY = LocalDate.of(2022, 4, 30);

    @Autowired
    Rulebook rulebook;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void aProbationLastsTwelveMonthsByTheCharter() {
        var probation = rulebook.on(TODAY).probation();
        assertThat(probation.value()).isEqualTo(Period.ofMonths(12));
        assertThat(probation.source().directive()).isEqualTo("Điều lệ Đảng");
        assertThat(probation.source().clause()).isEqualTo("Điều 5");
        assertThat(probation.source().ruleKey()).isEqualTo("probation");
    }

    @Test
    void aRuleIsJudgedByTheDirectiveOfTheDay() {
        var lastDayOf29 = LocalDate.of(2021, 7, 29);
        assertThat(rulebook.on(lastDayOf29).minimumAgeToJoin().source().directive())
                .isEqualTo("29-QĐ/TW");
        assertThat(rulebook.on(lastDayOf29.plusDays(1)).minimumAgeToJoin().source())
                .returns("24-QĐ/TW", source -> source.directive())
                .returns(LocalDate.of(2021, 7, 30), source -> source.issuedOn());
    }

    @Test
    void cardNumbersHaveEightDigitsUntilTheExchangeOfCardsAndTwelveFromThatDayOn() {
        var exchange = LocalDate.of(2025, 8, 8);
        var before = rulebook.on(exchange.minusDays(1)).cardNumber().value();
        assertThat(before.matcher("01234567").matches()).isTrue();
        assertThat(before.matcher("012345678901").matches()).isFalse();
        var after = rulebook.on(exchange).cardNumber().value();
        assertThat(after.matcher("012345678901").matches()).isTrue();
        assertThat(after.matcher("0123456789").matches()).isFalse();
    }

    @Test
    void aRuleThatTheBookDoesNotKnowOnADayIsRefusedAndNotGuessed() {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("vi"));
        var dayBeforeTheCharter = LocalDate.of(2011, 1, 18);
        assertThat(rulebook.on(dayBeforeTheCharter.plusDays(1))
                        .minimumAgeToJoin()
                        .value())
                .isEqualTo(18);
        assertThatExceptionOfType(Refusal.RuleBroken.class)
                .isThrownBy(() -> rulebook.on(dayBeforeTheCharter).minimumAgeToJoin())
                .returns("reference.no-rule", Refusal::key)
                .satisfies(refusal ->
                        assertThat(refusal.arguments()).containsExactly("Tuổi thấp nhất để xét kết nạp", "18/01/2011"));
        assertThat(rulebook.on(dayBeforeTheCharter).find("minimum-age-to-join")).isEmpty();
    }

    @Test
    void anUnknownKeyIsRefusedToo() {
        assertThatExceptionOfType(Refusal.RuleBroken.class)
                .isThrownBy(() -> rulebook.on(TODAY).amount("no-such-rule"));
    }

    @Test
    void everyTypedRuleReadsOnEveryDayOfTheRegister() {
        for (var day = LocalDate.of(2018, 12, 31); day.isBefore(LocalDate.of(2027, 1, 1)); day = day.plusMonths(1)) {
            var rules = rulebook.on(day);
            assertThat(rules.minimumAgeToJoin().value()).isEqualTo(18);
            assertThat(rules.maximumAgeToJoinWithoutLeave().value()).isEqualTo(60);
            assertThat(rules.educationToJoin().value()).isEqualTo("LOWER_SECONDARY");
            assertThat(rules.admissionDecision().value()).isEqualTo(new Term(60, Term.Unit.WORKING_DAYS));
            assertThat(rules.recognitionDecision().value()).isEqualTo(new Term(30, Term.Unit.WORKING_DAYS));
            assertThat(rules.decisionExtension().value()).isEqualTo(new Term(30, Term.Unit.WORKING_DAYS));
            assertThat(rules.ceremony().value()).isEqualTo(new Term(30, Term.Unit.WORKING_DAYS));
            assertThat(rules.officialMembersToFoundACell().value()).isEqualTo(3);
            assertThat(rules.membersToFoundABaseCommittee().value()).isEqualTo(30);
            assertThat(rules.officialMembersToElectACellCommittee().value()).isEqualTo(9);
            assertThat(rules.waitToBeAdmittedAgain().value()).isEqualTo(Period.ofMonths(36));
            assertThat(rules.timesAdmittedAgain().value()).isEqualTo(1);
            assertThat(rules.decisionNumbers())
                    .hasValueSatisfying(rule -> assertThat(rule.value()).isEqualTo("TERM"));
            assertThat(rules.citizenNumber().value().matcher("084199000123").matches())
                    .isTrue();
            assertThat(rules.fileNumber().value().matcher("012345TVI").matches())
                    .isTrue();
            assertThat(rules.fileNumber().value().matcher("12345TV").matches()).isFalse();
            assertThat(rules.formerIdentityNumber().value().matcher("334567890").matches())
                    .isTrue();
        }
    }

    @Test
    void everyRuleRestsOnADirectiveThatWasInForceWhenItBegan() {
        assertThat(jdbc.sql("""
                        select r.key from reference.rule r join reference.directive d on d.id = r.directive_id
                        where not d.in_force @> lower(r.valid) or r.clause = ''
                        """).query(String.class).list()).isEmpty();
        assertThat(jdbc.sql("select key from reference.rule_key except select key from reference.rule")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void aRulesHistoryHasNoHole() {
        assertThat(jdbc.sql("""
                        select key from (select key, upper(valid) as ends,
                            lead(lower(valid)) over (partition by key, scope order by lower(valid)) as next from reference.rule) as history
                        where next is not null and next <> ends
                        """).query(String.class).list()).isEmpty();
    }

    @Test
    void theProgramCannotChangeTheBook() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql("update reference.rule set value = '17' where key = 'minimum-age-to-join'")
                        .update());
    }
}

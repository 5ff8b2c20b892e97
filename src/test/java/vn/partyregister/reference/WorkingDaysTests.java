package vn.partyregister.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.RegisterTest;
import vn.partyregister.platform.Refusal;

@RegisterTest
class WorkingDaysTests {
    @Autowired
    WorkingDays workingDays;

    @Autowired
    JdbcClient jdbc;

    /** Worked by hand on the calendars of these years. */
    @ParameterizedTest(name = "{1} working days after {0} is {2}: {3}")
    @CsvSource(textBlock = """
            2022-04-25, 0, 2022-04-25, no day at all is the day itself
            2022-04-25, 1, 2022-04-26, the day itself is not counted
            2022-04-22, 1, 2022-04-25, a weekend lies between
            2022-04-23, 1, 2022-04-25, begun on a Saturday
            2022-04-29, 1, 2022-05-04, 30/4 and 1/5 fall on a weekend: two days instead
            2022-04-08, 1, 2022-04-12, Hùng Kings on a Sunday: Monday instead
            2022-01-28, 1, 2022-02-07, Tết of 2022 is nine days with its weekends
            2022-01-28, 30, 2022-03-18, thirty days over Tết
            2022-01-27, 1, 2022-01-28, the last working day before Tết
            2022-08-31, 1, 2022-09-05, National Day has two days from 2021 on
            2020-09-01, 1, 2020-09-03, and one before
            2021-09-01, 1, 2021-09-06, 2/9 and 3/9 of 2021
            2019-04-26, 1, 2019-05-02, Monday 29/4/2019 was swapped off
            2019-05-03, 1, 2019-05-04, and that Saturday was worked for it
            2018-12-28, 2, 2019-01-03, a swap over the turn of the year
            2019-01-04, 1, 2019-01-05, made up in the new year
            2021-02-09, 1, 2021-02-17, Tết of 2021 with two days instead of its weekend
            2024-02-07, 1, 2024-02-15, Tết of 2024
            2025-01-24, 1, 2025-02-03, Tết of 2025
            2026-02-13, 1, 2026-02-23, Tết of 2026
            2022-03-01, 60, 2022-05-27, the term of a decision on admission
            """)
    void aTermInWorkingDaysEnds(LocalDate day, int amount, LocalDate last, String why) {
        assertThat(workingDays.after(day, amount)).as(why).isEqualTo(last);
        assertThat(workingDays.between(day, last)).as(why).isEqualTo(amount);
        assertThat(workingDays.lastDay(day, new Term(amount, Term.Unit.WORKING_DAYS)))
                .isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({
        "2022-01-28, true", "2022-01-31, false", "2022-02-01, false", "2022-02-04, false", "2022-02-07, true",
        "2019-05-04, true", "2019-05-11, false", "2023-04-29, false", "2023-05-02, false", "2023-05-03, false",
        "2023-05-04, true"
    })
    void tetAndSwappedDaysHaveTheirEdges(LocalDate day, boolean worked) {
        assertThat(workingDays.isWorkingDay(day)).isEqualTo(worked);
    }

    @ParameterizedTest
    @CsvSource({
        "YEARS, 1, 2024-02-29, 2025-02-28",
        "MONTHS, 12, 2021-08-31, 2022-08-31",
        "DAYS, 30, 2022-01-28, 2022-02-27"
    })
    void otherTermsFollowTheCalendar(Term.Unit unit, int amount, LocalDate day, LocalDate last) {
        assertThat(workingDays.lastDay(day, new Term(amount, unit))).isEqualTo(last);
    }

    @Test
    void aYearWithoutACalendarIsRefusedAndNotGuessed() {
        assertThat(workingDays.isWorkingDay(LocalDate.of(2015, 1, 5))).isTrue();
        assertThat(workingDays.isWorkingDay(LocalDate.of(2027, 12, 31))).isTrue();
        assertThatExceptionOfType(Refusal.RuleBroken.class)
                .isThrownBy(() -> workingDays.after(LocalDate.of(2027, 12, 31), 1))
                .returns("reference.no-calendar", Refusal::key);
        assertThatExceptionOfType(Refusal.RuleBroken.class)
                .isThrownBy(() -> workingDays.isWorkingDay(LocalDate.of(2014, 12, 31)));
    }

    @Test
    void eachYearHasItsStatutoryDaysAndADayInsteadOfEachOnAWeekend() {
        assertThat(jdbc.sql("""
                        select extract(year from day) as year from reference.holiday group by 1
                        having count(*) filter (where kind = 'HOLIDAY') <> case when extract(year from min(day)) < 2021 then 10 else 11 end
                            or count(*) filter (where kind = 'SUBSTITUTE')
                                <> count(*) filter (where kind = 'HOLIDAY' and extract(isodow from day) in (6, 7))
                        """).query(Integer.class).list()).isEmpty();
    }
}

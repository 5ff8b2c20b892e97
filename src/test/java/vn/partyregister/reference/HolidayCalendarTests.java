package vn.partyregister.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.ModuleDatabase;

/**
 * The calendar as the program brings it, year by year, beside the days on which the lunar year began and the Hùng Kings were
 * remembered: no year is missing, no Tết stands beside its day, and nothing is surer than its source.
 */
@NullMarked
class HolidayCalendarTests {
    private static final int FIRST = 2015;
    private static final int LAST = 2027;
    private static final int FROM_NOW_ON_TWO_NATIONAL_DAYS = 2021;
    private static final int DAYS_OF_TET = 5;

    private static final JdbcClient jdbc = JdbcClient.create(ModuleDatabase.create());

    @Test
    void noYearIsMissingAndNoneIsThereWithoutItsDays() {
        assertThat(texts("select cast(year as text) from reference.calendar_year order by 1"))
                .containsExactlyElementsOf(IntStream.rangeClosed(FIRST, LAST)
                        .mapToObj(Integer::toString)
                        .toList());
        assertThat(texts("select distinct cast(extract(year from day) as text) from reference.holiday order by 1"))
                .containsExactlyElementsOf(texts("select cast(year as text) from reference.calendar_year order by 1"));
    }

    /** New Year, the five days of Tết around its first, the Hùng Kings, 30/4, 1/5, and 2/9 with a day beside it since 2021. */
    @ParameterizedTest
    @CsvSource({
        "2015-02-19, 2015-04-28", "2016-02-08, 2016-04-16", "2017-01-28, 2017-04-06", "2018-02-16, 2018-04-25",
        "2019-02-05, 2019-04-14", "2020-01-25, 2020-04-02", "2021-02-12, 2021-04-21", "2022-02-01, 2022-04-10",
        "2023-01-22, 2023-04-29", "2024-02-10, 2024-04-18", "2025-01-29, 2025-04-07", "2026-02-17, 2026-04-26",
        "2027-02-06, 2027-04-16"
    })
    void theHolidaysOfAYearAreThoseOfTheLaw(LocalDate newYearOfTheMoon, LocalDate hungKings) {
        var year = newYearOfTheMoon.getYear();
        assertThat(days(year, "NEW_YEAR")).containsExactly(LocalDate.of(year, 1, 1));
        assertThat(days(year, "HUNG_KINGS")).containsExactly(hungKings);
        assertThat(days(year, "VICTORY")).containsExactly(LocalDate.of(year, 4, 30));
        assertThat(days(year, "LABOUR")).containsExactly(LocalDate.of(year, 5, 1));
        var national = LocalDate.of(year, 9, 2);
        if (year < FROM_NOW_ON_TWO_NATIONAL_DAYS) {
            assertThat(days(year, "NATIONAL")).containsExactly(national);
        } else {
            assertThat(days(year, "NATIONAL"))
                    .hasSize(2)
                    .contains(national)
                    .containsAnyOf(national.minusDays(1), national.plusDays(1));
        }
        var tet = days(year, "TET");
        assertThat(tet)
                .containsExactlyElementsOf(Stream.iterate(tet.getFirst(), day -> day.plusDays(1))
                        .limit(DAYS_OF_TET)
                        .toList())
                .contains(newYearOfTheMoon, newYearOfTheMoon.plusDays(1), newYearOfTheMoon.plusDays(2));
        assertThat(tet.getFirst()).isBefore(newYearOfTheMoon);
    }

    /** How long Tết is before and after its first, and what is swapped, is announced each year: no announcement was read. */
    @Test
    void whatIsAnnouncedYearByYearIsNowhereVerified() {
        assertThat(certainties("occasion = 'TET' or kind in ('SWAPPED_OFF', 'MADE_UP')"))
                .containsExactly(
                        "2015 SECONDARY",
                        "2016 UNVERIFIED",
                        "2017 UNVERIFIED",
                        "2018 UNVERIFIED",
                        "2019 UNVERIFIED",
                        "2020 UNVERIFIED",
                        "2021 UNVERIFIED",
                        "2022 UNVERIFIED",
                        "2023 UNVERIFIED",
                        "2024 UNVERIFIED",
                        "2025 UNVERIFIED",
                        "2026 SECONDARY",
                        "2026 UNVERIFIED",
                        "2027 UNVERIFIED");
        assertThat(texts("""
                        select occasion || ' ' || kind || ' ' || certainty from reference.holiday
                        where occasion <> 'TET' and kind in ('HOLIDAY', 'SUBSTITUTE') and certainty <> 'VERIFIED'
                        group by occasion, kind, certainty
                        """))
                .as("which day beside 2/9 is off is announced too")
                .containsExactly("NATIONAL HOLIDAY UNVERIFIED");
        assertThat(texts("""
                        select cast(day as text) from reference.holiday
                        where occasion = 'NATIONAL' and kind = 'HOLIDAY' and (certainty = 'VERIFIED') <> (to_char(day, 'MM-DD') = '09-02')
                        """)).isEmpty();
        assertThat(texts("select cast(year as text) from reference.calendar_year where certainty = 'VERIFIED'"))
                .isEmpty();
    }

    /** A Saturday is worked for each weekday that is swapped off; for 02/01/2015 it was one of the year before the calendar. */
    @Test
    void asManyDaysAreMadeUpAsAreSwappedOff() {
        assertThat(texts("""
                        select cast(count(*) filter (where kind = 'SWAPPED_OFF') - count(*) filter (where kind = 'MADE_UP') as text)
                        from reference.holiday where day <> '2015-01-02'
                        """)).containsExactly("0");
    }

    private static List<LocalDate> days(int year, String occasion) {
        return jdbc.sql("""
                        select day from reference.holiday
                        where kind = 'HOLIDAY' and occasion = :occasion and extract(year from day) = :year order by day
                        """)
                .param("occasion", occasion)
                .param("year", year)
                .query((row, _) -> row.getObject("day", LocalDate.class))
                .list();
    }

    private static List<@Nullable String> certainties(String condition) {
        return texts("select distinct extract(year from day) || ' ' || certainty from reference.holiday where "
                + condition + " order by 1");
    }

    private static List<@Nullable String> texts(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}

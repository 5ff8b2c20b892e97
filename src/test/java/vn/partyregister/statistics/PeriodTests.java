package vn.partyregister.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.partyregister.platform.Parameters;

class PeriodTests {
    private static final LocalDate TODAY = LocalDate.of(2022, 4, 30);

    @Test
    void withoutAPeriodItIsTheYearToDate() {
        assertThat(read(Map.of(), 0)).isEqualTo(period("2022-01-01", "2022-04-30"));
    }

    @Test
    void anEndAloneMeansItsYearUpToIt() {
        assertThat(read(Map.of("to", "30/06/2021"), 0)).isEqualTo(period("2021-01-01", "2021-06-30"));
    }

    @Test
    void oneDayIsAPeriod() {
        assertThat(read(Map.of("from", "2022-04-30", "to", "2022-04-30"), 0))
                .isEqualTo(period("2022-04-30", "2022-04-30"));
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsNamedAndLeftOut() {
        assertThat(read(Map.of("from", "02/04/2022", "to", "01/04/2022"), 1))
                .isEqualTo(period("2022-01-01", "2022-04-01"));
    }

    @Test
    void aDayThatHasNotComeIsNamedAndLeftOut() {
        assertThat(read(Map.of("to", "01/05/2022"), 1)).isEqualTo(period("2022-01-01", "2022-04-30"));
    }

    @Test
    void whatIsNoDayIsNamedAndLeftOut() {
        assertThat(read(Map.of("from", "31/02/2022", "to", "hôm qua"), 2))
                .isEqualTo(period("2022-01-01", "2022-04-30"));
    }

    @Test
    void aYearEarlierTheEndOfAMonthStaysOne() {
        assertThat(period("2021-02-01", "2021-02-28").aYearEarlier()).isEqualTo(period("2020-02-01", "2020-02-29"));
        assertThat(period("2020-02-29", "2020-02-29").aYearEarlier()).isEqualTo(period("2019-02-28", "2019-02-28"));
        assertThat(period("2022-01-01", "2022-04-29").aYearEarlier()).isEqualTo(period("2021-01-01", "2021-04-29"));
    }

    private static Period read(Map<String, String> given, int unreadable) {
        var parameters = new Parameters(given);
        var period = Period.read(parameters, TODAY);
        assertThat(parameters.unreadable()).hasSize(unreadable);
        return period;
    }

    private static Period period(String from, String to) {
        return new Period(LocalDate.parse(from), LocalDate.parse(to));
    }
}

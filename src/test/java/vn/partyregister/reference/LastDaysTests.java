package vn.partyregister.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.RegisterTest;

/** The database and the program agree on where a term ends. */
@RegisterTest
class LastDaysTests {
    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private WorkingDays workingDays;

    @ParameterizedTest
    @EnumSource(Term.Unit.class)
    void aTermEndsOnTheSameDayForBoth(Term.Unit unit) {
        var random = new Random(unit.ordinal());
        for (var times = 0; times < 300; times++) {
            var from = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(4300));
            var amount = random.nextInt(unit == Term.Unit.YEARS ? 2 : unit == Term.Unit.MONTHS ? 8 : 90);
            assertThat(last(from, amount, unit))
                    .as("%s %s after %s", amount, unit, from)
                    .isEqualTo(workingDays.lastDay(from, new Term(amount, unit)));
        }
    }

    @Test
    void noWorkingDayIsGuessedOfYearsWhoseHolidaysAreNotKnown() {
        assertThat(last(LocalDate.of(2027, 12, 1), 60, Term.Unit.WORKING_DAYS)).isNull();
        assertThat(last(LocalDate.of(2014, 12, 1), 1, Term.Unit.WORKING_DAYS)).isNull();
        assertThat(last(LocalDate.of(2027, 12, 1), 60, Term.Unit.DAYS)).isEqualTo("2028-01-30");
    }

    private LocalDate last(LocalDate from, int amount, Term.Unit unit) {
        return jdbc.sql("select reference.last_day(:from, :amount, :unit) as last")
                .param("from", from)
                .param("amount", amount)
                .param("unit", unit.name())
                .query((row, _) -> new LocalDate[] {row.getObject("last", LocalDate.class)})
                .single()[0];
    }
}

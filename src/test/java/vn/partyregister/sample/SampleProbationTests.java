package vn.partyregister.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.partyregister.RegisterTest;
import vn.partyregister.reference.Rulebook;

/** The rulebook says of every day what the figures of the sample were drawn with. */
@RegisterTest
class SampleProbationTests {
    @Autowired
    private Rulebook rulebook;

    @ParameterizedTest
    @ValueSource(strings = {"1948-05-01", "1960-09-09", "1960-09-10", "2011-01-18", "2011-01-19", "2022-04-30"})
    void twelveMonthsFromAnyDayOfJoining(LocalDate joined) {
        assertThat(SampleProbation.by(rulebook).of(joined)).isEqualTo(Period.ofMonths(12));
    }
}

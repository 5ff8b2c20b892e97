package vn.partyregister.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The one today of the register: Việt Nam's for real people, its own for a sample. */
class BusinessDayTests {
    private static final LocalDate SAMPLE = LocalDate.of(2022, 4, 30);
    private static final LocalDate SET = LocalDate.of(2025, 7, 1);

    @ParameterizedTest
    @CsvSource({"2026-11-28T16:59:59Z, 2026-11-28", "2026-11-28T17:00:00Z, 2026-11-29"})
    void theDayOfARealRegisterBeginsAtMidnightInVietNam(Instant now, LocalDate day) {
        var real = day("none", null, now);
        assertThat(real.today()).isEqualTo(day);
        assertThat(real.standsStill()).isFalse();
    }

    @Test
    void aSampleStandsStillOnItsOwnDay() {
        var sample = day("tra-vinh", null, Instant.EPOCH);
        assertThat(sample.today()).isEqualTo(SAMPLE);
        assertThat(sample.standsStill()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"none", "tra-vinh"})
    void theDayThatIsSetGoesBeforeAll(String held) {
        var set = day(held, SET, Instant.EPOCH);
        assertThat(set.today()).isEqualTo(SET);
        assertThat(set.standsStill()).isTrue();
    }

    private static BusinessDay day(String sample, @Nullable LocalDate set, Instant now) {
        var samples = Map.of("tra-vinh", new RegisterProperties.Sample(LocalDate.of(2018, 12, 31), SAMPLE));
        return new BusinessDay(
                Clock.fixed(now, ZoneOffset.UTC), new RegisterProperties(Path.of("data"), sample, set, samples));
    }
}

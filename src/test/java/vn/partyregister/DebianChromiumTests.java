package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which browser the tests take, and what happens where there is none. */
class DebianChromiumTests {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path OWN = Path.of("/opt/browser");

    @Test
    void theConfiguredOneGoesBeforeDebians() {
        assertThat(DebianChromium.choose(OWN.toString(), _ -> true)).contains(OWN);
    }

    @Test
    void aConfiguredOneThatIsNotThereIsAnErrorAndNotPassedOver() {
        assertThatIllegalStateException()
                .isThrownBy(() -> DebianChromium.choose(OWN.toString(), CHROMIUM::equals))
                .withMessageContaining(OWN.toString());
    }

    @Test
    void debiansIsFoundWhereNothingIsConfigured() {
        assertThat(DebianChromium.choose(null, CHROMIUM::equals)).contains(CHROMIUM);
        assertThat(DebianChromium.choose(" ", CHROMIUM::equals)).contains(CHROMIUM);
        assertThat(DebianChromium.choose(null, _ -> false)).isEmpty();
    }

    @Test
    void withoutABrowserItsTestsAreLeftOutButNotInContinuousIntegration() {
        assertThat(DebianChromium.IsThere.evaluate(Optional.empty(), false).isDisabled())
                .isTrue();
        assertThat(DebianChromium.IsThere.evaluate(Optional.of(CHROMIUM), true).isDisabled())
                .isFalse();
        assertThatIllegalStateException().isThrownBy(() -> DebianChromium.IsThere.evaluate(Optional.empty(), true));
    }
}

package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.launcher.EngineFilter.includeEngines;
import static org.junit.platform.launcher.TagFilter.excludeTags;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * The properties of every module, class by class, in a lane beside the other tests: left to themselves they would run when
 * all others are done, on one core. One of them alone is {@code mvn test -Dtest=Form1Properties}, as ever.
 */
class PropertiesTests {
    private final Launcher launcher = LauncherFactory.create();

    @TestFactory
    Stream<DynamicTest> everyPropertyHolds() {
        var plan = launcher.discover(LauncherDiscoveryRequestBuilder.request()
                .selectors(selectPackage(getClass().getPackageName()))
                .filters(
                        includeEngines("jqwik"), includeClassNamePatterns(".*Properties"), excludeTags("soak", "bench"))
                .build());
        var classes = plan.getRoots().stream()
                .flatMap(engine -> plan.getChildren(engine).stream())
                .toList();
        assertThat(classes).as("classes of properties").hasSizeGreaterThanOrEqualTo(8);
        return classes.stream().map(one -> DynamicTest.dynamicTest(one.getDisplayName(), () -> holds(one)));
    }

    private void holds(TestIdentifier properties) {
        var heard = new SummaryGeneratingListener();
        launcher.execute(request(properties), heard);
        var summary = heard.getSummary();
        var failures = new StringWriter();
        summary.printFailuresTo(new PrintWriter(failures, true), 40);
        assertThat(summary.getFailures()).as(failures.toString()).isEmpty();
        assertThat(summary.getTestsSucceededCount())
                .as("properties found and tried")
                .isPositive()
                .isEqualTo(summary.getTestsFoundCount());
    }

    private static LauncherDiscoveryRequest request(TestIdentifier properties) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectUniqueId(properties.getUniqueIdObject()))
                .filters(includeEngines("jqwik"), excludeTags("soak", "bench"))
                .build();
    }
}

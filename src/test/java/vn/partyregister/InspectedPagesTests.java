package vn.partyregister;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;
import vn.partyregister.Endpoints.Endpoint;

/** No page escapes inspection: each stands in the list of {@link PagesInBrowserTests}, or somebody comes by it here. */
@RegisterTest
@NullUnmarked
class InspectedPagesTests {
    /** Pages of something that must be done first: the name under which {@link Visit#inspect} sees each. */
    static final Map<String, String> ON_THE_WAY = Map.ofEntries(
            entry("/first-administrator", "first-administrator"),
            entry("/admissions/{id}/candidate", "admission-candidate"),
            entry("/admissions/{id}/forms/{form}/scan", "admission-scan"),
            entry("/admissions/{id}/relatives/new", "admission-relative"),
            entry("/admissions/{id}/relatives/{row}", "admission-relative-changed"),
            entry("/admissions/{id}/scans/{scan}/taking-back", "admission-scan-back"),
            entry("/admissions/{id}/steps/{stage}", "admission-decision"),
            entry("/classes/certificates/{certificate}/revocation", "class-revocation"),
            entry("/classes/participants/{participant}/removal", "class-removal"),
            entry("/classes/{trainingClass}", "class"),
            entry("/classes/{trainingClass}/cancellation", "class-cancellation"),
            entry("/classes/{trainingClass}/certificates", "class-issue"),
            entry("/classes/{trainingClass}/plan", "class-plan"),
            entry("/classes/{trainingClass}/members/lines", "class-member-lines"),
            entry("/classes/{trainingClass}/registration", "class-registration"),
            entry("/imports/{id}", "import-mapping"),
            entry("/imports/{id}/abandonment", "import-abandonment"),
            entry("/imports/{id}/absent", "import-absent"),
            entry("/imports/{id}/comparison", "import-comparison"),
            entry("/imports/{id}/rows", "import-rows"),
            entry("/members/bulk/{work}", "bulk-result"),
            entry("/members/bulk/{work}/cards", "bulk-cards"),
            entry("/members/bulk/{work}/exemption", "bulk-exemption"),
            entry("/members/bulk/{work}/item", "bulk-item"),
            entry("/members/bulk/{work}/movement", "bulk-movement"),
            entry("/members/{id}/entries/{movement}/reversal", "member-reversal"),
            entry("/members/{id}/facts/{fact}/end", "member-fact-end"),
            entry("/members/{id}/facts/{fact}/extension", "member-fact-extension"),
            entry("/members/{id}/facts/{fact}/withdrawal", "member-fact-withdrawal"),
            entry("/members/{id}/party-age/interruptions/{interruption}/withdrawal", "member-interruption-withdrawal"),
            entry("/members/{id}/residence/comment-withdrawal", "residence-comment-withdrawal"),
            entry("/members/{id}/residence/end", "residence-end"),
            entry("/members/{member}/papers/{scan}/taking-back", "papers-taking-back"),
            entry("/paper-files/counts/{count}", "paper-files-being-counted"),
            entry("/paper-files/hand-overs/{handOver}", "paper-file-record"),
            entry("/papers/batches/{batch}", "papers-batch"),
            entry("/periods/children", "periods-of-children"),
            entry("/periods/new", "period-closing"),
            entry("/periods/{closing}", "period-closed"),
            entry("/periods/{closing}/people", "period-people"),
            entry("/periods/{closing}/reopening", "period-reopening"),
            entry("/plans/places/{place}", "place"),
            entry("/plans/places/{place}/change", "place-change"),
            entry("/plans/{plan}", "plan"),
            entry("/plans/{plan}/history", "plan-history"),
            entry("/plans/{plan}/people", "plan-people"),
            entry("/plans/{plan}/split/{organisation}", "plan-split"),
            entry("/plans/{plan}/targets/{organisation}", "plan-targets"),
            entry("/recognition/batches/{badgeBatch}", "recognition-batch"),
            entry("/recognition/batches/{badgeBatch}/decision", "recognition-decision"),
            entry("/recognition/batches/{badgeBatch}/members/{member}/removal", "recognition-removal"),
            entry("/recognition/checks/{cardCheck}", "recognition-check"),
            entry("/reconciliations/{organisation}", "reconciliation"),
            entry("/reconciliations/{organisation}/people", "reconciliation-people"),
            entry("/reorganisations/{reorganisation}", "reorganisation"),
            entry("/reorganisations/{reorganisation}/changes", "reorganisation-changes"),
            entry("/reorganisations/{reorganisation}/outline", "reorganisation-outline"),
            entry("/reorganisations/{reorganisation}/preview", "reorganisation-preview"),
            entry("/reorganisations/{reorganisation}/reversal", "reorganisation-reversal"),
            entry("/reorganisations/{reorganisation}/splits/{id}", "reorganisation-members"),
            entry("/reorganisations/{reorganisation}/splits/{id}/candidates", "reorganisation-candidates"),
            entry("/reorganisations/{reorganisation}/steps/{act}", "reorganisation-split"),
            entry("/reorganisations/{reorganisation}/tree", "reorganisation-tree"),
            entry("/supplements/{campaign}", "supplement"),
            entry("/supplements/{campaign}/members", "supplement-not-yet"),
            entry("/supplements/{campaign}/members/{member}", "supplement-of-a-member"),
            entry("/supplements/{campaign}/sheets", "supplement-sheets"),
            entry("/transfers/guests/{guest}", "transfer-guest-overdue"),
            entry("/transfers/guests/{guest}/extension", "transfer-guest-extension"),
            entry("/transfers/guests/{guest}/leaving", "transfer-guest-leaving"),
            entry("/transfers/{id}", "transfer-in-transit"),
            entry("/transfers/{id}/confirmation", "transfer-confirmation"),
            entry("/transfers/{id}/dossier", "transfer-dossier"),
            entry("/transfers/{id}/{act:receipt|return|cancellation}", "transfer-cancellation"));

    /** What a field offers while somebody types: a piece of a page. */
    private static final Set<String> PIECES =
            Set.of("/members/places", "/organisations/choices", "/plans/places/choices", "/transfers/choices");

    private static final Pattern INSPECTED = Pattern.compile("inspect\\([^;]*?\"([a-z0-9-]+)\"\\)");

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void everyPageIsInspected() throws NoSuchMethodException {
        var listed = listed();
        assertThat(Endpoints.of(requestMappingHandlerMapping))
                .filteredOn(InspectedPagesTests::isPage)
                .hasSizeGreaterThan(150)
                .allSatisfy(page -> assertThat(ON_THE_WAY.containsKey(page.pattern())
                                || listed.stream().anyMatch(address -> stands(address, page.pattern())))
                        .as("%s is in the list of PagesInBrowserTests, or on the way of a journey", page)
                        .isTrue());
    }

    @Test
    void everyPageOnTheWayIsThereAndSomebodyComesByIt() {
        var patterns = Endpoints.of(requestMappingHandlerMapping).stream()
                .filter(InspectedPagesTests::isPage)
                .map(Endpoint::pattern)
                .toList();
        var inspected = sources()
                .flatMap(source -> INSPECTED.matcher(source).results().map(found -> found.group(1)))
                .collect(Collectors.toSet());
        assertThat(ON_THE_WAY).allSatisfy((pattern, name) -> {
            assertThat(patterns).contains(pattern);
            assertThat(inspected).contains(name);
        });
    }

    /** Whether a page seen under a name of the list stands where the list says; {@link Visit} asks. */
    static boolean standsWhereItShould(String name, String path) {
        var where = ON_THE_WAY.entrySet().stream()
                .filter(page -> page.getValue().equals(name))
                .toList();
        return where.isEmpty() || where.stream().anyMatch(page -> stands(path, page.getKey()));
    }

    private static boolean isPage(Endpoint endpoint) {
        return endpoint.reads()
                && !endpoint.sendsFile()
                && endpoint.handler().getMethod().getReturnType() == String.class
                && !PIECES.contains(endpoint.pattern());
    }

    private static boolean stands(String path, String pattern) {
        return PathPatternParser.defaultInstance.parse(pattern).matches(PathContainer.parsePath(path));
    }

    /** Addresses of the list, with an id wherever something of the sample stands. */
    private static List<String> listed() throws NoSuchMethodException {
        return Arrays.stream(PagesInBrowserTests.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(CsvSource.class))
                .flatMap(method ->
                        Arrays.stream(method.getAnnotation(CsvSource.class).value()))
                .map(line -> line.split(",", 3)[2].strip().split("\\?", 2)[0])
                .map(address -> address.replaceAll("\\{\\w+}", "01900000-0000-7000-8000-000000000000"))
                .toList();
    }

    private static Stream<String> sources() {
        try (var files = Files.walk(Path.of("src", "test", "java"))) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(InspectedPagesTests::read)
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}

package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.partyregister.Endpoints.Endpoint;
import vn.partyregister.NaughtyRequests.Request;
import vn.partyregister.access.Role;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Seal;

/** Whatever is typed into whichever field of whichever page: never a failure of the program, never its entrails. */
@RegisterTest
@NullUnmarked
class NaughtyInputTests {
    private static final Pattern FRAME = Pattern.compile("\\tat [\\w.$]+\\(");
    private static final List<String> ENTRAILS =
            List.of("java.lang.", "org.springframework", "PSQLException", "org.thymeleaf", "SQLSTATE");

    /** Random strings that every endpoint gets, those beside the chosen ones among them. */
    private static final int AT_RANDOM = 500;

    /** Random strings that go on after the chosen ones, most of them in fields. */
    private static final int FIELDS_AT_RANDOM = 200;

    /** What handlers read of forms that no page shows for what is on the sides; nothing where they read the address alone. */
    private static final Map<String, List<String>> NOT_SHOWN = Map.of(
            "POST /accounts/{account}/stand-in", List.of("delegation"),
            "POST /inbox/delegations/withdrawal", List.of("delegation"),
            "POST /members/bulk/{work}/item", List.of("item", "occupation"),
            "POST /members/view/standard", List.of(),
            "POST /paper-files/counts/{count}/answers",
                    List.of("answer.00000000-0000-0000-0000-000000000001", "answer."),
            "POST /plans/{plan}/split/{organisation}", List.of("group", "figure-", "closed-"),
            "POST /rulebook/holidays/confirmation", List.of("day", "source", "certainty"),
            "POST /rulebook/holidays/opening", List.of("year", "source", "certainty"),
            "POST /rulebook/holidays/withdrawal", List.of("day", "source"),
            "POST /sign-in/wait", List.of());

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Orgs orgs;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Seal seal;

    @Autowired
    private PlatformTransactionManager transactions;

    @LocalServerPort
    private int port;

    private Sides sides;
    private ShownForms forms;
    private final AtomicInteger requests = new AtomicInteger();
    private List<String> failures;

    @BeforeEach
    void sides() {
        sides = new Sides(orgs, signIn, jdbc, seal);
        sides.giveImports(signIn.account(Role.BOARD, sides.tree.root()).id());
        forms = new ShownForms();
        Endpoints.of(mapping).stream()
                .filter(endpoint -> endpoint.reads() && !endpoint.sendsFile())
                .forEach(page -> forms.add(written(mvc.get()
                        .uri(page.template(), Sides.fill(page, sides.inside))
                        .with(writer(page))
                        .exchange())));
        failures = Collections.synchronizedList(new ArrayList<>());
    }

    @Test
    void whatAFormSendsIsKnownOfEveryHandlerThatReadsWhateverComes() {
        for (var endpoint : Endpoints.of(mapping)) {
            if (!endpoint.reads() && endpoint.readsWhateverComes() && !NOT_SHOWN.containsKey(endpoint.toString())) {
                assertThat(endpoint.parameters().size() + forms.fields(endpoint).size())
                        .as("fields of %s: shown by a page, or named in NOT_SHOWN", endpoint)
                        .isGreaterThan(Endpoints.OF_LISTS.size());
            }
        }
    }

    /**
     * How strings are counted: see {@link NaughtyRequests}. Less than two minutes on a quiet machine of two cores; beside
     * everything else more, and never as much as it may.
     */
    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void everyFieldTakesSixtyChosenStringsAndEveryEndpointFiveHundredRandomOnes() {
        assertThat(NaughtyStrings.ALL).hasSizeGreaterThanOrEqualTo(60);
        atEach((endpoint, requests) -> {
            var chosen = requests.chosen().toList();
            var random = Math.max(AT_RANDOM - NaughtyRequests.randomBeside(chosen.size()), FIELDS_AT_RANDOM);
            chosen.forEach(request -> attempt(endpoint, request));
            requests.someChosenInVariables().forEach(request -> attempt(endpoint, request));
            requests.atRandom(random).forEach(request -> attempt(endpoint, request));
        });
    }

    @Test
    @Tag("soak")
    void everyFieldAloneTakesThemToo() {
        atEach((endpoint, requests) -> requests.eachAlone().forEach(request -> attempt(endpoint, request)));
    }

    @Test
    @Tag("soak")
    void everyEndpointTakesTenThousandRandomStrings() {
        atEach((endpoint, requests) -> requests.atRandom(10_000).forEach(request -> attempt(endpoint, request)));
    }

    @Test
    void whatTheServerItselfRefusesIsATidyPageToo() throws Exception {
        var client = HttpClient.newHttpClient();
        for (var path :
                List.of("/khong-co", "/sign-in%00", "/sign-in;a=b", "/a%2f..%2fb", "/app/khong-co.css", "/%ff")) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .header("Accept", "text/html")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path).isBetween(300, 499);
            assertThat(showsEntrails(answer.body())).as(path).isFalse();
        }
        var wrongMethod = client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sign-in"))
                        .header("Accept", "text/html")
                        .method("TRACE", HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(wrongMethod.statusCode()).isBetween(400, 499);
    }

    /** What the handler reads by name, and where it reads whatever comes, whatever the forms that lead there show. */
    private List<String> fields(Endpoint endpoint) {
        var fields = new ArrayList<>(endpoint.parameters());
        if (endpoint.readsWhateverComes()) {
            var page = endpoint.page();
            var above = page.substring(0, page.lastIndexOf('/'));
            fields.addAll(forms.fields(endpoint));
            fields.addAll(NOT_SHOWN.getOrDefault(endpoint.toString(), List.of()));
            Endpoints.of(mapping).stream()
                    .filter(other -> endpoint.sendsFile()
                            && other.reads()
                            && List.of(page, above).contains(other.template()))
                    .forEach(other -> fields.addAll(forms.fields(other)));
        }
        return fields;
    }

    private static String written(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException unheardOf) {
            throw new AssertionError(unheardOf);
        }
    }

    /** Writes in one lane, so that none waits for another that is rolled back too; whichever lane is free reads. */
    private void atEach(BiConsumer<Endpoint, NaughtyRequests> typing) {
        var begun = System.nanoTime();
        Consumer<Endpoint> work = endpoint -> typing.accept(endpoint, new NaughtyRequests(endpoint, fields(endpoint)));
        var endpoints = Endpoints.of(mapping);
        var unread = new ConcurrentLinkedQueue<>(
                endpoints.stream().filter(Endpoint::reads).toList());
        Runnable reading = () -> {
            for (var next = unread.poll(); next != null; next = unread.poll()) {
                work.accept(next);
            }
        };
        Runnable writing =
                () -> endpoints.stream().filter(endpoint -> !endpoint.reads()).forEach(work);
        try (var lanes = Executors.newFixedThreadPool(2)) {
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(reading, lanes),
                            CompletableFuture.runAsync(writing, lanes).thenRun(reading))
                    .join();
        }
        assertThat(failures).isEmpty();
        report(begun);
    }

    /** A printed line: how much was asked, so that nobody has to guess what an endpoint more costs. */
    private void report(long begun) {
        System.out.printf(
                "naughty strings: %,d requests to %d endpoints in %d s%n",
                requests.get(),
                Endpoints.of(mapping).size(),
                Duration.ofNanos(System.nanoTime() - begun).toSeconds());
    }

    /** In a transaction that leaves nothing behind. */
    private void attempt(Endpoint endpoint, Request naughty) {
        var variable = naughty.variable();
        var given = naughty.given();
        if (failures.size() > 40) {
            return;
        }
        var filled = Sides.fill(endpoint, sides.inside);
        if (variable != null) {
            filled[endpoint.variables().indexOf(variable)] = given.get(variable);
        }
        RequestPostProcessor anywhere = request -> {
            request.setRemoteAddr("10.%d.%d.%d"
                    .formatted(
                            given.hashCode() & 0xff, (given.hashCode() >> 8) & 0xff, (given.hashCode() >> 16) & 0xff));
            return request;
        };
        var visitor = visitor(endpoint); // before, so that the account outlives the transaction
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            if (!endpoint.reads()) {
                planForThemselves();
            }
            try {
                var request = request(endpoint, given)
                        .uri(endpoint.template(), filled)
                        .with(csrf())
                        .with(anywhere)
                        .with(visitor);
                given.forEach((name, value) -> {
                    if (name.startsWith(NaughtyRequests.HEADER)) {
                        request.header(name.substring(NaughtyRequests.HEADER.length()), value);
                    } else if (name.startsWith(NaughtyRequests.COOKIE)) {
                        request.cookie(new Cookie(name.substring(NaughtyRequests.COOKIE.length()), value));
                    } else if (!name.equals(variable) && !endpoint.files().contains(name)) {
                        request.param(name, value);
                    }
                });
                var answer = mvc.perform(request);
                if (answer.getUnresolvedException() != null) {
                    failures.add("%s %s: %s".formatted(endpoint, shown(given), answer.getUnresolvedException()));
                } else if (answer.getResponse().getStatus() >= 500) {
                    failures.add("%s %s: %d"
                            .formatted(
                                    endpoint, shown(given), answer.getResponse().getStatus()));
                } else if (!"csv"
                                .equals(String.join(
                                        "",
                                        java.util.Arrays.stream(filled)
                                                .map(String::valueOf)
                                                .filter("csv"::equals)
                                                .toList()))
                        && showsEntrails(entrails(answer.getResponse().getContentAsString(), given))) {
                    failures.add("%s %s: shows its entrails".formatted(endpoint, shown(given)));
                }
            } catch (Exception broken) {
                failures.add("%s %s: %s".formatted(endpoint, shown(given), broken));
            }
        });
        requests.incrementAndGet();
    }

    /** Files come in several parts, and their names, types and contents are as naughty as fields. */
    private AbstractMockHttpServletRequestBuilder<?> request(Endpoint endpoint, Map<String, String> given) {
        var request = mvc.method(HttpMethod.valueOf(endpoint.method().name()));
        var files = endpoint.files();
        if (files.isEmpty()) {
            return request;
        }
        var parts = request.multipart();
        files.stream()
                .filter(given::containsKey)
                .forEach(field -> parts.file(NaughtyRequests.file(field, given.get(field))));
        return parts;
    }

    /** As the program does: a plan kept for any organisation takes minutes to close the figures of the root. */
    private void planForThemselves() {
        jdbc.sql("set local plan_cache_mode = force_custom_plan").update();
    }

    /** Asked of each page: looking for words one by one is many times faster than one pattern of them all. */
    private static boolean showsEntrails(String page) {
        return ENTRAILS.stream().anyMatch(page::contains)
                || (page.contains("\tat ") && FRAME.matcher(page).find());
    }

    /** The page without what was typed into it, which it may repeat. */
    private static String entrails(String page, Map<String, String> given) {
        var rest = page;
        for (var value : given.values()) {
            if (value.contains("java.lang")) {
                rest = rest.replace("java.lang", "");
            }
        }
        return rest;
    }

    private static String shown(Map<String, String> given) {
        return given.entrySet().stream()
                .map(one -> one.getKey() + "="
                        + one.getValue()
                                .substring(0, Math.min(30, one.getValue().length())))
                .toList()
                .toString();
    }

    private RequestPostProcessor visitor(Endpoint endpoint) {
        // Who reads sees a district: at the root each file to take out would hold everybody whom other tests left. The
        // file
        // on its way into the register is that of who writes.
        return endpoint.reads() && !endpoint.area().equals("imports")
                ? somebodyAt(sides.tree.east(), endpoint)
                : writer(endpoint);
    }

    private RequestPostProcessor writer(Endpoint endpoint) {
        return somebodyAt(sides.tree.root(), endpoint);
    }

    private RequestPostProcessor somebodyAt(OrganisationId place, Endpoint endpoint) {
        var permission = endpoint.permission();
        return permission == Permission.KEEP_ACCOUNTS
                ? signIn.asAdministrator()
                : signIn.as(permission == Permission.READ_AUDIT ? Role.AUDITOR : Role.BOARD, place);
    }
}

package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.partyregister.Endpoints.Endpoint;
import vn.partyregister.NaughtyRequests.Request;
import vn.partyregister.access.Role;
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

    private static final Pattern FIELD = Pattern.compile("<(?:input|select)\\b[^>]*\\sname=\"(\\w+)\"");

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
    private Map<String, List<String>> filters;
    private List<String> failures;

    @BeforeEach
    void sides() {
        sides = new Sides(orgs, signIn, jdbc, seal);
        filters = Endpoints.of(mapping).stream()
                .filter(endpoint -> endpoint.reads() && endpoint.readsWhateverComes() && !endpoint.sendsFile())
                .collect(Collectors.toMap(Endpoint::template, this::filter, (one, _) -> one));
        failures = Collections.synchronizedList(new ArrayList<>());
    }

    /** A sixth of the chosen ones where the same handler sends the same list on paper, and of the random ones for a file. */
    @Test
    void everyFieldTakesSixtyChosenStringsAndEveryEndpointFiveHundredRandomOnes() {
        assertThat(NaughtyStrings.ALL).hasSizeGreaterThanOrEqualTo(60);
        atEach((endpoint, requests) -> {
            var chosen = (endpoint.isPaperOfAList() ? requests.someChosen() : requests.chosen()).toList();
            var random = Math.max(AT_RANDOM - NaughtyRequests.randomBeside(chosen.size()), FIELDS_AT_RANDOM);
            chosen.forEach(request -> attempt(endpoint, request));
            requests.someChosenInVariables().forEach(request -> attempt(endpoint, request));
            requests.atRandom(endpoint.sendsFile() ? random / 6 : random)
                    .forEach(request -> attempt(endpoint, request));
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

    /** What the handler reads by name, and of a list whatever the filter of its page sends. */
    private List<String> fields(Endpoint endpoint) {
        var fields = new ArrayList<>(endpoint.parameters());
        if (endpoint.readsWhateverComes()) {
            var page = endpoint.page();
            var above = page.substring(0, page.lastIndexOf('/'));
            fields.addAll(filters.getOrDefault(page, filters.getOrDefault(above, List.of())));
        }
        return fields;
    }

    private List<String> filter(Endpoint page) {
        var answer = mvc.get()
                .uri(page.template(), Sides.fill(page, sides.inside))
                .with(visitor(page))
                .exchange();
        return FIELD.matcher(written(answer))
                .results()
                .map(found -> found.group(1))
                .toList();
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
                var request = mvc.method(HttpMethod.valueOf(endpoint.method().name()))
                        .uri(endpoint.template(), filled)
                        .with(csrf())
                        .with(anywhere)
                        .with(visitor);
                given.forEach((name, value) -> {
                    if (name.startsWith(NaughtyRequests.HEADER)) {
                        request.header(name.substring(NaughtyRequests.HEADER.length()), value);
                    } else if (name.startsWith(NaughtyRequests.COOKIE)) {
                        request.cookie(new Cookie(name.substring(NaughtyRequests.COOKIE.length()), value));
                    } else if (!name.equals(variable)) {
                        request.param(name, value);
                    }
                });
                var answer = request.exchange();
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
        var permission = endpoint.permission();
        if (permission == Permission.KEEP_ACCOUNTS) {
            return signIn.asAdministrator();
        }
        // Who reads sees a district: at the root each file to take out would hold everybody whom other tests left.
        var place = endpoint.reads() ? sides.tree.east() : sides.tree.root();
        return signIn.as(permission == Permission.READ_AUDIT ? Role.AUDITOR : Role.BOARD, place);
    }
}

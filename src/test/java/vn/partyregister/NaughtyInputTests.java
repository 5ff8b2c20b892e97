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
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
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
import vn.partyregister.access.Role;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Seal;

/** Whatever is typed into whichever field of whichever page: never a failure of the program, never its entrails. */
@RegisterTest
@NullUnmarked
class NaughtyInputTests {
    private static final long SEED = 20220430;
    private static final int VARIABLE_SHARE = 6;
    private static final Pattern FRAME = Pattern.compile("\\tat [\\w.$]+\\(");
    private static final List<String> ENTRAILS =
            List.of("java.lang.", "org.springframework", "PSQLException", "org.thymeleaf", "SQLSTATE");

    private static final String HEADER = "header ";
    private static final String COOKIE = "cookie ";

    /** What the program reads of each request, whichever endpoint it is sent to. */
    private static final List<String> EVERYWHERE = List.of(
            "lang",
            "kept",
            HEADER + "Accept-Language",
            HEADER + "Referer",
            HEADER + "Origin",
            HEADER + "X-Forwarded-For",
            COOKIE + "language",
            COOKIE + "register-last");

    private static final List<String> NAUGHTY = NaughtyStrings.ALL;

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

    /**
     * The chosen ones in all fields in turn, a sixth where the same handler sends the same list on paper; beside them, in
     * whatever every endpoint reads, the first of the random ones.
     */
    @Test
    void everyFieldTakesSixtyChosenStringsAndEveryEndpointFiveHundredRandomOnes() {
        assertThat(NAUGHTY).hasSizeGreaterThanOrEqualTo(60);
        atEach(endpoint -> {
            var fields = fields(endpoint);
            var random = random(endpoint);
            var turns =
                    fields.isEmpty() ? 0 : endpoint.isPaperOfAList() ? NAUGHTY.size() / VARIABLE_SHARE : NAUGHTY.size();
            for (var turn = 0; turn < turns; turn++) {
                attempt(endpoint, null, everywhere(chosen(fields, turn), random));
            }
            inSomeVariables(endpoint);
            var sent = turns * EVERYWHERE.size();
            randomly(endpoint, fields, random, Math.max(500 - sent, FIELDS_AT_RANDOM));
        });
    }

    @Test
    @Tag("soak")
    void everyFieldAloneTakesThemToo() {
        atEach(endpoint -> NAUGHTY.forEach(naughty -> {
            fields(endpoint).forEach(field -> attempt(endpoint, null, Map.of(field, naughty)));
            inEachVariable(endpoint, naughty);
        }));
    }

    @Test
    @Tag("soak")
    void everyEndpointTakesTenThousandRandomStrings() {
        atEach(endpoint -> randomly(endpoint, fields(endpoint), random(endpoint), 10_000));
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
        var fields = new LinkedHashSet<>(endpoint.parameters());
        if (endpoint.readsWhateverComes()) {
            var page = endpoint.page();
            var above = page.substring(0, page.lastIndexOf('/'));
            fields.addAll(filters.getOrDefault(page, filters.getOrDefault(above, List.of())));
        }
        return List.copyOf(fields);
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

    private static Map<String, String> chosen(List<String> fields, int turn) {
        var chosen = new HashMap<String, String>();
        for (var place = 0; place < fields.size(); place++) {
            chosen.put(fields.get(place), NAUGHTY.get((turn + place) % NAUGHTY.size()));
        }
        return chosen;
    }

    private static Map<String, String> everywhere(Map<String, String> given, Random random) {
        EVERYWHERE.forEach(name -> given.putIfAbsent(name, random(random)));
        return given;
    }

    private void inEachVariable(Endpoint endpoint, String naughty) {
        endpoint.variables().forEach(variable -> attempt(endpoint, variable, Map.of(variable, naughty)));
    }

    /** Variables of paths are all read by the same few converters: each gets a sixth of the strings, another each time. */
    private void inSomeVariables(Endpoint endpoint) {
        var first = Math.floorMod(endpoint.toString().hashCode(), VARIABLE_SHARE);
        for (var i = first; i < NAUGHTY.size(); i += VARIABLE_SHARE) {
            inEachVariable(endpoint, NAUGHTY.get(i));
        }
    }

    private static Random random(Endpoint endpoint) {
        return new Random(SEED ^ endpoint.toString().hashCode());
    }

    /**
     * A request carries many of them: in all fields in turn with a third of them, in one request of six in a variable of
     * the path, and in whatever every endpoint reads. A sixth where a file is sent, by the fields of its page.
     */
    private void randomly(Endpoint endpoint, List<String> fields, Random random, int strings) {
        var enough = endpoint.sendsFile() ? strings / VARIABLE_SHARE : strings;
        for (int sent = 0, turn = 0; sent < enough; turn++) {
            var given = everywhere(new HashMap<>(given(fields, turn, random)), random);
            var variables = endpoint.variables();
            var variable = variables.isEmpty() || turn % VARIABLE_SHARE != 0
                    ? null
                    : variables.get(random.nextInt(variables.size()));
            if (variable != null) {
                given.put(variable, random(random));
            }
            attempt(endpoint, variable, given);
            sent += given.size();
        }
    }

    private static Map<String, String> given(List<String> fields, int turn, Random random) {
        return fields.isEmpty() ? Map.of() : turn % 2 == 0 ? all(fields, random) : some(fields, random);
    }

    private static Map<String, String> all(List<String> fields, Random random) {
        var all = new HashMap<String, String>();
        fields.forEach(field -> all.put(field, random(random)));
        return all;
    }

    /** Each third of the fields, one of them at least. */
    private static Map<String, String> some(List<String> fields, Random random) {
        var some = new HashMap<String, String>();
        fields.stream().filter(field -> random.nextInt(3) == 0).forEach(field -> some.put(field, random(random)));
        if (some.isEmpty()) {
            some.put(fields.get(random.nextInt(fields.size())), random(random));
        }
        return some;
    }

    /** Writes in one lane, so that none waits for another that is rolled back too; whichever lane is free reads. */
    private void atEach(Consumer<Endpoint> work) {
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

    private static String random(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> NAUGHTY.get(random.nextInt(NAUGHTY.size()));
            case 1 -> Long.toString(random.nextLong() >> random.nextInt(64));
            case 2 ->
                random.ints(random.nextInt(40), 0, 0x10000)
                        .collect(
                                StringBuilder::new, (text, letter) -> text.append((char) letter), StringBuilder::append)
                        .toString();
            default ->
                random.ints(random.nextInt(20), 0x20, 0x7f)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
        };
    }

    /**
     * In a transaction that leaves nothing behind.
     *
     * @param variable the variable of the path that is naughty; null for none
     */
    private void attempt(Endpoint endpoint, String variable, Map<String, String> given) {
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
            try {
                var request = mvc.method(HttpMethod.valueOf(endpoint.method().name()))
                        .uri(endpoint.template(), filled)
                        .with(csrf())
                        .with(anywhere)
                        .with(visitor);
                given.forEach((name, value) -> {
                    if (name.startsWith(HEADER)) {
                        request.header(name.substring(HEADER.length()), value);
                    } else if (name.startsWith(COOKIE)) {
                        request.cookie(new Cookie(name.substring(COOKIE.length()), value));
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

package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;
import vn.partyregister.access.Role;
import vn.partyregister.member.MemberId;

/**
 * Eight clerks, each in a session of their own, send forms about the same members and organisations at once: whatever was
 * accepted stands, once; whatever was refused is told; nobody meets a deadlock or an error of the program.
 */
@RegisterTest
@NullUnmarked
class ClerksOverHttpTests {
    private static final int CLERKS = 8;
    private static final int ACTS = 5;
    private static final int MEMBERS = 4;
    private static final int TAKEN = 302;
    private static final int REFUSED = 409;
    private static final int GONE = 404;
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern FIELD = Pattern.compile("name=\"((?:since|work)\\.\\d+|mark)\" value=\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private final AtomicInteger entries = new AtomicInteger();
    private final AtomicInteger edits = new AtomicInteger();
    private final AtomicInteger transfers = new AtomicInteger();
    private final AtomicInteger numbers = new AtomicInteger(8000);
    private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
    private Orgs.Tree tree;
    private List<MemberId> members = List.of();

    @BeforeEach
    void membersOfTwoDistricts() {
        tree = orgs.tree();
        members = IntStream.range(0, MEMBERS)
                .mapToObj(number -> people.add(number % 2 == 0 ? tree.eastCell() : tree.westCell(), person -> person))
                .toList();
    }

    @Test
    void whatWasAcceptedStandsOnceAndWhatWasRefusedWasTold() throws Exception {
        var clerks = new ArrayList<Callable<@Nullable Void>>();
        for (var number = 0; number < CLERKS; number++) {
            var account = account();
            var random = new Random(number);
            clerks.add(() -> {
                var clerk = new Clerk(account.username());
                for (var act = 0; act < ACTS; act++) {
                    act(clerk, random);
                }
                return null;
            });
        }
        try (var all = Executors.newFixedThreadPool(CLERKS)) {
            for (var one : all.invokeAll(clerks)) {
                one.get(1, TimeUnit.MINUTES);
            }
        }
        assertThat(count("select count(*) from membership.movement where member_id = any(:members)"))
                .as("%s", answers)
                .isEqualTo(MEMBERS + entries.get());
        assertThat(count("select count(*) from membership.standing_out_of_step where member_id = any(:members)"))
                .isZero();
        assertThat(count("""
                        select count(*) from membership.standing one join membership.standing other
                        on other.member_id = one.member_id and lower(other.valid) > lower(one.valid) and other.valid && one.valid
                        where one.member_id = any(:members)
                        """)).isZero();
        assertThat(count("""
                        select count(*) from membership.headcount_out_of_step h
                        where h.organisation_id in (select to_organisation_id from membership.movement where member_id = any(:members))
                        """)).isZero();
        assertThat(count("select count(*) from transfer.transfer where member_id = any(:members)"))
                .isEqualTo(transfers.get());
        // each edit added one line to those that were there: none of them took another's away
        assertThat(count("select count(*) from member.career where member_id = any(:members)"))
                .isEqualTo(edits.get());
        assertThat(count("select count(*) from member.amendment where member_id = any(:members)"))
                .isEqualTo(edits.get());
        assertThat(entries.get()).isPositive();
        assertThat(edits.get()).isPositive();
        assertThat(transfers.get()).isPositive();
        assertThat(answers.keySet())
                .allMatch(answer ->
                        answer.endsWith(" " + TAKEN) || answer.endsWith(" " + REFUSED) || answer.endsWith(" " + GONE));
    }

    private void act(Clerk clerk, Random random) throws Exception {
        var member = members.get(random.nextInt(MEMBERS));
        switch (random.nextInt(6)) {
            case 0, 1 -> {
                var moved = clerk.send("move", "/members/" + member + "/movements/TRANSFERRED", moving(random));
                entries.addAndGet(moved == TAKEN ? 1 : 0);
            }
            case 2 -> {
                var reversed = clerk.send(
                        "reverse",
                        "/members/" + member + "/entries/" + last(member) + "/reversal",
                        Map.of("reason", "nhầm"));
                entries.addAndGet(reversed == TAKEN ? 1 : 0);
            }
            case 3, 4 -> edits.addAndGet(addsALine(clerk, member) == TAKEN ? 1 : 0);
            default -> {
                var asked = clerk.send("transfer", "/members/" + member + "/transfers/new", leaving());
                transfers.addAndGet(asked == TAKEN ? 1 : 0);
            }
        }
    }

    private Map<String, String> moving(Random random) {
        var to = List.of(tree.eastCell(), tree.otherEastCell(), tree.westCell()).get(random.nextInt(3));
        return Map.of(
                "day",
                "30/04/2022",
                "organisation",
                orgs.name(to),
                "ground",
                "WORK",
                "number",
                numbers.incrementAndGet() / 2 + "-QĐ/HU",
                "decidedOn",
                "30/04/2022",
                "issuer",
                orgs.name(tree.root()));
    }

    private static Map<String, String> leaving() {
        return Map.of(
                "kind", "OFFICIAL",
                "elsewhere", "Đảng bộ tỉnh khác",
                "ground", "WORK",
                "decidedOn", "30/04/2022",
                "requestedOn", "30/04/2022");
    }

    /** Reads the lines of a career and sends them back with one more. */
    private int addsALine(Clerk clerk, MemberId member) throws Exception {
        var address = "/members/" + member + "/sections/CAREER";
        var fields = FIELD.matcher(clerk.page(address))
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> HtmlUtils.htmlUnescape(found.group(2))));
        var lines = fields.keySet().stream()
                .filter(field -> field.startsWith("work."))
                .count();
        fields.put("since." + lines, String.valueOf(1990 + lines));
        fields.put("work." + lines, "Việc " + numbers.incrementAndGet());
        fields.put("ground", "ENTRY");
        return clerk.send("edit", address, fields);
    }

    private UUID last(MemberId member) {
        return jdbc.sql(
                        "select id from membership.told where member_id = :id order by effective_on desc, recorded desc limit 1")
                .param("id", member.id())
                .query((row, _) -> row.getObject("id", UUID.class))
                .optional()
                .orElseGet(UUID::randomUUID);
    }

    private int count(String sql) {
        return jdbc.sql(sql)
                .param("members", members.stream().map(MemberId::id).toArray(UUID[]::new))
                .query(Integer.class)
                .single();
    }

    /** Somebody of their own who may write of the whole register. */
    private SignIn.Account account() {
        var account = signIn.account(Role.CLERK, orgs.tree().eastCell());
        signIn.grant(account, Role.CLERK, tree.root());
        return account;
    }

    /** Somebody at a browser, signed in. */
    private final class Clerk {
        private final HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        private String token = "";

        private Clerk(String username) throws IOException, InterruptedException {
            keepToken(page("/sign-in"));
            var answer = post("/sign-in", Map.of("username", username, "password", SignIn.PASSWORD));
            assertThat(answer.headers().firstValue("Location").orElse("failed")).doesNotContain("failed");
            keepToken(page("/members/" + members.getFirst() + "/movements/TRANSFERRED"));
        }

        private void keepToken(String page) {
            var found = TOKEN.matcher(page);
            assertThat(found.find()).isTrue();
            token = found.group(1);
        }

        String page(String address) throws IOException, InterruptedException {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                    .body();
        }

        int send(String what, String address, Map<String, String> fields) throws IOException, InterruptedException {
            var status = post(address, fields).statusCode();
            answers.computeIfAbsent(what + " " + status, _ -> new AtomicInteger())
                    .incrementAndGet();
            return status;
        }

        private HttpResponse<Void> post(String address, Map<String, String> fields)
                throws IOException, InterruptedException {
            var body = fields.entrySet().stream()
                    .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                    .collect(Collectors.joining("&", "_csrf=" + encoded(token) + "&", ""));
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}

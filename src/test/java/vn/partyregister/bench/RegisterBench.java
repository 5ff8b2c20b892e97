package vn.partyregister.bench;

import static vn.partyregister.bench.Timing.written;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.SampleTest;
import vn.partyregister.platform.BusinessDay;

/** The budgets of the design on the whole sample: each figure beside a floor of the same run. */
@SampleTest
@Import(BarePages.class)
@Tag("bench")
class RegisterBench {
    private static final int WARM_UPS = 500;
    private static final int RUNS = 300;
    private static final double SMALL_PAGE = 10;
    private static final int USERS = 8;
    private static final int VISITS = 400;

    @LocalServerPort
    int port;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BusinessDay businessDay;

    private final Report report = new Report("figures");
    private Floor floor;

    @BeforeEach
    void laidOnTheSameDatabase() {
        floor = new Floor(database);
    }

    @Test
    void theFiguresOfTheDesign() throws Exception {
        var board = new SignedInBrowser(port, "board");
        var bareList = bare(board, "/bare/list");
        var bareSearch = bare(board, "/bare/search");
        floors(bareList, bareSearch);
        page("member list of the province", board, "/members", bareList);
        page("search of a name", board, "/members?q=nguyen+van", bareSearch);
        var person = anybody();
        page("member file", board, "/members/" + person, bare(board, "/bare/person/" + person));
        var district = district();
        page("organisation page", board, "/organisations/" + district, bare(board, "/bare/organisation/" + district));
        page("tree of organisations", board, "/organisations", bare(board, "/bare/below/" + home("board")));
        asAt(board);
        listOf("list of a district's clerk", "clerk", board);
        listOf("list of a cell", "secretary", board);
        home(board);
        statistics(board);
        badgeCandidates(board);
        manyAtOnce("member list", "/members", "/bare/list");
        manyAtOnce("search of a name", "/members?q=nguyen+van", "/bare/search");
        manyAtOnce("member file", "/members/" + person, "/bare/person/" + person);
        manyAtOnce("organisation page", "/organisations/" + district, "/bare/organisation/" + district);
        weights(board, "the member list", "/members");
        weights(board, "home", "/");
        report.write();
    }

    private static Timing bare(SignedInBrowser who, String address) throws Exception {
        return Timing.of(WARM_UPS, RUNS, () -> who.ask(address));
    }

    private void listOf(String work, String account, SignedInBrowser board) throws Exception {
        page(work, new SignedInBrowser(port, account), "/members", bare(board, "/bare/members/" + home(account)));
    }

    private void asAt(SignedInBrowser board) throws Exception {
        var now = bare(board, "/members").median();
        var past = bare(board, "/members?asAt=2020-06-30");
        report.line(
                "member list as at a past day",
                "p50 %s, p99 %s".formatted(written(past.median()), written(past.p99())),
                written(now) + " the list of today",
                "p50 ≤ " + written(2 * now),
                past.median() <= 2 * now);
        var differences = Timing.of(20, 50, () -> board.ask("/members/differences?from=2020-12-31&to=2021-12-31"));
        report.line(
                "differences of the province in a year",
                "p50 " + written(differences.median()),
                "–",
                "≤ 500 ms",
                differences.median() <= 500);
    }

    private void floors(Timing bareList, Timing bareSearch) throws Exception {
        var day = businessDay.today();
        var list = Timing.of(50, RUNS, () -> {
            floor.query(BarePages.LIST, day, day);
            floor.query(BarePages.COUNT, day);
        });
        var search = Timing.of(50, RUNS, () -> floor.query(BarePages.SEARCH, day));
        var person = UUID.fromString(anybody());
        var one = Timing.of(50, RUNS, () -> floor.query(BarePages.ONE, person));
        report.line(
                "floor: list of 50 with count",
                written(bareList.median()) + " bare page",
                written(list.median()) + " plain JDBC",
                "–",
                true);
        report.line(
                "floor: name search",
                written(bareSearch.median()) + " bare page",
                written(search.median()) + " plain JDBC",
                "–",
                true);
        report.line("floor: one person", "–", written(one.median()) + " plain JDBC", "–", true);
    }

    private void page(String work, SignedInBrowser who, String address, Timing bare) throws Exception {
        var taken = Timing.of(WARM_UPS, RUNS, () -> who.ask(address));
        var budget = Math.max(SMALL_PAGE, 3 * bare.median());
        report.line(
                work,
                "p50 %s, p99 %s".formatted(written(taken.median()), written(taken.p99())),
                written(bare.median()),
                "p50 ≤ " + written(budget),
                taken.median() <= budget);
    }

    private void home(SignedInBrowser board) throws Exception {
        var taken = Timing.of(100, 100, () -> board.ask("/"));
        var day = businessDay.today();
        var bare = Timing.of(
                20,
                50,
                () -> floor.query(
                        "select s.status, m.sex, m.ethnicity, count(*) from membership.standing s join member.member m"
                                + " on m.id = s.member_id where s.valid @> cast(? as date) group by 1, 2, 3",
                        day));
        report.line(
                "home of the province",
                "p50 " + written(taken.median()),
                written(bare.median()) + " one grouping",
                "≤ 60 ms",
                taken.median() <= 60);
        var anew = Timing.each(this::somethingChanges, 20, 50, () -> board.ask("/"));
        report.line(
                "home of the province, first visit after a write",
                "p50 " + written(anew.median()),
                written(bare.median()) + " one grouping",
                "≤ 60 ms",
                anew.median() <= 60);
    }

    private void statistics(SignedInBrowser board) throws Exception {
        var year = businessDay.today().getYear() - 1;
        var bare = Timing.of(
                20,
                50,
                () -> floor.query(
                        "select kind, count(*) from membership.told where effective_on between ? and ? group by kind",
                        LocalDate.of(year, 1, 1),
                        LocalDate.of(year, 12, 31)));
        for (var form : List.of("1", "2", "2B")) {
            var address = "/statistics/%s?from=%d-01-01&to=%d-12-31".formatted(form, year, year);
            var anew = Timing.each(this::somethingChanges, 20, 50, () -> board.ask(address));
            report.line(
                    "form %s of the province for a year, first visit after a write".formatted(form),
                    "p50 " + written(anew.median()),
                    written(bare.median()) + " counting the entries by kind",
                    "≤ 500 ms",
                    anew.median() <= 500);
        }
    }

    private void badgeCandidates(SignedInBrowser board) throws Exception {
        var taken = Timing.of(20, 50, () -> board.ask("/recognition"));
        var day = businessDay.today();
        var bare = Timing.of(
                20,
                50,
                () -> floor.query(
                        "select count(*) from membership.standing s join member.member m on m.id = s.member_id"
                                + " where s.valid @> cast(? as date) and s.status = 'OFFICIAL'"
                                + " and coalesce(m.decided_on, m.joined_on) <= cast(? as date) - interval '30 years'",
                        day,
                        day));
        report.line(
                "badge candidates of the province",
                "p50 " + written(taken.median()),
                written(bare.median()) + " counting who joined thirty years ago",
                "≤ 500 ms",
                taken.median() <= 500);
    }

    /** Changes no member, but says that some may have changed: no kept figure holds any longer. */
    private void somethingChanges() {
        jdbc.sql("update member.member set version = version where false").update();
    }

    private void manyAtOnce(String work, String page, String barePage) throws Exception {
        var bare = crowd(barePage);
        var crowd = crowd(page);
        report.line(
                work + ", 8 users",
                "%.0f pages/s, p50 %s, p99 %s"
                        .formatted(
                                crowd.rate(),
                                written(crowd.each().median()),
                                written(crowd.each().p99())),
                "%.0f bare pages/s, client and server on the same cores".formatted(bare.rate()),
                "≥ 200 pages/s, p99 ≤ 5 × p50",
                crowd.rate() >= 200 && crowd.each().p99() <= 5 * crowd.each().median());
    }

    private Crowd crowd(String page) throws Exception {
        var taken = new ArrayList<Future<double[]>>();
        var start = System.nanoTime();
        try (var crowd = Executors.newFixedThreadPool(USERS)) {
            for (var user = 0; user < USERS; user++) {
                taken.add(crowd.submit(() -> {
                    var browser = new SignedInBrowser(port, "board");
                    return Timing.of(0, VISITS, () -> browser.ask(page)).sorted();
                }));
            }
        }
        var seconds = (System.nanoTime() - start) / 1e9;
        return new Crowd(
                USERS * VISITS / seconds,
                new Timing(taken.stream()
                        .flatMapToDouble(one -> Arrays.stream(one.resultNow()))
                        .sorted()
                        .toArray()));
    }

    /** @param rate pages a second */
    private record Crowd(double rate, Timing each) {}

    /** What travels to a browser that has never been here, and to one that has what seldom changes. */
    private void weights(SignedInBrowser board, String work, String address) throws Exception {
        var page = board.weight(address);
        var first = page;
        for (var asset : board.get(address).body().split("\"")) {
            if (asset.matches("/(webjars|app)/.*\\.(css|js|svg)")) {
                first += board.weight(asset);
            }
        }
        report.line(
                "weight of %s, first visit".formatted(work),
                "%,d bytes".formatted(first),
                "%,d bytes the page alone".formatted(page),
                "≤ 150 KB",
                first <= 150 * 1024);
        report.line(
                "weight of %s, after".formatted(work), "%,d bytes".formatted(page), "–", "≤ 30 KB", page <= 30 * 1024);
    }

    private String anybody() {
        return jdbc.sql("select id::text from member.member order by id limit 1 offset 1000")
                .query(String.class)
                .single();
    }

    /** The organisation where an account of the sample works. */
    private String home(String account) {
        return jdbc.sql("""
                        select g.organisation_id::text from access.account a
                        join access.grant_of_role g on g.account_id = a.id where a.username = :account
                        """).param("account", account).query(String.class).single();
    }

    private String district() {
        return jdbc.sql("select organisation_id::text from organisation.organisation_version"
                        + " where type = 'DB_HUYEN' order by name limit 1")
                .query(String.class)
                .single();
    }
}

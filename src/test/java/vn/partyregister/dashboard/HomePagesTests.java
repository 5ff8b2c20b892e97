package vn.partyregister.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.util.HtmlUtils;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.Statements;
import vn.partyregister.access.Role;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Scope;

@RegisterTest
class HomePagesTests {
    private static final LocalDate TODAY = LocalDate.of(2022, 4, 30);
    private static final Pattern FIGURE =
            Pattern.compile("<a href=\"(/(?:members|organisations)[^\"]*)\">([\\d.]+)</a>");
    /** What holds figures: a head, or a cell of numbers. */
    private static final Pattern HOLDER = Pattern.compile("(?s)<dd>.*?</dd>|<td [^>]*class=\"number\"[^>]*>.*?</td>");

    private static final Pattern LINK = Pattern.compile("(?s)<a href=\"[^\"]+\">.*?</a>");
    private static final Pattern TAG = Pattern.compile("<[^>]+>");
    private static final Pattern SHARE = Pattern.compile("|[\\d.,]+ %|[\\d.,]+\u00a0%");
    private static final Pattern TOTAL = Pattern.compile("\\d+–\\d+ trong ([\\d.]+)");
    private static final List<Integer> BIRTHDAYS =
            List.of(18, 30, 31, 35, 36, 40, 41, 45, 46, 50, 51, 55, 56, 60, 61, 90);

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private Home home;

    private Orgs.Tree tree;
    private RequestPostProcessor clerk;
    private final List<Known> known = new ArrayList<>();

    /** Sixty people of every sort, on and around each edge of the age bands. */
    @BeforeEach
    void aDistrict() {
        tree = orgs.tree();
        clerk = signIn.as(Role.CLERK, tree.east());
        var company = orgs.add("Chi bộ công ty", "CB_CS", "DOANH_NGHIEP", tree.east());
        var random = new Random(5);
        for (var number = 0; number < 60; number++) {
            var cell = List.of(tree.eastCell(), tree.otherEastCell(), company).get(number % 3);
            var born =
                    TODAY.minusYears(BIRTHDAYS.get(number % BIRTHDAYS.size())).plusDays(number % 2);
            var late = number % 5 == 0 && born.isBefore(LocalDate.of(1995, 1, 1));
            var joined = late ? LocalDate.of(2019 + number % 4, 3, 1) : born.plusYears(10);
            add(
                    cell,
                    new Known(
                            cell,
                            born,
                            random.nextInt(3) == 0,
                            random.nextInt(4) == 0,
                            random.nextInt(6) == 0,
                            joined,
                            number % 7 != 0));
        }
        var gone = people.add(tree.eastCell(), person -> person.joined(LocalDate.of(2021, 3, 1), null));
        people.died(gone, tree.eastCell(), LocalDate.of(2022, 1, 2));
        people.add(tree.westCell(), person -> person.woman().of("KHMER", "NONE"));
    }

    private void add(OrganisationId cell, Known one) {
        known.add(one);
        people.add(cell, person -> {
            var told = person.born(one.born)
                    .joined(
                            one.joined,
                            one.official
                                    ? one.joined.plusYears(1).isAfter(TODAY) ? TODAY : one.joined.plusYears(1)
                                    : null);
            told = one.woman ? told.woman() : told;
            told = one.khmer ? told.of("KHMER", "BUDDHISM") : told;
            told = one.exempt ? told.exempt(TODAY) : told;
            return known.size() % 2 == 0 ? told.educated("UPPER_SECONDARY", "UNIVERSITY", null) : told;
        });
    }

    @Test
    void everyFigureOpensTheListOfThatMany() {
        var seen = new HashSet<String>();
        FIGURE.matcher(body("/")).results().forEach(figure -> {
            if (seen.add(figure.group(1))) {
                assertThat(total(HtmlUtils.htmlUnescape(figure.group(1))))
                        .as(figure.group(1))
                        .isEqualTo(figure.group(2));
            }
        });
        assertThat(seen).hasSizeGreaterThan(35).anyMatch(address -> address.startsWith("/organisations"));
    }

    /** A number that stands alone is one that nobody can check. */
    @Test
    void everyNumberThatIsNoShareIsALink() {
        for (var address : List.of("/", "/?asAt=2020-06-30", "/?organisation=" + tree.eastCell())) {
            var page = body(address);
            var numbers = HOLDER.matcher(page)
                    .results()
                    .map(MatchResult::group)
                    .map(holder -> LINK.matcher(holder).replaceAll(""))
                    .map(holder -> TAG.matcher(holder).replaceAll(" ").strip())
                    .toList();
            assertThat(numbers)
                    .as(address)
                    .hasSizeGreaterThan(20)
                    .allMatch(left -> SHARE.matcher(left).matches());
        }
    }

    @Test
    void underEachChartStandsTheTableThatHoldsItsFigures() {
        var page = body("/");
        var tables = Pattern.compile("<table [^>]*\\bid=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(table -> table.group(1))
                .toList();
        assertThat(Pattern.compile("<canvas [^>]*data-figures=\"([^\"]+)\"")
                        .matcher(page)
                        .results()
                        .map(canvas -> canvas.group(1)))
                .hasSize(7)
                .allSatisfy(figures -> assertThat(tables).contains(figures));
    }

    @Test
    void everyFigureOfAPastDayOpensTheListOfThatDay() {
        var figures = FIGURE.matcher(body("/?asAt=2020-06-30")).results().toList();
        assertThat(figures)
                .hasSizeGreaterThan(30)
                .allSatisfy(figure -> assertThat(total(HtmlUtils.htmlUnescape(figure.group(1))))
                        .as(figure.group(1))
                        .isEqualTo(figure.group(2)));
    }

    @Test
    void theFiguresAreThoseOfAPlainCount() {
        var page = page(tree.east());
        assertThat(page.heads())
                .extracting(HomePage.Line::count)
                .containsExactly(
                        count(_ -> true),
                        count(Known::official),
                        count(one -> !one.official),
                        count(Known::exempt),
                        count(Known::woman),
                        count(Known::khmer));
        assertThat(table(page, "ages"))
                .extracting(HomePage.Line::count)
                .containsExactly(
                        aged(18, 30),
                        aged(31, 35),
                        aged(36, 40),
                        aged(41, 45),
                        aged(46, 50),
                        aged(51, 55),
                        aged(56, 60),
                        aged(61, 150));
        assertThat(table(page, "kinds")).extracting(HomePage.Line::count).containsExactly(40L, 20L);
        assertThat(table(page, "educations"))
                .extracting(HomePage.Line::count)
                .filteredOn(count -> count > 0)
                .containsExactly(30L, 30L);
        assertThat(table(page, "admissions").getLast().count()).isEqualTo(count(one -> one.joined.getYear() == 2022));
    }

    @Test
    void theChildrenSumToTheirParent() {
        var page = page(tree.east());
        for (var column : List.<ToLongFunction<HomePage.Child>>of(
                child -> child.members().count(),
                child -> child.women().count(),
                child -> child.minority().count(),
                child -> child.exempt().count(),
                child -> child.admitted().count())) {
            assertThat(page.children().stream().mapToLong(column).sum()).isEqualTo(column.applyAsLong(page.sum()));
        }
        for (var table : page.tables()) {
            if (!List.of("admissions", "organisations").contains(table.key())) {
                assertThat(table.lines().stream()
                                .mapToLong(HomePage.Line::count)
                                .sum())
                        .as(table.key())
                        .isEqualTo(60);
            }
        }
    }

    /** One is itself, one may be above it: the comparison has room for the rest of three hundred. */
    @Test
    void whatAComparisonHasNoRoomForIsNamedAndOpens() {
        var wide = orgs.add("Đảng bộ rất rộng", "DB_CS", "XA", tree.east());
        for (var number = 1; number <= 301; number++) {
            orgs.add("Chi bộ rộng " + number, "CB_TT", null, wide);
        }
        var page = body("/?organisation=" + wide);
        var compared =
                Pattern.compile("Chi bộ rộng \\d+</a>").matcher(page).results().count();
        assertThat(compared).isEqualTo(298);
        assertThat(page)
                .containsPattern("không có chỗ trong bảng[^<]*</span>\\s*<a href=\"/organisations\\?organisation="
                        + wide + "\">3</a>");
        assertThat(total("/organisations?organisation=" + wide)).isEqualTo("301");
        assertThat(body("/")).doesNotContain("không có chỗ trong bảng");
    }

    @Test
    void oneStepsDownToACellAndNotOutOfTheScope() {
        assertThat(body("/?organisation=" + tree.eastBase())).contains("/?organisation=" + tree.eastCell());
        assertThat(body("/?organisation=" + tree.eastCell())).contains("Chi bộ ấp Đông 1");
        assertThat(mvc.get().uri("/?organisation=" + tree.west()).with(clerk)).hasStatus(404);
        assertThat(mvc.get().uri("/?organisation=" + tree.root()).with(clerk)).hasStatus(404);
        assertThat(body("/?asAt=31/02/2022&organisation=x")).contains("Không đọc được");
    }

    @Test
    void anAdministratorIsSentToTheAccounts() {
        assertThat(mvc.get().uri("/").with(signIn.asAdministrator()))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/accounts");
    }

    @Test
    void thePageAsksAsOftenForADistrictAsForACell() throws Exception {
        people.add(tree.eastCell(), UnaryOperator.identity());
        var districtAnew = Statements.of(() -> body("/"));
        var district = Statements.of(() -> body("/"));
        people.add(tree.eastCell(), UnaryOperator.identity());
        var cellAnew = Statements.of(() -> body("/?organisation=" + tree.eastCell()));
        var cell = Statements.of(() -> body("/?organisation=" + tree.eastCell()));
        assertThat(cell).hasSameSizeAs(district).hasSizeLessThanOrEqualTo(9);
        assertThat(cellAnew).hasSizeLessThanOrEqualTo(13);
        assertThat(districtAnew).hasSizeLessThanOrEqualTo(13);
    }

    private HomePage page(OrganisationId organisation) {
        return home.page(organisation, Scope.EVERYTHING, TODAY, TODAY, Locale.of("vi"));
    }

    private static List<HomePage.Line> table(HomePage page, String key) {
        return page.tables().stream()
                .filter(table -> table.key().equals(key))
                .findFirst()
                .orElseThrow()
                .lines();
    }

    private long count(Predicate<Known> which) {
        return known.stream().filter(which).count();
    }

    /** Completed years, counted as people count them: one more on each birthday. */
    private long aged(int from, int to) {
        return count(one -> {
            var age = TODAY.getYear()
                    - one.born.getYear()
                    - (TODAY.getMonthValue() * 100 + TODAY.getDayOfMonth()
                                    < one.born.getMonthValue() * 100 + one.born.getDayOfMonth()
                            ? 1
                            : 0);
            return from <= age && age <= to;
        });
    }

    private String total(String address) {
        var body = body(address);
        var total = TOTAL.matcher(body);
        return total.find() ? Objects.requireNonNull(total.group(1)) : "0";
    }

    private String body(String address) {
        var answer = mvc.get().uri(java.net.URI.create(address)).with(clerk).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private record Known(
            OrganisationId cell,
            LocalDate born,
            boolean woman,
            boolean khmer,
            boolean exempt,
            LocalDate joined,
            boolean official) {}
}

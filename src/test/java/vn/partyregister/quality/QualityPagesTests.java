package vn.partyregister.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.util.HtmlUtils;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.Statements;
import vn.partyregister.access.Role;
import vn.partyregister.member.Check;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Scope;

@RegisterTest
class QualityPagesTests {
    private static final LocalDate TODAY = LocalDate.of(2022, 4, 30);
    private static final Pattern FIGURE = Pattern.compile("<a href=\"(/quality/[^\"]*)\">([\\d.]+)</a>");
    private static final Pattern TOTAL = Pattern.compile("\\d+–\\d+ trong ([\\d.]+)");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private Quality quality;

    @Autowired
    private Trend trend;

    @Autowired
    private JdbcClient jdbc;

    private Orgs.Tree tree;
    private RequestPostProcessor clerk;
    private MemberId twin;

    @BeforeEach
    void aDistrict() {
        tree = orgs.tree();
        clerk = signIn.as(Role.CLERK, tree.east());
        var born = LocalDate.of(1960, 1, 1).plusDays(System.nanoTime() % 3000);
        var name = "Thạch Sa Vươn";
        twin = people.add(tree.eastCell(), person -> person.named(name).born(born));
        people.add(tree.otherEastCell(), person -> person.named(name).born(born));
        var mark = Long.toString(System.nanoTime() % 1_000_000_000);
        people.add(
                tree.otherEastCell(),
                person -> person.named("Trần Văn " + mark).numbered("X" + mark, "cũ", mark + "TV", "084" + mark));
        people.add(tree.westCell(), this::unlikeAnybody);
    }

    @Test
    void everyFigureOpensTheListOfThatMany() {
        for (var address :
                new String[] {"/quality", "/quality?topic=DUPLICATES", "/quality?organisation=" + tree.eastBase()}) {
            var figures = FIGURE.matcher(body(address)).results().toList();
            assertThat(figures).hasSizeGreaterThan(10).allSatisfy(figure -> {
                var list = body(HtmlUtils.htmlUnescape(figure.group(1)));
                var total = TOTAL.matcher(list);
                assertThat(total.find() ? total.group(1) : "0")
                        .as(figure.group(1))
                        .isEqualTo(figure.group(2));
            });
        }
    }

    @Test
    void theChildrenSumToTheirParent() {
        for (var topic : Check.Topic.values()) {
            var page = page(tree.east(), topic);
            for (var column = 0; column < page.columns().size(); column++) {
                var at = column;
                assertThat(page.children().stream()
                                .mapToLong(child -> child.figures().get(at).count())
                                .sum())
                        .isEqualTo(page.sum().figures().get(at).count())
                        .isEqualTo(page.columns().get(at).count());
            }
            assertThat(page.members()).isEqualTo(3);
            assertThat(page.toMend()).isEqualTo(3);
        }
    }

    @Test
    void aRowLeadsToTheSectionThatMendsItForWhoMayWriteAndToTheFileForWhoReads() {
        var address = "/quality/same-name-and-birth";
        assertThat(body(address))
                .contains(
                        "Trùng họ tên và sinh ngày",
                        "1–2 trong 2",
                        "/members/" + twin + "/sections/IDENTITY",
                        "Cấp ủy cơ sở");
        assertThat(mvc.get().uri(address).locale(Locale.of("vi")).with(signIn.as(Role.INSPECTOR, tree.east())))
                .hasStatusOk()
                .bodyText()
                .contains("/members/" + twin + "#IDENTITY")
                .doesNotContain("/sections/");
    }

    @Test
    void theListIsOrderedAndLeavesAsAFileWithWhatToDo() {
        assertThat(body("/quality/same-name-and-birth.csv?sort=organisation,desc"))
                .contains("Thạch Sa Vươn", "Đối chiếu hai hồ sơ", "Cấp ủy cơ sở");
        assertThat(body("/quality/same-name-and-birth?sort=organisation,desc")).contains("aria-sort=\"descending\"");
        assertThat(body("/quality/same-name-and-birth?sort=x&page=y")).contains("Không đọc được");
    }

    @Test
    void whatIsOutsideTheScopeIsNotThereNorIsAnUnknownCheck() {
        assertThat(mvc.get().uri("/quality?organisation=" + tree.west()).with(clerk))
                .hasStatus(404);
        assertThat(mvc.get().uri("/quality?organisation=" + tree.root()).with(clerk))
                .hasStatus(404);
        assertThat(mvc.get()
                        .uri("/quality/missing-file_number?organisation=" + tree.west())
                        .with(clerk))
                .hasStatus(404);
        assertThat(mvc.get().uri("/quality/no-such-check").with(clerk)).hasStatus(404);
        assertThat(body("/quality?topic=NOTHING")).contains("Không đọc được");
    }

    @Test
    void aCheckThatFindsNobodySaysSoAndAWholeOrganisationIsPraised() {
        assertThat(body("/quality/card-before-joining")).contains("Không có ai trong danh sách này");
        assertThat(mvc.get()
                        .uri("/quality")
                        .locale(Locale.of("vi"))
                        .with(signIn.as(Role.CLERK, orgs.add("Đảng bộ mới", "DB_HUYEN", null, tree.root()))))
                .hasStatusOk()
                .bodyText()
                .contains("Mọi hồ sơ đều đủ và đúng");
    }

    @Test
    void aDayThatIsKeptStaysAndShowsBesideToday() {
        var day = jdbc.sql("select coalesce(max(day) + 1, cast(:first as date)) from quality.day")
                .param("first", TODAY.minusDays(1000))
                .query(LocalDate.class)
                .single();
        trend.keep(day);
        var kept = page(tree.east(), null).trend().getFirst();
        people.add(tree.eastCell(), this::unlikeAnybody);
        trend.keep(day);
        assertThat(page(tree.east(), null).trend())
                .containsExactly(kept, new Trend.Day(TODAY, 4, 4))
                .first()
                .returns(day, Trend.Day::day);
        assertThat(page(tree.east(), null).topics().get(Check.Topic.DUPLICATES))
                .filteredOn(line -> line.check().key().equals("same-name-and-birth"))
                .extracting(QualityPage.Line::before)
                .containsExactly(kept.members() == 0 ? 0L : 2L);
        assertThat(page(tree.eastBase(), null).trend()).hasSize(1);
        assertThat(body("/quality"))
                .contains("Ngày " + Dates.write(day) + "</th>", "data-figures=\"trend-figures\"", "data-value=\"4\"");
    }

    @Test
    void thePageAsksAsOftenForADistrictAsForACell() throws Exception {
        people.add(tree.eastCell(), this::unlikeAnybody);
        var district = Statements.of(() -> body("/quality"));
        people.add(tree.eastCell(), this::unlikeAnybody);
        var cell = Statements.of(() -> body("/quality?organisation=" + tree.eastCell()));
        assertThat(district).hasSize(cell.size());
        people.add(tree.eastCell(), this::unlikeAnybody);
        var one = Statements.of(() -> body("/quality/missing-file_number"));
        var many = Statements.of(() -> body("/quality/missing-citizen_number"));
        assertThat(many).hasSize(one.size());
    }

    private People.Person unlikeAnybody(People.Person ordinary) {
        return ordinary.named("Lê Văn " + System.nanoTime());
    }

    private QualityPage page(OrganisationId organisation, Check.@Nullable Topic topic) {
        return quality.page(organisation, topic, Scope.EVERYTHING, TODAY);
    }

    private String body(String address) {
        var answer = mvc.get().uri(address).locale(Locale.of("vi")).with(clerk).exchange();
        assertThat(answer).hasStatusOk();
        return new String(Objects.requireNonNull(answer.getResponse().getContentAsByteArray()), StandardCharsets.UTF_8);
    }
}

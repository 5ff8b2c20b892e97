package vn.partyregister.membership.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.Statements;
import vn.partyregister.access.Role;
import vn.partyregister.member.Ground;
import vn.partyregister.member.MemberId;
import vn.partyregister.member.Section;
import vn.partyregister.member.Sheets;
import vn.partyregister.organisation.Decision;

/** The file as at a past day: its items as they were then, the day before a change and the day itself. */
@RegisterTest
class FilePastPagesTests {
    private static final LocalDate DECIDED = LocalDate.of(2022, 4, 1);
    private static final LocalDate TODAY = LocalDate.of(2022, 4, 30);

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private Sheets sheets;

    private Orgs.Tree tree;
    private MemberId member;
    private String number;

    @BeforeEach
    void somebody() {
        tree = orgs.tree();
        number = "0841%07d".formatted(Math.floorMod(tree.eastCell().hashCode(), 10_000_000));
        member = people.add(
                tree.eastCell(),
                person -> person.named("Thạch Thị Cũ")
                        .born(LocalDate.of(1970, 2, 1))
                        .numbered("9" + number.substring(4), "", "lý lịch " + number.substring(5), number + "1"));
    }

    @Test
    void aNameChangesOnTheDayOfItsDecision() {
        amend(Section.IDENTITY, Map.of("full_name", "Thạch Thị Mới"), byDecision());
        file(DECIDED.minusDays(1)).contains("<h1>Thạch Thị Cũ</h1>", "nay là Thạch Thị Mới");
        file(DECIDED).contains("<h1>Thạch Thị Mới</h1>").doesNotContain("Thạch Thị Cũ", "nay là");
    }

    @Test
    void aBirthDateChangesOnTheDayOfItsDecisionAndTheAgeWithIt() {
        amend(Section.IDENTITY, Map.of("born", "1968-02-01"), byDecision());
        file(DECIDED.minusDays(1)).contains("01/02/1970", "52 tuổi").doesNotContain("01/02/1968");
        file(DECIDED).contains("01/02/1968", "54 tuổi").doesNotContain("01/02/1970");
    }

    @Test
    void theListOfAPastDayShowsThemAsTheirFilesDo() {
        amend(Section.IDENTITY, Map.of("full_name", "Thạch Thị Mới", "born", "1968-02-01"), byDecision());
        list(DECIDED.minusDays(1)).contains("Thạch Thị Cũ", "01/02/1970").doesNotContain("Thạch Thị Mới", "01/02/1968");
        list(DECIDED).contains("Thạch Thị Mới", "01/02/1968").doesNotContain("Thạch Thị Cũ", "01/02/1970");
    }

    @Test
    void aNumberOfThePastShowsItsEndAlone() {
        amend(Section.NUMBERS, Map.of("citizen_number", number + "2"), byDecision());
        var ends = List.of("•" + (number + "1").substring(9), "•" + (number + "2").substring(9));
        file(DECIDED.minusDays(1)).contains(ends.getFirst()).doesNotContain(ends.getLast(), number, "/citizen-number");
        file(DECIDED).contains(ends.getLast()).doesNotContain(ends.getFirst(), number);
        file(TODAY).contains(ends.getLast(), "/citizen-number");
    }

    @Test
    void whatHasBecomeSoIsSoFromTheDayOfItsEntry() {
        amend(Section.EDUCATION, Map.of("occupation_detail", "Giáo viên"), Ground.entry());
        amend(Section.EDUCATION, Map.of("occupation_detail", "Hiệu trưởng"), Ground.entry());
        file(TODAY.minusDays(1)).contains(fact("Giáo viên")).doesNotContain(fact("Hiệu trưởng"));
        file(TODAY).contains(fact("Hiệu trưởng")).doesNotContain(fact("Giáo viên"));
    }

    /** The last of two that were recorded counts back from the first: what a correction found wrong was never so. */
    @Test
    void aCorrectionHoldsForThePastToo() {
        amend(Section.IDENTITY, Map.of("full_name", "Thạch Thị Sửa"), Ground.correction("Gõ nhầm"));
        amend(Section.IDENTITY, Map.of("full_name", "Thạch Thị Mới"), byDecision());
        file(DECIDED.minusDays(1)).contains("<h1>Thạch Thị Sửa</h1>");
        file(DECIDED).contains("<h1>Thạch Thị Mới</h1>");
    }

    @Test
    void whatHappenedLaterIsNotToldOnAPastDay() {
        people.moved(member, tree.eastCell(), tree.otherEastCell(), DECIDED);
        people.died(member, tree.otherEastCell(), DECIDED.plusDays(2));
        file(DECIDED.minusDays(1)).doesNotContain("Từ trần", orgs.name(tree.otherEastCell()));
        file(DECIDED).contains(orgs.name(tree.otherEastCell())).doesNotContain("Từ trần");
        file(DECIDED.plusDays(2)).contains("Từ trần");
    }

    @Test
    void nothingIsWrittenOnAPastDay() {
        file(DECIDED).doesNotContain("/sections/");
        file(TODAY).contains("/sections/");
    }

    @Test
    void aFullFileCostsAsManyQueriesAsABareOne() throws Exception {
        file(TODAY);
        file(DECIDED);
        var bare = Statements.of(() -> file(TODAY));
        var bareBefore = Statements.of(() -> file(DECIDED));
        amend(Section.IDENTITY, Map.of("full_name", "Thạch Thị Mới"), byDecision());
        amend(Section.EDUCATION, Map.of("occupation_detail", "Giáo viên"), Ground.entry());
        var career = IntStream.range(1970, 2020)
                .mapToObj(year -> Map.of("since", Integer.toString(year), "work", "Dạy học"))
                .toList();
        sheets.amend(
                member,
                tree.eastCell(),
                Section.CAREER,
                career,
                Ground.entry(),
                sheets.get(member, Section.CAREER).mark());
        assertThat(Statements.of(() -> file(TODAY))).hasSameSizeAs(bare);
        assertThat(Statements.of(() -> file(DECIDED))).hasSameSizeAs(bareBefore);
    }

    private static String fact(String value) {
        return "<span class=\"lines\">" + value + "</span>";
    }

    private static Ground byDecision() {
        return Ground.by(new Decision("Huyện ủy Đông", "12-QĐ/HU", DECIDED, null));
    }

    private void amend(Section section, Map<String, String> changes, Ground ground) {
        var here = sheets.get(member, section);
        var row = new TreeMap<>(here.rows().getFirst());
        row.putAll(changes);
        assertThat(sheets.amend(member, tree.eastCell(), section, List.of(row), ground, here.mark()))
                .isInstanceOf(Sheets.Outcome.Written.class);
    }

    private AbstractStringAssert<?> list(LocalDate asAt) {
        return assertThat(mvc.get()
                        .uri("/members?organisation={cell}&asAt={day}", tree.eastCell(), asAt)
                        .with(signIn.as(Role.CLERK, tree.east())))
                .hasStatusOk()
                .bodyText();
    }

    private AbstractStringAssert<?> file(LocalDate asAt) {
        return assertThat(mvc.get()
                        .uri("/members/{id}?asAt={day}", member, asAt)
                        .with(signIn.as(Role.CLERK, tree.east())))
                .hasStatusOk()
                .bodyText();
    }
}

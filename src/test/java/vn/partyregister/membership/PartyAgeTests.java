package vn.partyregister.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.HtmlUtils;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;
import vn.partyregister.member.MemberId;
import vn.partyregister.reference.Rulebook;

/** Party age to the day, and its page: each step with its rule. */
@RegisterTest
class PartyAgeTests {
    private static final LocalDate TODAY = LocalDate.of(2022, 4, 30);

    @Autowired
    private Rulebook rulebook;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private PartyAge age(@Nullable LocalDate decided, LocalDate joined, LocalDate on, PartyAge.Told... told) {
        return PartyAge.of(
                new PartyAge.Entry(decided, joined, joined.plusYears(1), true), List.of(told), rulebook.on(TODAY), on);
    }

    private static PartyAge.Told told(String ground, String from, @Nullable String until) {
        return new PartyAge.Told(ground, LocalDate.parse(from), until == null ? null : LocalDate.parse(until));
    }

    @ParameterizedTest
    @CsvSource({"2022-02-02, 29", "2022-02-03, 30", "2022-02-04, 30", "1992-02-03, 0", "1993-02-02, 0", "1993-02-03, 1"
    })
    void yearsAreFullOnTheDayItselfAndNotADayEarlier(LocalDate on, int years) {
        assertThat(age(LocalDate.of(1992, 2, 3), LocalDate.of(1992, 5, 19), on).years())
                .isEqualTo(years);
    }

    @Test
    void ageRunsFromTheDecisionAndNotFromTheCeremonyOrTheOfficialDay() {
        assertThat(age(LocalDate.of(1992, 2, 3), LocalDate.of(1992, 5, 19), TODAY)
                        .begins())
                .isEqualTo("1992-02-03");
    }

    @Test
    void whereTheDecisionIsNotKeptTheDayOfEntryIsTakenByAnotherRule() {
        var age = age(null, LocalDate.of(1992, 5, 19), TODAY);
        assertThat(age.begins()).isEqualTo("1992-05-19");
        assertThat(age.beginsBy().directive()).isEqualTo("01-HD/TW");
    }

    @Test
    void whoJoinedOnALeapDayIsThirtyYearsOldOnTheLastOfFebruary() {
        var on = LocalDate.of(1992, 2, 29);
        assertThat(age(on, on, LocalDate.of(2022, 2, 27)).years()).isEqualTo(29);
        assertThat(age(on, on, LocalDate.of(2022, 2, 28)).years()).isEqualTo(30);
        assertThat(age(on, on, LocalDate.of(2022, 2, 28)).over()).isEqualTo(Period.ZERO);
    }

    @Test
    void timeOutsideIsLeftOutToTheDay() {
        var on = LocalDate.of(1992, 2, 3);
        var age = age(on, on, TODAY, told("STRUCK_OFF", "2000-01-01", "2000-01-11"));
        assertThat(age.leftOut()).isEqualTo(10);
        assertThat(age.reaches(30)).isEqualTo("2022-02-13");
    }

    @Test
    void daysThatLieInTwoInterruptionsAreLeftOutOnce() {
        var on = LocalDate.of(1992, 2, 3);
        var age = age(
                on,
                on,
                TODAY,
                told("LOST_CONTACT", "2000-01-05", "2000-01-21"),
                told("STRUCK_OFF", "2000-01-01", "2000-01-11"),
                told("EXPELLED", "2000-01-06", "2000-01-08"));
        assertThat(age.leftOut()).isEqualTo(20);
    }

    @Test
    void whoIsRestoredOrWasSuspendedGoesOnWithoutABreak() {
        var on = LocalDate.of(1992, 2, 3);
        var age =
                age(on, on, TODAY, told("RESTORED", "2000-01-01", "2001-01-01"), told("SUSPENDED", "2010-01-01", null));
        assertThat(age.leftOut()).isZero();
        assertThat(age.breaks()).noneMatch(PartyAge.Break::leftOut).allMatch(one -> one.rule() != null);
    }

    @Test
    void whoIsOutOfContactStillLosesEachDayUntilTheDayAskedFor() {
        var on = LocalDate.of(1992, 2, 3);
        assertThat(age(on, on, TODAY, told("LOST_CONTACT", "2022-04-20", null)).leftOut())
                .isEqualTo(10);
    }

    private MvcTestResult get(MemberId member, Orgs.Tree tree) {
        return mvc.get()
                .uri("/members/{id}/party-age", member)
                .with(signIn.as(Role.CLERK, tree.east()))
                .exchange();
    }

    private MvcTestResult post(String address, Map<String, String> typed, Orgs.Tree tree, Object... variables) {
        var request = mvc.post()
                .uri(address, variables)
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .with(signIn.as(Role.CLERK, tree.east()));
        typed.forEach(request::param);
        return request.exchange();
    }

    @Test
    void thePageShowsEachStepWithItsRule() {
        var tree = orgs.tree();
        var member = people.add(tree.eastCell(), person -> person);
        assertThat(get(member, tree))
                .hasStatusOk()
                .bodyText()
                .contains("27 năm 2 tháng 27 ngày tuổi Đảng", "01-HD/TW", "Tròn 28 năm", "03/02/2023");
        var probationer = people.add(tree.eastCell(), person -> person.joined(LocalDate.of(2021, 9, 2), null));
        assertThat(get(probationer, tree)).bodyText().contains("chưa có tuổi Đảng");
    }

    /** Probation as the charter of the day of the ceremony had it: by class, on its last day and on the first of the next. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1951-11-30 | công nhân 2 tháng; nông dân 4 tháng; thành phần khác 6 tháng; chuyển sang 12 tháng",
                "1951-12-01 | công nhân 6 tháng; nông dân 12 tháng; thành phần khác 24 tháng",
                "1960-09-09 | công nhân 6 tháng; nông dân 12 tháng; thành phần khác 24 tháng",
                "1960-09-10 | Điều lệ lúc đó 12 tháng",
                "1995-02-03 | Điều lệ lúc đó 12 tháng",
                "1935-03-30 | "
            })
    void probationIsToldAsTheCharterOfItsDayHadIt(LocalDate joined, @Nullable String told) {
        var tree = orgs.tree();
        var member = people.add(
                tree.eastCell(), person -> person.born(LocalDate.of(1915, 1, 1)).joined(joined, joined.plusYears(2)));
        var page = get(member, tree);
        assertThat(page).hasStatusOk();
        var words = text(page).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
        if (told == null) {
            assertThat(words).doesNotContain("Dự bị theo Điều lệ", "Điều lệ lúc đó");
            return;
        }
        for (var one : told.split("; ")) {
            assertThat(words).contains(one);
        }
        assertThat(words.split("Điều lệ lúc đó", -1)).hasSize(told.split("; ").length + 1);
    }

    private static String text(MvcTestResult answer) {
        return HtmlUtils.htmlUnescape(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    @Test
    void anInterruptionOfLongAgoIsRecordedWithItsPaperAndTakenBackWithAReason() {
        var tree = orgs.tree();
        var member = people.add(tree.eastCell(), person -> person);
        var interruptions = "/members/{id}/party-age/interruptions";
        assertThat(post(interruptions, Map.of("ground", "STRUCK_OFF", "from", "01/01/2000"), tree, member))
                .hasStatusOk()
                .bodyText()
                .contains("Hãy ghi ngày.", "Hãy ghi giấy tờ chứng minh.");
        var typed = Map.of("ground", "STRUCK_OFF", "from", "01/01/2000", "until", "11/01/2000", "paper", "QĐ 5-QĐ/HU");
        assertThat(post(interruptions, typed, tree, member)).hasStatus3xxRedirection();
        assertThat(get(member, tree)).bodyText().contains("trừ 10 ngày", "QĐ 5-QĐ/HU", "13/02/1995");
        assertThat(post(interruptions, typed, tree, member))
                .hasStatus(409)
                .bodyText()
                .contains("từ 01/01/2000 đến 11/01/2000");
        var id = jdbc.sql("select id from membership.interruption where member_id = :id")
                .param("id", member.id())
                .query(java.util.UUID.class)
                .single();
        assertThat(post(interruptions + "/{one}/withdrawal", Map.of("reason", "Nhầm người"), tree, member, id))
                .hasStatus3xxRedirection();
        assertThat(get(member, tree)).bodyText().contains("Nhầm người").doesNotContain("trừ 10 ngày");
    }

    @ParameterizedTest
    @CsvSource({
        "01/01/1990, 01/01/2000, trước ngày tuổi Đảng",
        "01/01/2000, 01/01/2000, phải sau ngày bắt đầu",
        "01/01/2000, 01/05/2022, 01/05/2022"
    })
    void anInterruptionThatCannotBeIsRefusedWithTheReason(String from, String until, String why) {
        var tree = orgs.tree();
        var member = people.add(tree.eastCell(), person -> person);
        var typed = Map.of("ground", "LOST_CONTACT", "from", from, "until", until, "paper", "Biên bản");
        assertThat(post("/members/{id}/party-age/interruptions", typed, tree, member))
                .hasStatus(409)
                .bodyText()
                .contains(why);
    }
}

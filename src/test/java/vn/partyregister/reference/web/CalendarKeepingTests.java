package vn.partyregister.reference.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.transaction.BeforeTransaction;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.RegisterTest;
import vn.partyregister.access.Role;
import vn.partyregister.reference.WorkingDays;

/** The board changes the calendar; each test gives back what it changed. Today is Saturday 30/04/2022. */
@RegisterTest
@Transactional
@NullUnmarked
class CalendarKeepingTests extends KeptByTheBoard {
    private static final LocalDate FRIDAY = LocalDate.of(2022, 5, 20);

    @Autowired
    WorkingDays workingDays;

    RequestPostProcessor clerk;

    @BeforeTransaction
    void aClerk() {
        clerk = signIn.as(Role.CLERK, orgs.root());
    }

    private static Map<String, String> day(LocalDate day, String kind) {
        return new HashMap<>(Map.of(
                "day",
                day.toString(),
                "kind",
                kind,
                "occasion",
                "NATIONAL",
                "source",
                "Thông báo 1",
                "certainty",
                "VERIFIED"));
    }

    private MvcTestResult post(String act, Map<String, String> fields) {
        return sent("/rulebook/holidays" + act, fields);
    }

    private LocalDate inTheDatabase(LocalDate from, int workingDays) {
        return jdbc.sql("select reference.last_day(:from, :amount, 'WORKING_DAYS')")
                .param("from", from)
                .param("amount", workingDays)
                .query(LocalDate.class)
                .single();
    }

    @Test
    void aSwapMovesTheDeadlinesThatDependOnItAtOnce() {
        assertThat(workingDays.after(FRIDAY.minusDays(1), 1)).isEqualTo(FRIDAY);
        assertThat(post("", day(FRIDAY, "SWAPPED_OFF"))).hasStatus3xxRedirection();
        assertThat(post("", day(FRIDAY.plusDays(1), "MADE_UP"))).hasStatus3xxRedirection();
        assertThat(workingDays.after(FRIDAY.minusDays(1), 1)).isEqualTo(FRIDAY.plusDays(1));
        assertThat(inTheDatabase(FRIDAY.minusDays(1), 1)).isEqualTo(FRIDAY.plusDays(1));
        assertThat(post("/withdrawal", Map.of("day", FRIDAY.toString(), "source", "Không nghỉ nữa")))
                .hasStatus3xxRedirection();
        assertThat(workingDays.after(FRIDAY.minusDays(1), 1)).isEqualTo(FRIDAY);
        assertThat(jdbc.sql(
                                "select count(*) from audit.entry where act like 'reference.calendar-day-%' and after ->> 'day' = '2022-05-20'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aDayThatIsOverStaysAndTomorrowMayChange() {
        assertThat(body(post("", day(LocalDate.of(2022, 4, 30), "HOLIDAY"))))
                .contains("Chỉ sửa những ngày sau 30/04/2022");
        assertThat(body(post("", day(LocalDate.of(2022, 5, 1), "HOLIDAY")))).contains("đã có trong lịch");
        assertThat(post("/withdrawal", Map.of("day", "2022-04-30", "source", "Nhầm")))
                .hasStatus(409);
        assertThat(post("/withdrawal", Map.of("day", "2022-05-01", "source", "Nhầm")))
                .hasStatus3xxRedirection();
        assertThat(post("/withdrawal", Map.of("day", "2022-05-04", "source", "Nhầm")))
                .hasStatus(404);
    }

    @Test
    void aDaySuitsItsWeekdayAndNothingIsLeftOut() {
        assertThat(body(post("", day(FRIDAY, "MADE_UP")))).contains("ngày làm bù phải là thứ bảy");
        assertThat(body(post("", day(FRIDAY.plusDays(1), "SUBSTITUTE")))).contains("phải là ngày trong tuần");
        assertThat(body(post("", day(FRIDAY, "NEVER")))).contains("Không có loại ngày");
        assertThat(body(post("", Map.of("day", "31/02/2022"))))
                .contains("Có chỗ cần sửa", "Chưa chọn loại ngày", "Thiếu căn cứ");
        assertThat(post("/withdrawal", Map.of("day", "x"))).hasStatus(422);
        assertThat(post("/confirmation", Map.of("day", FRIDAY.toString()))).hasStatus(422);
    }

    @Test
    void aDayThatWasNotSureIsConfirmedOnce() {
        var unsure = jdbc.sql("select min(day) from reference.holiday where certainty = 'UNVERIFIED'")
                .query(LocalDate.class)
                .single();
        var fields = Map.of("day", unsure.toString(), "source", "Thông báo 6200", "certainty", "VERIFIED");
        assertThat(post("/confirmation", fields)).hasStatus3xxRedirection();
        assertThat(jdbc.sql("select source from reference.holiday where day = :day")
                        .param("day", unsure)
                        .query(String.class)
                        .single())
                .isEqualTo("Thông báo 6200");
        assertThat(post("/confirmation", fields)).hasStatus(409);
    }

    @Test
    void aYearIsOpenedAfterTheLastOnceItHasDays() {
        var last = jdbc.sql("select max(year) from reference.calendar_year")
                .query(Integer.class)
                .single();
        var fields = Map.of("year", Integer.toString(last + 1), "source", "Bộ luật Lao động", "certainty", "SECONDARY");
        assertThat(post("/opening", fields)).hasStatus(409);
        assertThat(post("", day(LocalDate.of(last + 1, 9, 2), "HOLIDAY"))).hasStatus3xxRedirection();
        assertThat(post("/opening", fields)).hasStatus3xxRedirection();
        assertThat(workingDays.isWorkingDay(LocalDate.of(last + 1, 9, 2))).isFalse();
        assertThat(post("/opening", Map.of("year", Integer.toString(last + 3), "source", "x")))
                .hasStatus(409);
    }

    @Test
    void onlyTheBoardChangesTheCalendar() {
        assertThat(mvc.get().uri("/rulebook/holidays/new").with(clerk)).hasStatus(403);
        assertThat(mvc.get().uri("/rulebook/holidays?lang=vi").with(clerk))
                .bodyText()
                .doesNotContain("Thêm ngày nghỉ");
        assertThat(mvc.get().uri("/rulebook/holidays?lang=vi").with(board))
                .bodyText()
                .contains("Thêm ngày nghỉ");
    }
}

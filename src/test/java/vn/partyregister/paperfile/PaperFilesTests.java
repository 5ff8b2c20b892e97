package vn.partyregister.paperfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;

/** What may be recorded of a paper file, and what the register refuses. */
@RegisterTest
@NullUnmarked
class PaperFilesTests {
    private static final LocalDate TODAY = LocalDate.of(2022, 4, 30);
    private static final LocalDate PLACED = LocalDate.of(2022, 3, 1);
    private static final Scope ALL = Scope.EVERYTHING;

    @Autowired
    private PaperFiles papers;

    @Autowired
    private HandOvers handOvers;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private Orgs.Tree tree;
    private MemberId member;

    @BeforeEach
    void aFileInItsPlace() {
        tree = orgs.tree();
        member = people.add(tree.eastCell(), person -> person);
        papers.place(member, tree.eastBase(), "Tủ 1", PLACED, ALL);
    }

    @Test
    void aFileIsLentUntilItIsReturnedToItsPlace() {
        papers.lend(member, loan(PLACED, TODAY), ALL);
        assertThat(now().state()).isEqualTo(State.LENT);
        assertThat(now().borrower()).isEqualTo("Lê Thị Bình");
        papers.takeBack(member, TODAY, null, ALL);
        assertThat(now().state()).isEqualTo(State.IN_PLACE);
        assertThat(now().place()).isEqualTo("Tủ 1");
        assertThat(now().borrower()).isNull();
        assertThat(papers.open(member, ALL).events())
                .extracting(PaperFile.Event::kind)
                .containsExactly(Kind.RETURNED, Kind.LENT, Kind.PLACED);
    }

    @Test
    void aFileIsNotLentTwice() {
        papers.lend(member, loan(PLACED, TODAY), ALL);
        refuses("paperfile.refused.LENT", () -> papers.lend(member, loan(TODAY, TODAY), ALL));
    }

    @Test
    void aFileThatWasNotLentIsNotReturned() {
        refuses("paperfile.refused.IN_PLACE", () -> papers.takeBack(member, TODAY, null, ALL));
    }

    @Test
    void aSealedFileIsNotLentButPutBack() {
        papers.seal(member, TODAY, null, ALL);
        refuses("paperfile.refused.SEALED", () -> papers.lend(member, loan(TODAY, TODAY), ALL));
        papers.place(member, tree.eastBase(), "Tủ 2", TODAY, ALL);
        assertThat(now().place()).isEqualTo("Tủ 2");
    }

    @Test
    void aMissingFileIsNotLentBeforeItIsFound() {
        papers.reportMissing(member, TODAY, null, ALL);
        refuses("paperfile.refused.MISSING", () -> papers.lend(member, loan(TODAY, TODAY), ALL));
        papers.reportFound(member, tree.eastBase(), "Tủ 3", TODAY, ALL);
        papers.lend(member, loan(TODAY, TODAY), ALL);
        assertThat(now().state()).isEqualTo(State.LENT);
    }

    @Test
    void aFileThatNobodyPlacedIsNotLent() {
        var other = people.add(tree.eastCell(), person -> person);
        refuses("paperfile.refused.NOT_RECORDED", () -> papers.lend(other, loan(TODAY, TODAY), ALL));
    }

    @Test
    void whatHandedOverIsOnItsWayUntilReceived() {
        var made = handOvers.make(draft("01-BB/ĐU"), Set.of(member), ALL);
        assertThat(made.leftOut()).isEmpty();
        refuses("paperfile.refused.ON_THE_WAY", () -> papers.lend(member, loan(TODAY, TODAY), ALL));
        papers.receive(member, tree.westBase(), "Kệ 9", TODAY, ALL);
        assertThat(now().organisationId()).isEqualTo(tree.westBase());
    }

    @Test
    void nothingHappensTomorrow() {
        assertThatCode(() -> papers.place(member, tree.eastBase(), "Tủ 2", TODAY, ALL))
                .doesNotThrowAnyException();
        refuses("paperfile.in-the-future", () -> papers.place(member, tree.eastBase(), "Tủ 2", TODAY.plusDays(1), ALL));
    }

    @Test
    void nothingHappensADayBeforeTheLastEvent() {
        refuses("paperfile.before-the-last", () -> papers.seal(member, PLACED.minusDays(1), null, ALL));
        papers.seal(member, PLACED, null, ALL);
        assertThat(now().since()).isEqualTo(PLACED);
    }

    @Test
    void aLoanIsDueOnItsDayAtTheEarliest() {
        refuses("paperfile.due-before-lent", () -> papers.lend(member, loan(TODAY, TODAY.minusDays(1)), ALL));
        papers.lend(member, loan(TODAY, TODAY), ALL);
        assertThat(now().overdue(TODAY)).isFalse();
        assertThat(now().overdue(TODAY.plusDays(1))).isTrue();
    }

    @Test
    void aFileOutsideTheScopeIsNotThere() {
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> papers.seal(
                        member, TODAY, null, Scope.of(Set.of(tree.west().id()))));
        assertThat(now().state()).isEqualTo(State.IN_PLACE);
    }

    @Test
    void whoCannotGoIsLeftOutOfAHandOverAndNamed() {
        var lent = people.add(tree.eastCell(), person -> person.named("Trần Thị Mượn"));
        papers.place(lent, tree.eastBase(), "Tủ 1", PLACED, ALL);
        papers.lend(lent, loan(PLACED, TODAY), ALL);
        var elsewhere = people.add(tree.eastCell(), person -> person.named("Trần Văn Khác"));
        papers.place(elsewhere, tree.east(), "Tủ 1", PLACED, ALL);
        var made = handOvers.make(draft("02-BB/ĐU"), List.of(member, lent, elsewhere), ALL);
        assertThat(made.leftOut())
                .extracting(HandOver.LeftOut::fullName, HandOver.LeftOut::key)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("Trần Thị Mượn", "paperfile.refused.LENT"),
                        org.assertj.core.groups.Tuple.tuple("Trần Văn Khác", "paperfile.kept-elsewhere"));
        assertThat(handOvers.get(made.id(), ALL, TODAY).files())
                .extracting(HandOver.Item::fullName)
                .containsExactly("Nguyễn Văn An");
    }

    @Test
    void aHandOverThatNobodyCanJoinIsRefusedAndItsNumberStaysFree() {
        papers.reportMissing(member, TODAY, null, ALL);
        refuses("paperfile.nobody-can-go", () -> handOvers.make(draft("03-BB/ĐU"), Set.of(member), ALL));
        papers.reportFound(member, tree.eastBase(), "Tủ 1", TODAY, ALL);
        handOvers.make(draft("03-BB/ĐU"), Set.of(member), ALL);
        var other = people.add(tree.eastCell(), person -> person);
        papers.place(other, tree.eastBase(), "Tủ 1", PLACED, ALL);
        refuses("paperfile.number-used", () -> handOvers.make(draft("03-BB/ĐU"), Set.of(other), ALL));
        refuses("paperfile.nobody-chosen", () -> handOvers.make(draft("04-BB/ĐU"), Set.of(), ALL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update paperfile.event set reason = 'x'",
                "delete from paperfile.event",
                "update paperfile.whereabouts set place = 'x'",
                "delete from paperfile.hand_over",
                "insert into paperfile.step values ('LENT', 'LENT', 'LENT')"
            })
    void whatIsRecordedStays(String sql) {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql(sql).update())
                .withStackTraceContaining("permission denied");
    }

    @Test
    void theTableItselfRefusesASecondSuccessorAndALoanOfWhatIsLent() {
        papers.lend(member, loan(TODAY, TODAY), ALL);
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> seal(2, "IN_PLACE"))
                .withStackTraceContaining("event_pkey");
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> seal(3, "LENT"))
                .withStackTraceContaining("an_act_fits_the_state_before");
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> seal(3, "IN_PLACE"))
                .withStackTraceContaining("the_state_before_is_what_the_last_event_left");
    }

    private void seal(int turn, String before) {
        jdbc.sql("""
                        insert into paperfile.event
                            (member_id, turn, kind, happened_on, before, after, previous_on, recorded_by)
                        values (:member, :turn, 'SEALED', :day, :before, 'SEALED', :day, 'test')
                        """)
                .param("member", member.id())
                .param("turn", turn)
                .param("day", TODAY)
                .param("before", before)
                .update();
    }

    private Whereabouts now() {
        return papers.open(member, ALL).now();
    }

    private HandOver.Draft draft(String number) {
        return new HandOver.Draft(tree.eastBase(), tree.westBase(), "Đảng bộ xã Tây", number, TODAY, null, null);
    }

    private static Loan loan(LocalDate day, LocalDate due) {
        return new Loan("Lê Thị Bình", "Bổ sung lý lịch", day, due);
    }

    private static void refuses(String key, Runnable act) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(act::run).returns(key, RuleBroken::key);
    }
}

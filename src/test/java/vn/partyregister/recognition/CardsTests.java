package vn.partyregister.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.Decision;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.recognition.CardCheckList.Part;
import vn.partyregister.recognition.CardCheckList.State;

/** What happens to cards, and the campaigns that look at them. */
@RegisterTest
class CardsTests {
    private static final LocalDate TODAY = LocalDate.of(2022, 4, 30);
    private static final Scope ALL = Scope.EVERYTHING;
    private static final AtomicInteger NUMBERS = new AtomicInteger(7_000_000);

    @Autowired
    private Cards cards;

    @Autowired
    private CardCorrections corrections;

    @Autowired
    private CardList list;

    @Autowired
    private CardChecks checks;

    @Autowired
    private CardCheckList checkList;

    @Autowired
    private Stock stock;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private Orgs.Tree tree;
    private MemberId member;

    @BeforeEach
    void somebodyWithACard() {
        tree = orgs.tree();
        member = people.add(tree.eastCell(), person -> person);
    }

    private static String number() {
        return "0" + NUMBERS.incrementAndGet();
    }

    private static NewCard card(CardAct act, String number, @Nullable String serial) {
        return new NewCard(
                act,
                number,
                "Tỉnh ủy Thử",
                LocalDate.of(2022, 4, 1),
                new Decision("Ban Tổ chức Tỉnh ủy", "%d-QĐ/TU".formatted(NUMBERS.incrementAndGet()), TODAY, null),
                serial);
    }

    private void withoutACard() {
        jdbc.sql("update member.member set card_number = null where id = :id")
                .param("id", member.id())
                .update();
    }

    private static void refuses(String key, ThrowingCallable act) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(act).returns(key, RuleBroken::key);
    }

    @Test
    void aFirstCardGoesToWhoHasNoneAndStandsInTheirFile() {
        refuses("recognition.holds-a-card", () -> cards.issue(member, card(CardAct.FIRST, number(), null), ALL));
        withoutACard();
        assertThat(cards.acts(member)).containsExactly(CardAct.FIRST);
        var number = number();
        cards.issue(member, card(CardAct.FIRST, number, null), ALL);
        assertThat(list.card(member))
                .returns(number, CardList.Held::number)
                .returns(LocalDate.of(2022, 4, 1), CardList.Held::issuedOn);
        assertThat(jdbc.sql("select ground from member.amendment where member_id = :id and section = 'NUMBERS'")
                        .param("id", member.id())
                        .query(String.class)
                        .single())
                .isEqualTo("DECISION");
    }

    @ParameterizedTest
    @EnumSource(
            value = CardAct.class,
            names = {"LOST", "DAMAGED", "EXCHANGED", "DETAILS"})
    void anotherCardStandsInForTheOneBefore(CardAct act) {
        var former = list.card(member).number();
        var number = number();
        cards.issue(member, card(act, number, null), ALL);
        assertThat(list.of(member))
                .singleElement()
                .returns(act, CardEvent::kind)
                .returns(number, CardEvent::number)
                .returns(former, CardEvent::formerNumber);
        withoutACard();
        refuses("recognition.no-card", () -> cards.issue(member, card(act, number(), null), ALL));
    }

    @Test
    void theSameMemberMayKeepTheNumber() {
        var number = list.card(member).number();
        assertThat(number).isNotNull();
        cards.issue(member, card(CardAct.DAMAGED, number, null), ALL);
        assertThat(list.card(member).number()).isEqualTo(number);
    }

    @Test
    void aNumberIsNeverGivenToAnotherNotEvenOfACardThatIsGone() {
        var former = list.card(member).number();
        assertThat(former).isNotNull();
        var now = number();
        cards.issue(member, card(CardAct.LOST, now, null), ALL);
        var other = people.add(tree.eastCell(), person -> person);
        refuses("recognition.card-number-taken", () -> cards.issue(other, card(CardAct.LOST, former, null), ALL));
        refuses("recognition.card-number-taken", () -> cards.issue(other, card(CardAct.LOST, now, null), ALL));
    }

    @Test
    void aNumberHasTheFormOfItsDay() {
        refuses("recognition.card-number-form", () -> cards.issue(member, card(CardAct.LOST, "12", null), ALL));
        refuses(
                "recognition.card-number-form",
                () -> cards.issue(member, card(CardAct.LOST, "123456789012", null), ALL));
    }

    @Test
    void aProbationerIsGivenNone() {
        var probationer = people.add(tree.eastCell(), person -> person.joined(LocalDate.of(2021, 9, 2), null));
        refuses(
                "recognition.card-for-official-members",
                () -> cards.issue(probationer, card(CardAct.LOST, number(), null), ALL));
    }

    @Test
    void aBlankComesOutOfTheStockOnce() {
        var series = "P" + NUMBERS.incrementAndGet() + "-";
        stock.receive(tree.east(), "CARD", new Serials(series, 1, 2, 3), TODAY.minusMonths(2), "PNK 1", ALL);
        cards.issue(member, card(CardAct.LOST, number(), series + "001"), ALL);
        assertThat(list.of(member)).singleElement().returns(series + "001", CardEvent::serial);
        refuses(
                "recognition.serial-not-in-stock",
                () -> cards.issue(member, card(CardAct.LOST, number(), series + "001"), ALL));
        refuses(
                "recognition.serial-not-in-stock",
                () -> cards.issue(member, card(CardAct.LOST, number(), series + "003"), ALL));
    }

    private String columns() {
        return jdbc.sql(
                        "select concat_ws(' ', card_number, card_place, card_issued_on) from member.member where id = :id")
                .param("id", member.id())
                .query(String.class)
                .single();
    }

    private UUID last() {
        return corrections.last(member).orElseThrow();
    }

    @Test
    void aCardGivenWronglyIsTakenBackAndAllIsAsItWasButTheEntryStays() {
        var before = columns();
        var series = "W" + NUMBERS.incrementAndGet() + "-";
        stock.receive(tree.east(), "CARD", new Serials(series, 1, 1, 3), TODAY.minusMonths(2), "PNK 2", ALL);
        var number = number();
        cards.issue(member, card(CardAct.LOST, number, series + "001"), ALL);
        corrections.takeBack(member, last(), "Ghi nhầm người", ALL);
        assertThat(columns()).isEqualTo(before);
        assertThat(list.of(member))
                .singleElement()
                .returns(TODAY, CardEvent::withdrawnOn)
                .returns("Ghi nhầm người", CardEvent::withdrawnWhy);
        assertThat(corrections.last(member)).isEmpty();
        var other = people.add(tree.eastCell(), person -> person);
        cards.issue(other, card(CardAct.LOST, number, series + "001"), ALL);
        assertThat(list.card(other).number()).isEqualTo(number);
    }

    @Test
    void aFirstCardTakenBackLeavesNoCard() {
        withoutACard();
        cards.issue(member, card(CardAct.FIRST, number(), null), ALL);
        corrections.takeBack(member, last(), "Chưa phát", ALL);
        assertThat(list.card(member).number()).isNull();
        assertThat(cards.acts(member)).containsExactly(CardAct.FIRST);
    }

    @Test
    void entriesAreTakenBackLastFirstAndOnlyWhileTheFileHasTheCard() {
        var before = columns();
        cards.issue(member, card(CardAct.LOST, number(), null), ALL);
        var first = last();
        var between = columns();
        cards.issue(member, card(CardAct.DAMAGED, number(), null), ALL);
        refuses("recognition.not-the-last-entry", () -> corrections.takeBack(member, first, "x", ALL));
        corrections.takeBack(member, last(), "x", ALL);
        assertThat(columns()).isEqualTo(between);
        jdbc.sql("update member.member set card_place = 'Nơi khác' where id = :id")
                .param("id", member.id())
                .update();
        refuses("recognition.card-amended-since", () -> corrections.takeBack(member, first, "x", ALL));
        jdbc.sql("update member.member set card_place = 'Tỉnh ủy Thử' where id = :id")
                .param("id", member.id())
                .update();
        corrections.takeBack(member, first, "x", ALL);
        assertThat(columns()).isEqualTo(before);
        refuses("recognition.not-the-last-entry", () -> corrections.takeBack(member, first, "x", ALL));
    }

    @Test
    void anEndEnteredWronglyIsTakenBackAndTheCardIsHeldAgain() {
        people.died(member, tree.eastCell(), LocalDate.of(2022, 4, 2));
        cards.end(member, CardAct.KEPT, TODAY, null, ALL);
        corrections.takeBack(member, last(), "Đã nộp lại", ALL);
        cards.end(member, CardAct.TAKEN_BACK, TODAY, null, ALL);
        assertThat(list.of(member).getFirst()).returns(CardAct.TAKEN_BACK, CardEvent::kind);
    }

    @Test
    void theCardOfAMemberIsNotTakenBackThatOfTheDeadMayBeKept() {
        refuses("recognition.card-of-a-member", () -> cards.end(member, CardAct.TAKEN_BACK, TODAY, null, ALL));
        people.died(member, tree.eastCell(), LocalDate.of(2022, 4, 2));
        assertThat(cards.acts(member)).containsExactly(CardAct.TAKEN_BACK, CardAct.KEPT);
        refuses(
                "recognition.before-leaving",
                () -> cards.end(member, CardAct.KEPT, LocalDate.of(2022, 4, 1), null, ALL));
        cards.end(member, CardAct.KEPT, LocalDate.of(2022, 4, 2), null, ALL);
        refuses("recognition.no-card", () -> cards.end(member, CardAct.TAKEN_BACK, TODAY, null, ALL));
        assertThat(cards.acts(member)).isEmpty();
    }

    @Test
    void theCardOfWhoLeftIsTakenBackAndNotKept() {
        jdbc.sql("""
                        insert into membership.movement (id, member_id, kind, effective_on, from_organisation_id, recorded_by)
                        values (gen_random_uuid(), :member, 'STRUCK_OFF', '2022-04-02', :cell, 'test')
                        """)
                .param("member", member.id())
                .param("cell", tree.eastCell().id())
                .update();
        refuses("recognition.card-kept-of-the-living", () -> cards.end(member, CardAct.KEPT, TODAY, null, ALL));
        cards.end(member, CardAct.TAKEN_BACK, TODAY, "Nộp lại chi bộ", ALL);
        assertThat(list.of(member)).singleElement().returns("Nộp lại chi bộ", CardEvent::remark);
    }

    @Test
    void aCheckExpectsAllOfficialMembersAndTellsWhoIsMissing() {
        var second = people.add(tree.otherEastCell(), person -> person);
        var third = people.add(tree.eastCell(), person -> person);
        people.add(tree.eastCell(), person -> person.joined(LocalDate.of(2021, 9, 2), null));
        people.add(tree.westCell(), person -> person);
        var id = checks.open(tree.east(), "Kiểm tra lần thứ 4", TODAY, ALL);
        checks.mark(id, List.of(second.id()), CardChecks.Result.DAMAGED, ALL);
        var check = checkList.get(id, ALL);
        assertThat(List.of(check.expected(), check.checked(), check.missing(), check.wanting()))
                .containsExactly(3L, 1L, 2L, 1L);
        try (var missing = checkList.rows(check, new Part(State.MISSING, null), "name,asc")) {
            assertThat(missing.map(CardCheckList.Line::memberId)).containsExactlyInAnyOrder(member.id(), third.id());
        }
        assertThat(checks.markAll(id, tree.eastCell().id(), ALL)).isEqualTo(2);
        assertThat(checkList.get(id, ALL).missing()).isZero();
        checks.close(id, ALL);
        refuses("recognition.check-closed", () -> checks.markAll(id, tree.east().id(), ALL));
        refuses("recognition.check-already", () -> checks.open(tree.east(), "Lại", TODAY, ALL));
        assertThat(list.checks(second)).singleElement().returns(CardChecks.Result.DAMAGED, CardList.Checked::result);
    }

    @Test
    void ofSevenThousandOneHundredAndSeventyOneCardsEightyEightAreMissing() {
        var check = new CardCheck(
                tree.east().id(), tree.east().id(), "Duy Tiên", "Lần thứ 4", TODAY, 7_171, 7_083, 0, null, null);
        assertThat(check.missing()).isEqualTo(88);
        assertThat(check.percent()).isCloseTo(98.77, within(0.005));
    }

    @Test
    void nobodyIsCheckedWhereNobodyStands() {
        var empty = orgs.add("Chi bộ trống " + NUMBERS.incrementAndGet(), "CB_TT", null, tree.eastBase());
        refuses("recognition.nobody-to-check", () -> checks.open(empty, "Lần", TODAY, ALL));
    }
}

package vn.partyregister.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.BulkJudgement;
import vn.partyregister.membership.BulkPerson;
import vn.partyregister.membership.BulkReason;
import vn.partyregister.membership.Standings.Place;
import vn.partyregister.membership.Status;
import vn.partyregister.organisation.Decision;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;

/** Cards for many by one decision: who is left out and why, which blank and number each is given, and how it is taken back. */
@RegisterTest
class CardsForManyTests {
    private static final LocalDate TODAY = LocalDate.of(2022, 4, 30);
    private static final LocalDate DAY = LocalDate.of(2022, 4, 20);
    private static final Scope ALL = Scope.EVERYTHING;
    private static final AtomicInteger DECISIONS = new AtomicInteger(5_000);
    private static final AtomicInteger NUMBERS = new AtomicInteger(300);

    @Autowired
    private CardsForMany many;

    @Autowired
    private Cards cards;

    @Autowired
    private CardList list;

    @Autowired
    private Stock stock;

    @Autowired
    private StockEntries entries;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private TransactionTemplate transaction;
    private Orgs.Tree tree;
    private MemberId an;
    private MemberId binh;
    private MemberId chi;
    private String series;
    private String first;

    @BeforeEach
    void threeWithCardsAndTwoBlanks() {
        transaction = new TransactionTemplate(transactions);
        tree = orgs.tree();
        an = named("Kim An");
        binh = named("Kim Bình");
        chi = named("Kim Chi");
        series = "P" + Long.toString(System.nanoTime() % 100_000_000, 36) + "-";
        stock.receive(tree.east(), "CARD", new Serials(series, 1, 2, 3), LocalDate.of(2022, 4, 1), "PNK", ALL);
        first = "97%03d000".formatted(NUMBERS.incrementAndGet());
    }

    private MemberId named(String name) {
        return people.add(tree.eastCell(), person -> person.named(name));
    }

    private void withoutACard(MemberId... members) {
        Arrays.stream(members)
                .forEach(one -> jdbc.sql("update member.member set card_number = null where id = :id")
                        .param("id", one.id())
                        .update());
    }

    private GivingMany terms(CardAct act, @Nullable String firstNumber, boolean fromStock) {
        return new GivingMany(
                act,
                firstNumber,
                "Tỉnh ủy Thử",
                DAY,
                new Decision("Ban Tổ chức Tỉnh ủy", "%d-QĐ/TU".formatted(DECISIONS.incrementAndGet()), DAY, null),
                null,
                fromStock ? tree.east() : null);
    }

    private BulkJudgement judged(GivingMany terms, MemberId... members) {
        var place =
                new Place("Trần Thị Bình", LocalDate.of(1980, 1, 1), tree.eastCell(), Status.OFFICIAL, DAY, DAY, TODAY);
        var places = new HashMap<MemberId, Place>();
        Arrays.stream(members).forEach(one -> places.put(one, place));
        return java.util.Objects.requireNonNull(transaction.execute(_ -> many.judge(places, terms, ALL, TODAY)));
    }

    private static String reason(BulkJudgement judged, MemberId member) {
        return java.util.Objects.requireNonNull(judged.leftOut().get(member)).key();
    }

    /** Judges them as the engine does, and writes for whoever can. */
    private List<BulkPerson> written(GivingMany terms, MemberId... members) {
        var judged = judged(terms, members);
        var able = Arrays.stream(members)
                .filter(one -> !judged.leftOut().containsKey(one))
                .map(one -> new BulkPerson(one, tree.eastCell(), judged.before().get(one)))
                .toList();
        transaction.executeWithoutResult(_ -> many.write(able, terms, ALL));
        return able;
    }

    private Map<MemberId, BulkReason> notUndone(List<BulkPerson> able, GivingMany terms) {
        return java.util.Objects.requireNonNull(transaction.execute(_ -> {
            var judged = many.judgeUndo(able, terms);
            var still = able.stream()
                    .filter(one -> !judged.leftOut().containsKey(one.member()))
                    .toList();
            if (!still.isEmpty()) {
                many.undo(still, terms);
            }
            return judged.leftOut();
        }));
    }

    private long inHand() {
        var balance = entries.balances(new StockFilter(tree.east().id(), "CARD", null, null, null), ALL)
                .getLast();
        assertThat(balance.balances()).isTrue();
        return balance.inHand();
    }

    @Test
    void whoCannotIsLeftOutByTheRuleOfTheFormOfOne() {
        var probationer = people.add(tree.eastCell(), person -> person.joined(LocalDate.of(2021, 9, 2), null));
        var gone = named("Kim Đã Mất");
        people.died(gone, tree.eastCell(), DAY);
        withoutACard(binh);
        var judged = judged(terms(CardAct.EXCHANGED, null, false), an, binh, probationer, gone);
        assertThat(judged.leftOut()).containsOnlyKeys(binh, probationer, gone);
        assertThat(reason(judged, binh)).isEqualTo("recognition.no-card");
        assertThat(reason(judged, gone)).isEqualTo("recognition.card-for-official-members");
        assertThat(judged.leftOut().get(probationer))
                .returns("recognition.card-for-official-members", BulkReason::key)
                .satisfies(reason -> assertThat(reason.source()).isNotNull());
        judged = judged(terms(CardAct.FIRST, first, false), an, binh);
        assertThat(judged.leftOut()).containsOnlyKeys(an);
        assertThat(reason(judged, an)).isEqualTo("recognition.holds-a-card");
    }

    @Test
    void theFormAsAWholeIsRefusedForADayToComeOrANumberThatNoCardBears() {
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> judged(terms(CardAct.FIRST, "12", false), an))
                .returns("recognition.card-number-form", RuleBroken::key);
        var terms = terms(CardAct.EXCHANGED, null, false);
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> judged(
                        new GivingMany(
                                terms.act(), null, terms.place(), TODAY.plusDays(1), terms.decision(), null, null),
                        an))
                .returns("membership.in-the-future", RuleBroken::key);
    }

    @Test
    void blanksComeOutOfTheStockByTheOrderOfNamesAndWhoComesAfterTheLastIsLeftOut() {
        var terms = terms(CardAct.EXCHANGED, null, true);
        var judged = judged(terms, chi, binh, an);
        assertThat(judged.leftOut()).containsOnlyKeys(chi);
        assertThat(reason(judged, chi)).isEqualTo("recognition.no-blank-left");
        var number = list.card(an).number();
        written(terms, chi, binh, an);
        assertThat(list.of(an))
                .singleElement()
                .returns(series + "001", CardEvent::serial)
                .returns(number, CardEvent::number)
                .returns(number, CardEvent::formerNumber);
        assertThat(list.of(binh)).singleElement().returns(series + "002", CardEvent::serial);
        assertThat(list.card(binh)).returns(DAY, CardList.Held::issuedOn);
        assertThat(list.of(chi)).isEmpty();
        assertThat(inHand()).isZero();
        assertThat(jdbc.sql("select ground from member.amendment where member_id = :id and section = 'NUMBERS'")
                        .param("id", an.id())
                        .query(String.class)
                        .single())
                .isEqualTo("DECISION");
    }

    @Test
    void numbersFollowOnOneAnotherWithoutThoseThatSomebodyBearsOrBore() {
        var other = named("Kim Khác");
        jdbc.sql("update member.member set card_number = :number where id = :id")
                .param("number", after(1))
                .param("id", other.id())
                .update();
        withoutACard(an, binh, chi);
        written(terms(CardAct.FIRST, first, false), an, binh, chi);
        assertThat(List.of(an, binh, chi))
                .extracting(one -> list.card(one).number())
                .containsExactly(first, after(2), after(3));
    }

    private String after(int many) {
        return "%08d".formatted(Integer.parseInt(first) + many);
    }

    @Test
    void theLastNumbersOfTheirDigitsAreGivenAndNoMore() {
        withoutACard(an, binh);
        var judged = judged(terms(CardAct.FIRST, "99999999", false), an, binh);
        assertThat(judged.leftOut()).containsOnlyKeys(binh);
        assertThat(reason(judged, binh)).isEqualTo("recognition.numbers-run-out");
    }

    @Test
    void nobodyIsGivenTwoCardsByOneDecision() {
        var terms = terms(CardAct.EXCHANGED, null, false);
        written(terms, an);
        assertThat(reason(judged(terms, an, binh), an)).isEqualTo("recognition.given-by-this-decision");
    }

    @Test
    void theWholeIsTakenBackAndTheStockTheFilesAndTheNumbersAreAsBefore() {
        withoutACard(an, binh);
        var terms = terms(CardAct.FIRST, first, true);
        var able = written(terms, an, binh);
        assertThat(inHand()).isZero();
        assertThat(notUndone(able, terms)).isEmpty();
        assertThat(inHand()).isEqualTo(2);
        assertThat(list.card(an)).returns(null, CardList.Held::number);
        assertThat(list.of(an)).singleElement().returns(TODAY, CardEvent::withdrawnOn);
        assertThat(cards.acts(an)).containsExactly(CardAct.FIRST);
        assertThat(notUndone(able, terms)).containsOnlyKeys(an, binh);
        withoutACard(chi);
        written(terms(CardAct.FIRST, first, true), chi);
        assertThat(list.card(chi).number()).isEqualTo(first);
        assertThat(list.of(chi)).singleElement().returns(series + "001", CardEvent::serial);
    }

    @Test
    void anExchangeThatIsTakenBackLeavesTheFormerCard() {
        var before = list.card(an);
        var terms = terms(CardAct.EXCHANGED, first, false);
        var able = written(terms, an);
        assertThat(list.card(an).number()).isEqualTo(first);
        notUndone(able, terms);
        assertThat(list.card(an)).isEqualTo(before);
        assertThat(cards.acts(an)).contains(CardAct.EXCHANGED).doesNotContain(CardAct.FIRST);
    }

    @Test
    void whoseCardHasBeenToldAnythingElseSinceIsLeftAsTheyAre() {
        var terms = terms(CardAct.EXCHANGED, null, true);
        var able = written(terms, an, binh);
        cards.issue(
                an,
                new NewCard(
                        CardAct.LOST,
                        after(7),
                        "Tỉnh ủy Thử",
                        TODAY,
                        new Decision(
                                "Ban Tổ chức Tỉnh ủy", "%d-QĐ/TU".formatted(DECISIONS.incrementAndGet()), TODAY, null),
                        null),
                ALL);
        assertThat(notUndone(able, terms)).containsOnlyKeys(an).containsValue(BulkReason.CHANGED_SINCE);
        assertThat(list.card(an).number()).isEqualTo(after(7));
        assertThat(inHand()).isEqualTo(1);
    }
}

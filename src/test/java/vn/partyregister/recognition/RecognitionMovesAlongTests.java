package vn.partyregister.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.Consequence;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.ReorganisationId;
import vn.partyregister.organisation.Reorganised;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Uuids;
import vn.partyregister.recognition.Stock.Going;

/** What becomes of the stock, the batches and the checks of an organisation that ends, and that they come back whole. */
@RegisterTest
class RecognitionMovesAlongTests {
    private static final LocalDate TODAY = LocalDate.of(2022, 4, 30);
    private static final LocalDate DAY = LocalDate.of(2022, 4, 20);
    private static final LocalDate MAY = LocalDate.of(2022, 5, 19);
    private static final Scope ALL = Scope.EVERYTHING;

    @Autowired
    private StockMovesAlong stockAlong;

    @Autowired
    private BatchesMoveAlong batchesAlong;

    @Autowired
    private Stock stock;

    @Autowired
    private StockOut out;

    @Autowired
    private StockList list;

    @Autowired
    private StockEntries entries;

    @Autowired
    private BadgeBatches batches;

    @Autowired
    private BadgeBatchList batchList;

    @Autowired
    private CardChecks checks;

    @Autowired
    private CardCheckList checkList;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private Orgs.Tree tree;
    private String series;

    @BeforeEach
    void aTree() {
        tree = orgs.tree();
        series = "R" + Long.toString(System.nanoTime() % 1_000_000, 36) + "-";
    }

    @Test
    void whatIsLeftInStockGoesAlongByTheLedgerAndComesBack() {
        var id = ten(tree.eastBase());
        takeOut(id, Going.SPOILT, 3, 5, null);
        var event = event(Map.of(tree.eastBase(), tree.westBase()), Set.of());
        assertThat(foreseen(event)).containsExactly(tuple("recognition.reorganisation.stock", false, 7L));
        follow(event);
        assertThat(inHand(tree.eastBase())).isZero();
        assertThat(inHand(tree.westBase())).isEqualTo(7);
        assertThat(receiptsOf(tree.westBase()))
                .extracting(StockList.Receipt::first, StockList.Receipt::last, StockList.Receipt::source)
                .containsExactlyInAnyOrder(tuple(1L, 2L, "REORGANISED"), tuple(6L, 10L, "REORGANISED"));
        assertThat(receiptsOf(tree.westBase()))
                .allMatch(one -> one.receivedOn().equals(DAY)
                        && orgs.name(tree.eastBase()).equals(one.giver()));
        assertThat(resting(event)).isEmpty();
        takeBack(event);
        assertThat(inHand(tree.eastBase())).isEqualTo(7);
        assertThat(inHand(tree.westBase())).isZero();
    }

    @Test
    void whatWasTakenOverAndDrawnUponStandsInTheWay() {
        ten(tree.eastBase());
        var event = event(Map.of(tree.eastBase(), tree.westBase()), Set.of());
        follow(event);
        assertThat(resting(event)).isEmpty();
        takeOut(receiptOf(tree.westBase()), Going.LOST, 10, 10, null);
        assertThat(resting(event)).containsExactly(tuple("recognition.reorganisation.stock-rests", true, 1));
    }

    @Test
    void whatIsSentBackAfterwardsGoesToWhoHadGivenItOrWhoeverFollowedThem() {
        takeOut(ten(tree.east()), Going.HANDED_DOWN, 1, 10, tree.eastBase());
        follow(event(Map.of(tree.eastBase(), tree.westBase()), Set.of()));
        takeOut(receiptOf(tree.westBase()), Going.SENT_BACK, 1, 2, null);
        assertThat(inHand(tree.east())).isEqualTo(2);
        var merged = event(Map.of(tree.east(), tree.west()), Set.of());
        follow(merged);
        jdbc.sql("insert into organisation.succession values (?, ?, ?, 'MERGED')")
                .params(merged.id().id(), tree.east().id(), tree.west().id())
                .update();
        jdbc.sql("""
                        update organisation.reorganisation
                        set state = 'APPLIED', applied_at = now(), applied_by = 'test', decision_id = :id where id = :id
                        """).param("id", merged.id().id()).update();
        takeOut(receiptOf(tree.westBase()), Going.SENT_BACK, 3, 5, null);
        assertThat(inHand(tree.west())).isEqualTo(5);
        assertThat(inHand(tree.westBase())).isEqualTo(5);
    }

    @Test
    void theStockOfOneThatGoesIntoNoneIsLeftToTheCommitteeAbove() {
        var id = ten(tree.eastCell());
        var event = event(Map.of(), Set.of(tree.eastCell()));
        assertThat(foreseen(event))
                .containsExactly(tuple("recognition.reorganisation.stock-stays", false, orgs.name(tree.eastCell())));
        follow(event);
        orgs.end(tree.eastCell(), DAY);
        var above = Scope.of(Set.of(tree.east().id()));
        assertThat(list.get(id, above).leftOver()).isEqualTo(10);
        try (var rows = list.rows(new StockFilter(null, "CARD", null, null, null), above, "received,asc")) {
            assertThat(rows).anyMatch(one -> one.id().equals(id.id()));
        }
        assertThat(entries.balances(new StockFilter(tree.eastCell().id(), "CARD", null, null, null), above))
                .isNotEmpty();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> list.get(id, Scope.of(Set.of(tree.west().id()))));
        out.takeOut(id, new Leaving(Going.HANDED_DOWN, 1, 10, TODAY, "PXK", null, tree.east()), above);
        assertThat(inHand(tree.east())).isEqualTo(10);
    }

    @Test
    void nobodyRecordsByHandThatStockWentAlong() {
        var id = ten(tree.eastBase());
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> takeOut(id, Going.REORGANISED, 1, 2, tree.westBase()))
                .returns("recognition.only-by-reorganisation", RuleBroken::key);
        assertThat(Going.of(list.get(id, ALL))).doesNotContain(Going.REORGANISED);
    }

    @Test
    void aBatchUnderWayGoesAlongAndComesBack() {
        var batch = batchWithOne(tree.east(), tree.eastCell());
        var event = event(Map.of(tree.east(), tree.west()), Set.of());
        assertThat(foreseen(event)).containsExactly(tuple("recognition.reorganisation.batches", false, 1));
        follow(event);
        var west = Scope.of(Set.of(tree.west().id()));
        assertThat(batchList.get(batch, west).organisationId())
                .isEqualTo(tree.west().id());
        assertThat(resting(event)).isEmpty();
        takeBack(event);
        assertThat(batchList.get(batch, ALL).organisationId())
                .isEqualTo(tree.east().id());
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> batchList.get(batch, west));
    }

    @Test
    void aBatchThatWasSubmittedSinceStandsInTheWay() {
        var batch = batchWithOne(tree.east(), tree.eastCell());
        var event = event(Map.of(tree.east(), tree.west()), Set.of());
        follow(event);
        batches.submit(batch, "12-TTr/HU", TODAY, ALL);
        assertThat(resting(event)).containsExactly(tuple("recognition.reorganisation.rests", true, 1));
    }

    @Test
    void twoBatchesForOneDayDoNotMeet() {
        batches.drawUp(tree.east(), MAY, null, ALL);
        batches.drawUp(tree.west(), LocalDate.of(2022, 9, 2), null, ALL);
        var event = event(Map.of(tree.east(), tree.west()), Set.of());
        assertThat(foreseen(event))
                .extracting(one -> one.toList().getFirst())
                .containsExactly("recognition.reorganisation.batches");
        batches.drawUp(tree.west(), MAY, null, ALL);
        assertThat(foreseen(event)).contains(tuple("recognition.reorganisation.batches-meet", true, 1));
    }

    @Test
    void theBatchOfOneThatGoesIntoNoneIsLeftToTheCommitteeAbove() {
        var batch = batches.drawUp(tree.eastCell(), MAY, null, ALL);
        var event = event(Map.of(), Set.of(tree.eastCell()));
        assertThat(foreseen(event)).containsExactly(tuple("recognition.reorganisation.batches-stay", false, 1));
        follow(event);
        orgs.end(tree.eastCell(), DAY);
        assertThat(batchList.get(batch, Scope.of(Set.of(tree.east().id()))).isDrawnUp())
                .isTrue();
    }

    @Test
    void aCheckIsClosedBeforeItsOrganisationEndsAndIsReadAfterwards() {
        someone(tree.eastCell());
        var check = checks.open(tree.eastCell(), "Kiểm tra thẻ", DAY.minusDays(5), ALL);
        var event = event(Map.of(tree.eastCell(), tree.otherEastCell()), Set.of());
        assertThat(foreseen(event)).containsExactly(tuple("recognition.reorganisation.checking", true, 1));
        checks.close(check, ALL);
        assertThat(foreseen(event)).isEmpty();
        orgs.end(tree.eastCell(), DAY);
        assertThat(checkList.get(check, Scope.of(Set.of(tree.east().id()))).missing())
                .isEqualTo(1);
    }

    @Test
    void whatWasBegunInANewOrganisationStandsInTheWay() {
        var event = event(Map.of(), Set.of());
        var begun = new Reorganised(
                event.id(),
                DAY,
                Map.of(),
                Set.of(),
                Map.of(),
                Set.of(tree.westBase(), tree.westCell()),
                Map.of(),
                Map.of(),
                event.decided());
        assertThat(resting(begun)).isEmpty();
        someone(tree.westCell());
        checks.open(tree.westBase(), "Kiểm tra thẻ", DAY, ALL);
        ten(tree.westBase());
        assertThat(resting(begun))
                .containsExactly(
                        tuple("recognition.reorganisation.stock-rests", true, 1),
                        tuple("recognition.reorganisation.rests", true, 2));
    }

    private MemberId someone(OrganisationId cell) {
        return people.add(
                cell,
                person -> person.born(LocalDate.of(1940, 1, 1))
                        .joined(LocalDate.of(1991, 5, 19), LocalDate.of(1992, 5, 19)));
    }

    private BatchId batchWithOne(OrganisationId organisation, OrganisationId cell) {
        var member = someone(cell);
        var batch = batches.drawUp(organisation, MAY, null, ALL);
        batches.propose(batch, member, "YEARS_30", Basis.FULL, null, ALL);
        return batch;
    }

    private ReceiptId ten(OrganisationId organisation) {
        return stock.receive(organisation, "CARD", new Serials(series, 1, 10, 6), DAY.minusDays(1), "PNK", ALL);
    }

    private void takeOut(ReceiptId id, Going kind, long first, long last, @Nullable OrganisationId to) {
        out.takeOut(id, new Leaving(kind, first, last, TODAY, "PXK", "Biên bản", to), ALL);
    }

    private List<StockList.Receipt> receiptsOf(OrganisationId organisation) {
        try (var rows = list.rows(new StockFilter(organisation.id(), "CARD", null, null, null), ALL, "serial,asc")) {
            return rows.filter(one -> one.leftOver() > 0).toList();
        }
    }

    private ReceiptId receiptOf(OrganisationId organisation) {
        return new ReceiptId(receiptsOf(organisation).getFirst().id());
    }

    private long inHand(OrganisationId organisation) {
        var balance = entries.balances(new StockFilter(organisation.id(), "CARD", null, null, null), ALL)
                .getLast();
        assertThat(balance.balances()).isTrue();
        return balance.inHand();
    }

    private List<Tuple> foreseen(Reorganised event) {
        return told(Stream.concat(stockAlong.foresee(event).stream(), batchesAlong.foresee(event).stream()));
    }

    private List<Tuple> resting(Reorganised event) {
        return told(Stream.concat(stockAlong.restingOn(event).stream(), batchesAlong.restingOn(event).stream()));
    }

    private static List<Tuple> told(Stream<Consequence> consequences) {
        return consequences
                .map(one -> tuple(one.key(), one.bars(), one.arguments().getFirst()))
                .toList();
    }

    private void follow(Reorganised event) {
        transaction.executeWithoutResult(_ -> {
            stockAlong.hold(event);
            batchesAlong.hold(event);
            stockAlong.follow(event);
            batchesAlong.follow(event);
        });
    }

    private void takeBack(Reorganised event) {
        transaction.executeWithoutResult(_ -> {
            stockAlong.takeBack(event, "Nhầm");
            batchesAlong.takeBack(event, "Nhầm");
        });
    }

    private Reorganised event(Map<OrganisationId, OrganisationId> mergers, Set<OrganisationId> closed) {
        var id = Uuids.next();
        jdbc.sql("""
                        insert into organisation.decision (id, issuer_name, number, issued_on)
                        values (:id, 'x', cast(:id as text) || '-QĐ/TU', :day)
                        """).param("id", id).param("day", DAY).update();
        jdbc.sql("""
                        insert into organisation.reorganisation
                            (id, version, organisation_id, name, effective_on, state, drafted_by, changed_by)
                        values (:id, 0, :area, 'Tổ chức lại', :day, 'DRAFT', 'test', 'test')
                        """)
                .param("id", id)
                .param("area", tree.root().id())
                .param("day", DAY)
                .update();
        var names = Stream.concat(mergers.keySet().stream(), closed.stream())
                .collect(Collectors.toMap(one -> one, orgs::name));
        return new Reorganised(new ReorganisationId(id), DAY, mergers, closed, Map.of(), Set.of(), Map.of(), names, id);
    }
}

package vn.partyregister.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.Orgs;
import vn.partyregister.RegisterTest;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.recognition.Stock.Going;
import vn.partyregister.recognition.StockFilter.What;
import vn.partyregister.reference.Code;
import vn.partyregister.reference.CodeLists;

/** The stock ledger: no serial comes in or goes out twice, and the balance closes whatever is done. */
@RegisterTest
class StockTests {
    private static final LocalDate TODAY = LocalDate.of(2022, 4, 30);
    private static final Scope ALL = Scope.EVERYTHING;

    @Autowired
    private Stock stock;

    @Autowired
    private StockOut out;

    @Autowired
    private StockList list;

    @Autowired
    private StockEntries entries;

    @Autowired
    private CodeLists lists;

    @Autowired
    private Orgs orgs;

    @Autowired
    private JdbcClient jdbc;

    private OrganisationId east;
    private OrganisationId base;
    private String series;

    @BeforeEach
    void aSeries() {
        var tree = orgs.tree();
        east = tree.east();
        base = tree.eastBase();
        series = "S" + Long.toString(System.nanoTime() % 1_000_000, 36) + "-";
    }

    private boolean receives(long first, long last) {
        return succeeds(() -> stock.receive(east, "CARD", new Serials(series, first, last, 6), TODAY, "PNK", ALL));
    }

    private static boolean succeeds(Runnable act) {
        try {
            act.run();
            return true;
        } catch (RuleBroken _) {
            return false;
        }
    }

    private Leaving leaving(Going kind, long first, long last, @Nullable OrganisationId to) {
        return new Leaving(kind, first, last, TODAY, "PXK", "Biên bản", to);
    }

    private List<StockList.Receipt> receipts() {
        try (var rows = list.rows(new StockFilter(null, "CARD", null, null, null), ALL, "received,asc")) {
            return rows.filter(one -> one.series().equals(series)).toList();
        }
    }

    private StockBalance balance(OrganisationId whose) {
        return entries.balances(new StockFilter(whose.id(), "CARD", null, null, null), ALL)
                .getLast();
    }

    /** Whatever is received, handed down, sent back, written off and corrected: as a naive clerk with a pencil would have it. */
    @RepeatedTest(20)
    void noSerialIsThereTwiceAndTheBalanceCloses(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var lies = new HashMap<Long, UUID>();
        var fromOutside = new HashSet<Long>();
        var told = new HashMap<String, Long>();
        for (var step = 0; step < 14; step++) {
            var first = random.nextLong(60);
            var last = first + random.nextLong(12);
            var size = last - first + 1;
            var there = receipts();
            if (there.isEmpty() || random.nextInt(4) == 0) {
                var fresh = range(first, last).noneMatch(fromOutside::contains);
                assertThat(receives(first, last)).isEqualTo(fresh);
                if (fresh) {
                    range(first, last).forEach(fromOutside::add);
                    told.merge("east RECEIVED", size, Long::sum);
                    moved(there).ifPresent(now -> range(first, last).forEach(serial -> lies.put(serial, now.id())));
                }
                continue;
            }
            var receipt = there.get(random.nextInt(there.size()));
            var whose = receipt.organisationId().equals(east.id()) ? "east " : "base ";
            var kind = Going.values()[random.nextInt(Going.values().length)];
            var possible = range(first, last).allMatch(serial -> receipt.id().equals(lies.get(serial)))
                    && kind != Going.REORGANISED
                    && (kind != Going.HANDED_DOWN || whose.equals("east "))
                    && (kind != Going.CORRECTED || receipt.isFromOutside());
            assertThat(succeeds(() -> out.takeOut(new ReceiptId(receipt.id()), leaving(kind, first, last, base), ALL)))
                    .as("%s of %s", kind, receipt)
                    .isEqualTo(possible);
            if (!possible) {
                continue;
            }
            range(first, last).forEach(lies::remove);
            told.merge(whose + (kind == Going.SPOILT || kind == Going.LOST ? "WRITTEN_OFF" : kind), size, Long::sum);
            switch (kind) {
                case CORRECTED -> range(first, last).forEach(fromOutside::remove);
                case HANDED_DOWN -> told.merge("base RECEIVED", size, Long::sum);
                case SENT_BACK -> told.merge(whose.equals("base ") ? "east RETURNED" : "outside", size, Long::sum);
                case ISSUED, SPOILT, LOST, REORGANISED -> {}
            }
            moved(there).ifPresent(now -> range(first, last).forEach(serial -> lies.put(serial, now.id())));
        }
        for (var whose : List.of("east ", "base ")) {
            var id = whose.equals("east ") ? east : base;
            var lying = receipts().stream()
                    .filter(one -> one.organisationId().equals(id.id()))
                    .mapToLong(one ->
                            lies.values().stream().filter(one.id()::equals).count())
                    .sum();
            if (told.keySet().stream().noneMatch(key -> key.startsWith(whose))) {
                continue;
            }
            var balance = balance(id);
            assertThat(balance.inHand()).isEqualTo(lying);
            assertThat(balance.balances()).isTrue();
            for (var what : What.values()) {
                assertThat(balance.of(what)).as(whose + what).isEqualTo(told.getOrDefault(whose + what, 0L));
                assertThat(Math.abs(entries.sum(
                                new StockFilter(id.id(), "CARD", what, TODAY.withDayOfYear(1), TODAY), ALL)))
                        .isEqualTo(balance.of(what));
            }
        }
    }

    private Optional<StockList.Receipt> moved(List<StockList.Receipt> before) {
        var known = before.stream().map(StockList.Receipt::id).toList();
        return receipts().stream().filter(one -> !known.contains(one.id())).findFirst();
    }

    private static java.util.stream.Stream<Long> range(long first, long last) {
        return java.util.stream.LongStream.rangeClosed(first, last).boxed();
    }

    /** Blank booklets are a kind of their own: their serials may be those of cards, and each balances by itself. */
    @Test
    void blankBookletsAreKeptBesideCardsByTheirOwnSerials() {
        assertThat(receives(1, 10)).isTrue();
        var booklets = stock.receive(east, "BOOKLET", new Serials(series, 1, 20, 6), TODAY, "PNK", ALL);
        refuses(
                "recognition.received-already",
                () -> stock.receive(base, "BOOKLET", new Serials(series, 20, 20, 6), TODAY, "PNK", ALL));
        out.takeOut(booklets, leaving(Going.HANDED_DOWN, 1, 5, base), ALL);
        out.takeOut(booklets, leaving(Going.SPOILT, 6, 6, null), ALL);
        assertThat(entries.balances(new StockFilter(east.id(), "BOOKLET", null, null, null), ALL))
                .singleElement()
                .returns(20L, StockBalance::received)
                .returns(5L, StockBalance::handedDown)
                .returns(1L, StockBalance::writtenOff)
                .returns(14L, StockBalance::inHand)
                .matches(StockBalance::balances);
        assertThat(balance(east).inHand()).isEqualTo(10);
        assertThat(lists.of("stock-kind", TODAY)).extracting(Code::code).contains("CARD", "BOOKLET");
        assertThat(lists.sources("stock-kind", TODAY))
                .singleElement()
                .hasToString("CodeSource[directive=12-HD/BTCTW, clause=hồ sơ đảng viên, mẫu 1-HSĐV]");
    }

    @Test
    void aSerialThatWasReceivedIsNamedWhenItComesAgain() {
        assertThat(receives(1, 10)).isTrue();
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> stock.receive(east, "CARD", new Serials(series, 10, 20, 6), TODAY, "PNK", ALL))
                .returns("recognition.received-already", RuleBroken::key)
                .satisfies(refused -> assertThat(refused.arguments()).contains(series + "000010"));
        assertThat(receives(11, 20)).isTrue();
    }

    @Test
    void theSchemaAloneRefusesASerialThatGoesOutTwiceOrNeverCameIn() {
        var id = stock.receive(east, "CARD", new Serials(series, 1, 10, 6), TODAY, "PNK", ALL);
        out(id, "[3,5)");
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> out(id, "[4,6)"))
                .withMessageContaining("a_serial_goes_out_once");
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> out(id, "[10,12)"))
                .withMessageContaining("what_goes_out_had_come_in");
    }

    private void out(ReceiptId id, String serials) {
        jdbc.sql("""
                        insert into recognition.outgoing (id, receipt_id, receipt_serials, serials, kind, happened_on, paper,
                            recorded_by)
                        select gen_random_uuid(), id, serials, cast(:serials as int8range), 'SPOILT', '2022-04-30', 'BB', 'test'
                        from recognition.receipt where id = :id
                        """).param("serials", serials).param("id", id.id()).update();
    }

    private static void refuses(String key, ThrowingCallable act) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(act).returns(key, RuleBroken::key);
    }

    private ReceiptId fiveOf(LocalDate day) {
        return stock.receive(east, "CARD", new Serials(series, 1, 5, 6), day, "PNK", ALL);
    }

    @Test
    void aReceiptEnteredWronglyIsCorrectedWhereNothingHasGoneOutAndCanThenComeInAsItDid() {
        var id = fiveOf(TODAY);
        out.takeOut(id, leaving(Going.ISSUED, 2, 3, null), ALL);
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> out.takeOut(id, leaving(Going.CORRECTED, 1, 5, null), ALL))
                .returns("recognition.gone-before-it-was-corrected", RuleBroken::key)
                .satisfies(refused -> assertThat(refused.arguments().toString())
                        .contains("2", series + "000002–" + series + "000003 (30/04/2022)"));
        refuses(
                "recognition.missing.write-off",
                () -> out.takeOut(id, new Leaving(Going.CORRECTED, 4, 5, TODAY, "BB", null, null), ALL));
        out.takeOut(id, leaving(Going.CORRECTED, 4, 5, null), ALL);
        assertThat(balance(east))
                .returns(5L, StockBalance::received)
                .returns(2L, StockBalance::corrected)
                .returns(1L, StockBalance::inHand);
        refuses(
                "recognition.received-already",
                () -> stock.receive(base, "CARD", new Serials(series, 3, 5, 6), TODAY, "PNK", ALL));
        stock.receive(base, "CARD", new Serials(series, 4, 5, 6), TODAY, "PNK", ALL);
        assertThat(balance(base).inHand()).isEqualTo(2);
    }

    @Test
    void whatIsHandedDownComesInBelowAndGoesBackToWhoGaveIt() {
        var id = fiveOf(TODAY);
        refuses("recognition.missing.taker", () -> out.takeOut(id, leaving(Going.HANDED_DOWN, 1, 2, null), ALL));
        refuses(
                "recognition.handed-down-to-below",
                () -> out.takeOut(
                        id, leaving(Going.HANDED_DOWN, 1, 2, orgs.tree().west()), ALL));
        refuses("recognition.handed-down-to-below", () -> out.takeOut(id, leaving(Going.HANDED_DOWN, 1, 2, east), ALL));
        out.takeOut(id, leaving(Going.HANDED_DOWN, 1, 4, base), ALL);
        var below = receipts().stream()
                .filter(one -> one.organisationId().equals(base.id()))
                .findFirst()
                .orElseThrow();
        assertThat(below)
                .returns("HANDED_DOWN", StockList.Receipt::source)
                .returns(orgs.name(east), StockList.Receipt::giver);
        refuses(
                "recognition.corrected-where-it-came-in",
                () -> out.takeOut(new ReceiptId(below.id()), leaving(Going.CORRECTED, 1, 4, null), ALL));
        out.takeOut(new ReceiptId(below.id()), leaving(Going.SENT_BACK, 3, 4, null), ALL);
        assertThat(balance(east)).returns(2L, StockBalance::returned).returns(3L, StockBalance::inHand);
        assertThat(balance(base)).returns(2L, StockBalance::sentBack).returns(2L, StockBalance::inHand);
        assertThat(list.outgoings(list.get(id, ALL)))
                .singleElement()
                .returns(orgs.name(base), StockList.Outgoing::taker);
    }

    @Test
    void severalOrganisationsAreAddedUpAndOneIsNot() {
        out.takeOut(fiveOf(TODAY), leaving(Going.HANDED_DOWN, 1, 2, base), ALL);
        var both = entries.balances(
                new StockFilter(null, "CARD", null, null, null), Scope.of(java.util.Set.of(east.id())));
        assertThat(both).hasSize(3).allMatch(StockBalance::balances);
        assertThat(both.getFirst())
                .returns(null, StockBalance::organisationId)
                .returns(7L, StockBalance::received)
                .returns(2L, StockBalance::handedDown)
                .returns(5L, StockBalance::inHand);
        assertThat(entries.balances(new StockFilter(base.id(), "CARD", null, null, null), ALL))
                .singleElement()
                .returns(base.id(), StockBalance::organisationId);
    }

    @Test
    void theOpeningIsWhatThereWasTheDayBeforeThePeriod() {
        var id = fiveOf(LocalDate.of(2022, 3, 31));
        out.takeOut(id, new Leaving(Going.LOST, 5, 5, LocalDate.of(2022, 4, 1), "BB", "Mất khi chuyển", null), ALL);
        var april = new StockFilter(east.id(), "CARD", null, LocalDate.of(2022, 4, 1), TODAY);
        assertThat(entries.balances(april, ALL).getLast())
                .returns(5L, StockBalance::opening)
                .returns(0L, StockBalance::received)
                .returns(1L, StockBalance::writtenOff)
                .returns(4L, StockBalance::inHand)
                .returns(true, StockBalance::balances);
        assertThat(entries.sum(april.opening(east.id(), "CARD"), ALL)).isEqualTo(5);
        assertThat(entries.sum(april.closing(east.id(), "CARD"), ALL)).isEqualTo(4);
        var march = new StockFilter(east.id(), "CARD", null, LocalDate.of(2022, 3, 31), LocalDate.of(2022, 3, 31));
        assertThat(entries.balances(march, ALL).getLast())
                .returns(0L, StockBalance::opening)
                .returns(5L, StockBalance::inHand);
    }

    @Test
    void theSchemaAloneLetsWhatWentOutComeInOnceAndWhole() {
        var id = fiveOf(TODAY);
        out(id, "[1,3)");
        comesIn("[1,3)");
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> comesIn("[1,3)"))
                .withMessageContaining("what_went_out_comes_in_once");
        out(id, "[3,5)");
        assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> comesIn("[3,4)"));
    }

    private void comesIn(String serials) {
        jdbc.sql("""
                        insert into recognition.receipt (id, organisation_id, kind, series, serials, digits, received_on, paper,
                            source, from_outgoing, recorded_by)
                        select gen_random_uuid(), r.organisation_id, r.kind, r.series, cast(:serials as int8range), r.digits,
                            '2022-04-30', 'PNK', 'BACK', o.id, 'test'
                        from recognition.outgoing o join recognition.receipt r on r.id = o.receipt_id
                        where r.series = :series and lower(o.serials) = lower(cast(:serials as int8range))
                        """).param("serials", serials).param("series", series).update();
    }

    @Test
    void serialsBelongTogetherByTheirLettersAndTheirLength() {
        assertThat(Serials.of("A001", "A100")).hasValue(new Serials("A", 1, 100, 3));
        assertThat(Serials.of("001", "100")).hasValue(new Serials("", 1, 100, 3));
        assertThat(Serials.of("A001", "B100")).isEmpty();
        assertThat(Serials.of("A01", "A100")).isEmpty();
        assertThat(Serials.of("A100", "A001")).isEmpty();
        assertThat(Serials.of("A", "A100")).isEmpty();
    }
}

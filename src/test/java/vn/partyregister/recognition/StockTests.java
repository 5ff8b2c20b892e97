package vn.partyregister.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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

/** The stock ledger: no serial comes in or goes out twice, and the balance closes whatever is done. */
@RegisterTest
class StockTests {
    private static final LocalDate TODAY = LocalDate.of(2022, 4, 30);
    private static final Scope ALL = Scope.EVERYTHING;
    private static final List<Going> WAYS = List.of(Going.ISSUED, Going.SPOILT, Going.SENT_BACK);

    @Autowired
    private Stock stock;

    @Autowired
    private StockList list;

    @Autowired
    private Orgs orgs;

    @Autowired
    private JdbcClient jdbc;

    private OrganisationId east;
    private String series;

    @BeforeEach
    void aSeries() {
        east = orgs.tree().east();
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

    /** Whatever is received and taken out in whichever order: as a naive clerk with a pencil would have it. */
    @RepeatedTest(25)
    void noSerialIsThereTwiceAndTheBalanceCloses(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var receipts = new LinkedHashMap<ReceiptId, long[]>();
        var inStock = new HashSet<Long>();
        var known = new HashSet<Long>();
        var gone = new HashMap<Going, Integer>();
        for (var step = 0; step < 12; step++) {
            var first = random.nextLong(60);
            var last = first + random.nextLong(12);
            if (receipts.isEmpty() || random.nextInt(3) == 0) {
                var fresh = range(first, last).noneMatch(known::contains);
                var before = new ReceiptId[1];
                var taken = succeeds(() -> before[0] =
                        stock.receive(east, "CARD", new Serials(series, first, last, 6), TODAY, "PNK", ALL));
                assertThat(taken).isEqualTo(fresh);
                if (taken) {
                    receipts.put(before[0], new long[] {first, last});
                    range(first, last).forEach(serial -> {
                        known.add(serial);
                        inStock.add(serial);
                    });
                }
            } else {
                var receipt = receipts.keySet().stream()
                        .skip(random.nextInt(receipts.size()))
                        .findFirst()
                        .orElseThrow();
                var of = java.util.Objects.requireNonNull(receipts.get(receipt));
                var kind = WAYS.get(random.nextInt(3));
                var there =
                        first >= of[0] && last <= of[1] && range(first, last).allMatch(inStock::contains);
                assertThat(succeeds(() -> stock.takeOut(receipt, kind, first, last, TODAY, "PXK", "Biên bản", ALL)))
                        .isEqualTo(there);
                if (there) {
                    range(first, last).forEach(inStock::remove);
                    gone.merge(kind, (int) (last - first + 1), Integer::sum);
                }
            }
        }
        var balance = list.balances(Scope.of(java.util.Set.of(east.id()))).getFirst();
        assertThat(balance.received()).isEqualTo(known.size());
        assertThat(balance.leftOver()).isEqualTo(inStock.size());
        assertThat(Map.of(
                        Going.ISSUED, balance.issued(),
                        Going.SPOILT, balance.spoilt(),
                        Going.SENT_BACK, balance.sentBack()))
                .isEqualTo(Map.of(
                        Going.ISSUED, (long) gone.getOrDefault(Going.ISSUED, 0),
                        Going.SPOILT, (long) gone.getOrDefault(Going.SPOILT, 0),
                        Going.SENT_BACK, (long) gone.getOrDefault(Going.SENT_BACK, 0)));
        assertThat(balance.received())
                .isEqualTo(balance.issued() + balance.spoilt() + balance.sentBack() + balance.leftOver());
    }

    private static java.util.stream.Stream<Long> range(long first, long last) {
        return java.util.stream.LongStream.rangeClosed(first, last).boxed();
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

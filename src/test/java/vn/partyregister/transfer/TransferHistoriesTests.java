package vn.partyregister.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.MemberMarks;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.statistics.Form1;
import vn.partyregister.statistics.Period;

/**
 * Whatever clerks ask, sign, accept, return and cancel in whichever order: everybody stands once, at the sender until somebody
 * accepts, is marked while the letter is out, and form 1 of every organisation closes.
 */
@RegisterTest
@NullUnmarked
class TransferHistoriesTests {
    private static final LocalDate START = LocalDate.of(2022, 1, 3);
    private static final LocalDate TODAY = LocalDate.of(2022, 4, 30);
    private static final int ACTS = 40;

    @Autowired
    private Transfers transfers;

    @Autowired
    private TransferFiles files;

    @Autowired
    private MemberMarks marks;

    @Autowired
    private Form1 form;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    /** Where somebody stands, and the letter they are on the way with, as a naive reader keeps it. */
    private static final class Naive {
        private OrganisationId cell;
        private TransferId letter;
        private boolean leaves;
        private boolean temporary;
        private OrganisationId to;
        private int boxes;
        private int senders;
        private int filled;

        boolean underWay() {
            return letter != null && filled >= senders;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everybodyStandsOnceAndFormOneCloses(long seed) {
        var random = new Random(seed);
        var tree = orgs.tree();
        var cells = List.of(tree.eastCell(), tree.otherEastCell(), tree.westCell());
        Map<MemberId, Naive> everybody = new HashMap<>();
        for (var cell : cells) {
            var naive = new Naive();
            naive.cell = cell;
            everybody.put(people.add(cell, person -> person), naive);
        }
        var day = START;
        for (var act = 0; act < ACTS; act++) {
            day = day.plusDays(random.nextInt(3));
            var members = new ArrayList<>(everybody.keySet());
            var member = members.get(random.nextInt(members.size()));
            act(member, everybody.get(member), cells.get(random.nextInt(cells.size())), day, random);
            everybody.forEach(this::compare);
        }
        var first = new Period(START.minusDays(1), START.plusDays(30));
        var second = new Period(START.plusDays(31), TODAY);
        for (var organisation : List.of(tree.east(), tree.eastBase(), tree.eastCell(), tree.west(), tree.westCell())) {
            for (var period : List.of(first, second)) {
                assertThat(form.page(organisation, period, Scope.EVERYTHING, TODAY)
                                .failed())
                        .as("%s, %s, seed %s", organisation, period, seed)
                        .isEmpty();
            }
        }
    }

    private void act(MemberId member, Naive naive, OrganisationId to, LocalDate day, Random random) {
        if (naive.letter == null) {
            request(member, naive, to, day, random);
            return;
        }
        switch (random.nextInt(8)) {
            case 0 ->
                end(
                        naive,
                        naive.filled >= naive.senders,
                        () -> transfers.sendBack(naive.letter, day, "x", Scope.EVERYTHING));
            case 1 ->
                end(
                        naive,
                        naive.filled <= naive.senders,
                        () -> transfers.cancel(naive.letter, day, "x", Scope.EVERYTHING));
            default -> confirm(naive, day, random);
        }
    }

    private void request(MemberId member, Naive naive, OrganisationId to, LocalDate day, Random random) {
        var out = random.nextInt(4) == 0;
        var kind = TransferKind.values()[random.nextInt(TransferKind.values().length)];
        var told = new NewTransfer(
                kind,
                out ? null : to,
                out ? "Đảng bộ bạn" : null,
                out && kind == TransferKind.ABROAD ? "ABROAD" : "WORK",
                day,
                day,
                kind == TransferKind.TEMPORARY ? day.plusMonths(6) : null,
                null);
        TransferId letter;
        try {
            letter = transfers.request(member, told, Scope.EVERYTHING);
        } catch (RuleBroken refused) {
            return;
        }
        assertThat(naive.cell).as("who left is not transferred").isNotNull();
        var boxes = files.open(letter, Scope.EVERYTHING, TODAY).boxes();
        naive.letter = letter;
        naive.leaves = out;
        naive.temporary = kind == TransferKind.TEMPORARY;
        naive.to = to;
        naive.boxes = boxes.size();
        naive.senders =
                (int) boxes.stream().filter(box -> box.side() == Side.FROM).count();
        naive.filled = 0;
    }

    private void confirm(Naive naive, LocalDate day, Random random) {
        var upTo = naive.filled + random.nextInt(naive.boxes - naive.filled);
        var number = Long.toString(Math.abs(random.nextLong())) + "-GGT";
        try {
            transfers.confirm(naive.letter, new Confirmation(upTo, day, number, "muộn", null), Scope.EVERYTHING);
        } catch (RuleBroken refused) {
            assertThat(naive.temporary || naive.filled < naive.senders && upTo >= naive.senders)
                    .as(refused.key())
                    .isTrue();
            return;
        }
        naive.filled = upTo + 1;
        if (naive.filled == naive.boxes) {
            naive.letter = null;
            naive.cell = naive.temporary ? naive.cell : naive.leaves ? null : naive.to;
        }
    }

    private static void end(Naive naive, boolean possible, Runnable act) {
        try {
            act.run();
        } catch (RuleBroken refused) {
            assertThat(possible).as(refused.key()).isFalse();
            return;
        }
        assertThat(possible).isTrue();
        naive.letter = null;
    }

    private void compare(MemberId member, Naive naive) {
        var stands = jdbc.sql(
                        "select organisation_id::text from membership.standing where member_id = ? and valid @> ?::date")
                .params(member.id(), TODAY)
                .query(String.class)
                .list();
        assertThat(stands).isEqualTo(naive.cell == null ? List.of() : List.of(naive.cell.toString()));
        assertThat(marks.of(List.of(member), TODAY).containsKey(member)).isEqualTo(naive.underWay());
    }
}

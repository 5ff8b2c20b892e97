package vn.partyregister.paperfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.partyregister.ModuleDatabase;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Uuids;

/** Whatever is asked for in whichever order: the database takes and tells what a naive replay takes and tells. */
@NullMarked
class WhereaboutsProperties {
    private static final LocalDate START = LocalDate.of(2022, 1, 1);
    private static final LocalDate TODAY = START.plusDays(20);
    private static final DataSource PROGRAM = ModuleDatabase.create();
    private static final JdbcClient jdbc = JdbcClient.create(PROGRAM);

    /** Somebody wants this recorded, some days after the last that was. */
    record Wish(Kind kind, int daysLater, int shelf) {}

    @Provide
    Arbitrary<List<Wish>> histories() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(-1, 3),
                        Arbitraries.integers().between(1, 3))
                .as(Wish::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(30);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void theDatabaseTellsWhatANaiveReplayTells(@ForAll("histories") List<Wish> wishes) {
        new TransactionTemplate(new JdbcTransactionManager(PROGRAM)).executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            var day = mock(BusinessDay.class);
            when(day.today()).thenReturn(TODAY);
            var ledger = new Ledger(jdbc, day);
            var keeper = OrganisationId.next();
            var member = new MemberId(begin(keeper));
            var record = new HandOverId(record(keeper));
            var known = Naive.NOTHING;
            for (var wish : wishes) {
                var on = (known.since() == null ? START : known.since()).plusDays(wish.daysLater());
                var now = ledger.hold(List.of(member)).getFirst();
                assertThat(ledger.against(now, wish.kind(), on).isEmpty())
                        .as("%s on %s after %s", wish, on, known)
                        .isEqualTo(known.takes(wish.kind(), on));
                if (known.takes(wish.kind(), on)) {
                    ledger.append(List.of(member), happening(wish, on, keeper, record));
                    known = known.after(wish, on);
                }
                var told = ledger.find(List.of(member)).getFirst();
                assertThat(new Naive(told.state(), told.since(), told.place(), told.borrower()))
                        .isEqualTo(known);
            }
        });
    }

    private static Happening happening(Wish wish, LocalDate on, OrganisationId keeper, HandOverId record) {
        return switch (wish.kind()) {
            case PLACED, RECEIVED, FOUND -> Happening.put(wish.kind(), keeper, "Tủ " + wish.shelf(), on);
            case LENT -> Happening.lent(new Loan("Người " + wish.shelf(), "xem", on, on));
            case RETURNED, SEALED, MISSING -> Happening.remarked(wish.kind(), on, null);
            case HANDED_OVER -> Happening.handedOver(record, on);
        };
    }

    /** What a clerk would say who read the card of the file line by line. */
    private record Naive(
            State state,
            @Nullable LocalDate since,
            @Nullable String place,
            @Nullable String borrower) {
        static final Naive NOTHING = new Naive(State.NOT_RECORDED, null, null, null);

        boolean takes(Kind kind, LocalDate day) {
            var fits =
                    switch (kind) {
                        case PLACED -> state == State.NOT_RECORDED || state == State.IN_PLACE || state == State.SEALED;
                        case LENT, SEALED -> state == State.IN_PLACE;
                        case RETURNED -> state == State.LENT;
                        case HANDED_OVER -> state == State.IN_PLACE || state == State.SEALED;
                        case RECEIVED -> state == State.ON_THE_WAY;
                        case MISSING -> state != State.MISSING;
                        case FOUND -> state == State.MISSING;
                    };
            return fits && !day.isAfter(TODAY) && (since == null || !day.isBefore(since));
        }

        Naive after(Wish wish, LocalDate day) {
            return switch (wish.kind()) {
                case PLACED, RECEIVED, FOUND -> new Naive(State.IN_PLACE, day, "Tủ " + wish.shelf(), null);
                case LENT -> new Naive(State.LENT, day, place, "Người " + wish.shelf());
                case RETURNED -> new Naive(State.IN_PLACE, day, place, null);
                case SEALED -> new Naive(State.SEALED, day, place, null);
                case HANDED_OVER -> new Naive(State.ON_THE_WAY, day, place, null);
                case MISSING -> new Naive(State.MISSING, day, place, null);
            };
        }
    }

    private static UUID begin(OrganisationId keeper) {
        jdbc.sql("insert into organisation.organisation (id, version, is_root) values (:id, 0, false)")
                .param("id", keeper.id())
                .update();
        var member = Uuids.next();
        jdbc.sql("""
                        insert into member.member (id, version, full_name, family_name, middle_name, given_name, sex,
                            born_earliest, born_precision, ethnicity, religion, joined_on, official_on)
                        values (:id, 0, 'Nguyễn Văn An', 'Nguyễn', 'Văn', 'An', 'MALE', '1980-02-03', 'DAY', 'KINH',
                            'NONE', '2015-05-19', '2016-05-19')
                        """).param("id", member).update();
        return member;
    }

    private static UUID record(OrganisationId from) {
        var id = Uuids.next();
        jdbc.sql("""
                        insert into paperfile.hand_over
                            (id, number, handed_over_on, from_organisation_id, to_name, recorded_by)
                        values (:id, '01-BB/ĐU', :day, :from, 'Đảng bộ xã khác', 'test')
                        """)
                .param("id", id)
                .param("day", START)
                .param("from", from.id())
                .update();
        return id;
    }
}

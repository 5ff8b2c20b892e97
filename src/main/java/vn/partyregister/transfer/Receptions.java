package vn.partyregister.transfer;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.platform.AllOrNone;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.transfer.Confirmation.Particulars;

/**
 * Many letters that are out are received at once, by whoever answers for every level they still have to pass: each member is
 * taken in as by the confirmation of one letter. Where some cannot be, they are named, and nobody is taken in.
 */
@Service
public class Receptions {
    /** As many as one clerk looks through. */
    public static final int AT_MOST = 100;

    private static final String WAITING = """
            select t.id, coalesce(m.full_name, t.newcomer_full_name) as full_name, first.name as from_name, last.name as to_name,
                t.letter_number, t.introduced_on, d.present_by as due_on, t.member_id is null as newcomer, last.position as last_box
            from transfer.transfer t
            join transfer.deadline d on d.id = t.id
            join transfer.box first on first.transfer_id = t.id and first.position = 0
            cross join lateral (select b.name, b.position from transfer.box b where b.transfer_id = t.id order by b.position desc limit 1) last
            left join member.member m on m.id = t.member_id
            where t.stage in ('IN_TRANSIT', 'ARRIVING') and t.to_id is not null
                and not exists (select from transfer.box b where b.transfer_id = t.id and b.filled_on is null and not (%s))
            """;

    private final Transfers transfers;
    private final AllOrNone allOrNone;
    private final JdbcClient jdbc;
    private final BusinessDay businessDay;

    Receptions(Transfers transfers, AllOrNone allOrNone, JdbcClient jdbc, BusinessDay businessDay) {
        this.transfers = transfers;
        this.allOrNone = allOrNone;
        this.jdbc = jdbc;
        this.businessDay = businessDay;
    }

    /** The letters that a scope may receive, the longest under way first. */
    public List<Waiting> waiting(Scope scope) {
        return jdbc.sql(WAITING.formatted(scope.condition("b.organisation_id"))
                        + "order by t.introduced_on, t.id limit :most")
                .params(scope.params(businessDay.today()))
                .param("most", AT_MOST)
                .query(new RecordRows<>(Waiting.class))
                .list();
    }

    /**
     * Takes in whom these letters introduce, all of them on one day; or nobody, and says who cannot be.
     *
     * @param lateWhy why letters were presented after their term, where some were
     */
    public Outcome receive(Collection<Taken> taken, LocalDate day, @Nullable String lateWhy, Scope scope) {
        if (taken.isEmpty() || taken.size() > AT_MOST) {
            throw new RuleBroken("transfer.reception.none-chosen", AT_MOST);
        }
        var told = taken.stream().collect(Collectors.toMap(Taken::transfer, Function.identity(), (one, _) -> one));
        var letters = within(told.keySet(), scope);
        var refused = allOrNone.enter(
                letters,
                letter -> transfers.confirm(
                        new TransferId(letter.id()),
                        new Confirmation(
                                letter.lastBox(),
                                day,
                                null,
                                lateWhy,
                                Objects.requireNonNull(told.get(letter.id())).person()),
                        scope));
        return new Outcome(
                refused.isEmpty() ? letters.size() : 0,
                refused.stream()
                        .map(one -> new Refused(one.one().id(), one.one().fullName(), one.why()))
                        .toList());
    }

    /** Those of them that wait, in the order in which everybody who writes of many members takes them. */
    private List<Waiting> within(Collection<UUID> chosen, Scope scope) {
        return jdbc.sql(WAITING.formatted(scope.condition("b.organisation_id"))
                        + "and t.id = any(:chosen) order by t.member_id, t.id")
                .params(scope.params(businessDay.today()))
                .param("chosen", chosen.toArray(UUID[]::new))
                .query(new RecordRows<>(Waiting.class))
                .list();
    }

    /**
     * A letter that waits to be received.
     *
     * @param dueOn by when it must be presented; null where no rule names a day
     * @param newcomer whether the register does not know them yet
     * @param lastBox the place of the box of the cell
     */
    public record Waiting(
            UUID id,
            String fullName,
            String fromName,
            String toName,
            @Nullable String letterNumber,
            LocalDate introducedOn,
            @Nullable LocalDate dueOn,
            boolean newcomer,
            int lastBox) {}

    /**
     * A letter that is received.
     *
     * @param person what the letter of a newcomer does not say
     */
    public record Taken(UUID transfer, @Nullable Particulars person) {}

    /** Somebody who cannot be taken in, and why. */
    public record Refused(UUID id, String fullName, RuleBroken why) {}

    /** @param received all of them, or none */
    public record Outcome(int received, List<Refused> refused) {
        public Outcome {
            refused = List.copyOf(refused);
        }
    }
}

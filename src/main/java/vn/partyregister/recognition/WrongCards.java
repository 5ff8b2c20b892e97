package vn.partyregister.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.member.Card;
import vn.partyregister.member.CardItems;
import vn.partyregister.member.CardItems.Replacement;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Author;

/**
 * Cards that were entered as given and had not been, of one person or of thousands: the events stay and hold no longer, the
 * files say again what they said before, the blanks go back to their stock, and the numbers are free again.
 */
@Component
class WrongCards {
    private final JdbcClient jdbc;
    private final CardItems items;
    private final StockLines lines;

    WrongCards(JdbcClient jdbc, CardItems items, StockLines lines) {
        this.jdbc = jdbc;
        this.items = items;
        this.lines = lines;
    }

    /** @param paper what the blanks come back by */
    void takeBack(List<Wrong> wrongs, LocalDate today, String paper, String why) {
        var events = wrongs.stream().map(Wrong::event).toArray(UUID[]::new);
        withdraw(events, today, why);
        jdbc.sql("""
                        delete from recognition.card_number n using recognition.card_event e
                        where e.id = any(:events) and n.member_id = e.member_id and n.number = e.number
                        and n.number is distinct from e.former_number
                        and not exists (select from recognition.card_told t
                            where t.member_id = e.member_id and n.number in (t.number, t.former_number))
                        """).param("events", events).update();
        items.replace(
                wrongs.stream()
                        .map(one -> new Replacement(one.member(), one.organisation(), one.card(), one.before()))
                        .toList(),
                null,
                why);
        var outgoings =
                wrongs.stream().map(Wrong::outgoing).filter(Objects::nonNull).toList();
        if (!outgoings.isEmpty()) {
            lines.lock();
            lines.back(outgoings, today, paper);
        }
    }

    /** Events that hold no longer. */
    void withdraw(UUID[] events, LocalDate today, String why) {
        jdbc.sql("""
                        insert into recognition.card_withdrawal (event_id, withdrawn_on, why, recorded_by)
                        select e.id, :today, :why, :username from unnest(cast(:events as uuid[])) as e (id)
                        """)
                .param("today", today)
                .param("why", why)
                .param("username", Author.current().username())
                .param("events", events)
                .update();
    }

    /**
     * A card that had not been given.
     *
     * @param before as the file had it
     * @param outgoing how its blank had left the stock; null where none was taken
     */
    record Wrong(
            UUID event,
            MemberId member,
            OrganisationId organisation,
            Card card,
            Card before,
            @Nullable UUID outgoing) {}
}

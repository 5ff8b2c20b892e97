package vn.partyregister.recognition;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.reference.Rule;
import vn.partyregister.reference.Rulebook;

/** Who holds a card and may be given one, and which numbers are free: for one person or for many. */
@Component
class CardStates {
    private final JdbcClient jdbc;
    private final Rulebook rulebook;
    private final BusinessDay businessDay;

    CardStates(JdbcClient jdbc, Rulebook rulebook, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.rulebook = rulebook;
        this.businessDay = businessDay;
    }

    /** How it stands with their cards, in the order of their names. */
    List<CardState> of(Collection<MemberId> members) {
        return jdbc.sql("""
                        select m.id, m.card_number as number, m.card_place as place, m.card_issued_on as issued_on, s.status,
                            m.card_number is not null and coalesce((select e.number is not null from recognition.card_told e
                                where e.member_id = m.id order by e.recorded desc limit 1), true) as holds
                        from member.member m
                        left join membership.standing s on s.member_id = m.id and s.valid @> cast(:today as date)
                        where m.id = any(:members) order by m.given_name, m.middle_name, m.family_name, m.id
                        """)
                .param("today", businessDay.today())
                .param("members", ids(members))
                .query(new RecordRows<>(CardState.class))
                .list();
    }

    CardState of(MemberId member) {
        return of(List.of(member)).getFirst();
    }

    /** Who may hold a card today. */
    Rule<String> holder() {
        return rulebook.on(businessDay.today()).text("card-holder");
    }

    /** What a number looks like on a card of a day. */
    Rule<Pattern> form(LocalDate day) {
        return rulebook.on(day).cardNumber();
    }

    /** Why somebody cannot be given a card by an act; nothing where they can. */
    static Optional<RuleBroken> refusal(CardState state, CardAct act, Rule<String> holder) {
        if (!holder.value().equals(state.status())) {
            return Optional.of(new RuleBroken(holder.source(), "recognition.card-for-official-members"));
        }
        return (act == CardAct.FIRST) == state.holds()
                ? Optional.of(new RuleBroken(act == CardAct.FIRST ? "recognition.holds-a-card" : "recognition.no-card"))
                : Optional.empty();
    }

    /** Why a number cannot stand on a card; nothing where it can. */
    static Optional<RuleBroken> misshapen(String number, Rule<Pattern> form) {
        return form.value().matcher(number).matches()
                ? Optional.empty()
                : Optional.of(new RuleBroken(form.source(), "recognition.card-number-form", number));
    }

    /** That a number is another person's. */
    static RuleBroken taken(String number, Rule<Pattern> form) {
        return new RuleBroken(form.source(), "recognition.card-number-taken", number);
    }

    /** Whose of the numbers they are to bear is another's, or ever was. */
    Set<MemberId> ofOthers(Map<MemberId, String> numbers) {
        var members = List.copyOf(numbers.keySet());
        return new HashSet<>(jdbc.sql("""
                        select n.member from unnest(cast(:members as uuid[]), cast(:numbers as text[])) as n (member, number)
                        where exists (select from member.member m where m.card_number = n.number and m.id <> n.member)
                        or exists (select from recognition.card_number k where k.number = n.number and k.member_id <> n.member)
                        """)
                .param("members", ids(members))
                .param("numbers", members.stream().map(numbers::get).toArray(String[]::new))
                .query((row, _) -> new MemberId(row.getObject("member", UUID.class)))
                .list());
    }

    /** The next numbers from one on that nobody bears or ever bore; fewer where its digits run out. */
    List<String> free(String first, int many) {
        return jdbc.sql("""
                        select n.number from (
                            select lpad(cast(g as text), :digits, '0') as number
                            from (select generate_series(cast(:first as bigint),
                                cast(repeat('9', :digits) as bigint)) as g) as counted) n
                        where not exists (select from member.member m where m.card_number = n.number)
                        and not exists (select from recognition.card_number k where k.number = n.number)
                        limit :many
                        """)
                .param("first", first)
                .param("digits", first.length())
                .param("many", many)
                .query((row, _) -> row.getString("number"))
                .list();
    }

    /** Keeps numbers as theirs for ever. */
    void keep(Map<MemberId, String> numbers) {
        var members = List.copyOf(numbers.keySet());
        jdbc.sql("""
                        insert into recognition.card_number (number, member_id)
                        select n.number, n.member from unnest(cast(:members as uuid[]), cast(:numbers as text[])) as n (member, number)
                        on conflict do nothing
                        """)
                .param("members", ids(members))
                .param("numbers", members.stream().map(numbers::get).toArray(String[]::new))
                .update();
    }

    static UUID[] ids(Collection<MemberId> members) {
        return members.stream().map(MemberId::id).toArray(UUID[]::new);
    }

    /**
     * How it stands with somebody's card.
     *
     * @param number as the file has it, also of a card that was taken back
     * @param status null for who stands nowhere
     * @param holds whether they hold it
     */
    record CardState(
            UUID id,
            @Nullable String number,
            @Nullable String place,
            @Nullable LocalDate issuedOn,
            @Nullable String status,
            boolean holds) {
        MemberId member() {
            return new MemberId(id);
        }

        boolean stands() {
            return status != null;
        }
    }
}

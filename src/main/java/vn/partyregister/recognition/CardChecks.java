package vn.partyregister.recognition;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.ManyRows;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;

/** Checks cards: a campaign is opened, cards are seen one by one or an organisation at a time, and it is closed. */
@Service
@Transactional
public class CardChecks {
    private final JdbcClient jdbc;
    private final CardCheckList list;
    private final OrganisationTree tree;
    private final BusinessDay businessDay;
    private final ManyRows manyRows;
    private final AuditTrail audit;

    CardChecks(
            JdbcClient jdbc,
            CardCheckList list,
            OrganisationTree tree,
            BusinessDay businessDay,
            ManyRows manyRows,
            AuditTrail audit) {
        this.jdbc = jdbc;
        this.list = list;
        this.tree = tree;
        this.businessDay = businessDay;
        this.manyRows = manyRows;
        this.audit = audit;
    }

    /** A campaign: the cards of all who stood as official members on its first day are to be seen. */
    public CardCheckId open(OrganisationId organisation, String name, LocalDate day, Scope scope) {
        tree.get(organisation, scope, businessDay.today());
        if (day.isAfter(businessDay.today())) {
            throw new RuleBroken("membership.in-the-future", Dates.write(day));
        }
        var id = CardCheckId.next();
        var opened = jdbc.sql("""
                        insert into recognition.card_check (id, organisation_id, name, begun_on, opened_by)
                        values (:id, :organisation, :name, :day, :username)
                        on conflict on constraint an_organisation_checks_once_a_day do nothing
                        """)
                .param("id", id.id())
                .param("organisation", organisation.id())
                .param("name", name)
                .param("day", day)
                .param("username", Author.current().username())
                .update();
        if (opened == 0) {
            throw new RuleBroken("recognition.check-already", Dates.write(day));
        }
        manyRows.follow();
        var expected = jdbc.sql(ManyRows.once("""
                        insert into recognition.card_check_line (check_id, member_id, organisation_id)
                        select :id, s.member_id, s.organisation_id from membership.standing s
                        join organisation.ancestry a on a.descendant_id = s.organisation_id
                            and a.ancestor_id = :organisation and a.valid @> cast(:day as date)
                        where s.valid @> cast(:day as date) and s.status = 'OFFICIAL'
                        """))
                .param("id", id.id())
                .param("organisation", organisation.id())
                .param("day", day)
                .update();
        if (expected == 0) {
            throw new RuleBroken("recognition.nobody-to-check", Dates.write(day));
        }
        audit.changed(
                "card-check.opened",
                new Subject("card-check", id.id(), organisation.id()),
                null,
                Map.of("name", name, "on", day, "expected", expected));
        return id;
    }

    /** The cards of these members were seen; what was found before is told anew. */
    public void mark(CardCheckId id, Collection<UUID> members, Result result, Scope scope) {
        var check = hold(id, scope);
        var marked = members.isEmpty()
                ? 0
                : jdbc.sql("""
                        update recognition.card_check_line
                        set result = :result, checked_on = :today, recorded_by = :username
                        where check_id = :id and member_id in (:members)
                        """)
                        .param("result", result.name())
                        .param("today", businessDay.today())
                        .param("username", Author.current().username())
                        .param("id", id.id())
                        .param("members", members)
                        .update();
        note("card-check.marked", check, Map.of("result", result, "marked", marked));
    }

    /**
     * All cards of an organisation that have not been seen yet are in order, whatever lies below it included.
     *
     * @return how many those were
     */
    public int markAll(CardCheckId id, UUID organisation, Scope scope) {
        var check = hold(id, scope);
        var marked = jdbc.sql("""
                        update recognition.card_check_line l
                        set result = 'GOOD', checked_on = :today, recorded_by = :username
                        where l.check_id = :id and l.result is null and exists (select from organisation.ancestry a
                            where a.descendant_id = l.organisation_id and a.ancestor_id = :organisation
                            and a.valid @> cast(:day as date))
                        """)
                .param("today", businessDay.today())
                .param("username", Author.current().username())
                .param("id", id.id())
                .param("organisation", organisation)
                .param("day", check.begunOn())
                .update();
        note("card-check.marked", check, Map.of("result", Result.GOOD, "marked", marked, "organisation", organisation));
        return marked;
    }

    /** Closed with whoever is missing: the list of them stays as it is. */
    public void close(CardCheckId id, Scope scope) {
        var check = hold(id, scope);
        jdbc.sql("update recognition.card_check set closed_at = now(), closed_by = :username where id = :id")
                .param("username", Author.current().username())
                .param("id", id.id())
                .update();
        note("card-check.closed", check, Map.of("checked", check.checked(), "expected", check.expected()));
    }

    private CardCheck hold(CardCheckId id, Scope scope) {
        var held = jdbc.sql("select id from recognition.card_check where id = :id for update")
                .param("id", id.id())
                .query((row, _) -> row.getObject("id", UUID.class))
                .optional();
        if (held.isEmpty()) {
            throw new NotFound("recognition.unknown-check");
        }
        var check = list.get(id, scope);
        if (!check.isOpen()) {
            throw new RuleBroken("recognition.check-closed");
        }
        return check;
    }

    private void note(String act, CardCheck check, Map<String, Object> what) {
        audit.changed(act, new Subject("card-check", check.id(), check.organisationId()), null, what);
    }

    /** What is found of a card. */
    public enum Result {
        /** Đạt. */
        GOOD,
        /** Hỏng, cần đổi. */
        DAMAGED,
        /** Mất, cần cấp lại. */
        LOST,
        /** Sai thông tin, cần đổi. */
        WRONG
    }
}

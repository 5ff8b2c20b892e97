package vn.partyregister.transfer;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.DatedFacts;
import vn.partyregister.membership.FactId;
import vn.partyregister.membership.FactKind;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.Decisions;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Uuids;

/**
 * Temporary party life (sinh hoạt tạm thời): members of other provinces who are taken in here, and longer stays, here and
 * elsewhere. Nobody is counted where they stay for a time, so the journal is told nothing of it.
 */
@Service
@Transactional
public class Stays {
    private final GuestList guests;
    private final DatedFacts facts;
    private final Letters letters;
    private final Deadlines deadlines;
    private final Reach reach;
    private final Decisions decisions;
    private final BusinessDay businessDay;
    private final AuditTrail audit;
    private final JdbcClient jdbc;

    Stays(
            GuestList guests,
            DatedFacts facts,
            Letters letters,
            Deadlines deadlines,
            Reach reach,
            Decisions decisions,
            BusinessDay businessDay,
            AuditTrail audit,
            JdbcClient jdbc) {
        this.guests = guests;
        this.facts = facts;
        this.letters = letters;
        this.deadlines = deadlines;
        this.reach = reach;
        this.decisions = decisions;
        this.businessDay = businessDay;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /** Somebody from outside of the register is taken in for a time by a cell within the scope. */
    public GuestId takeIn(NewGuest told, Scope scope) {
        notInTheFuture(told.person().joinedOn(), told.letter().day(), told.arrivedOn());
        if (told.arrivedOn().isBefore(told.letter().day())) {
            throw new RuleBroken(
                    "transfer.received-before-issued", Dates.write(told.letter().day()));
        }
        requireHost(told, scope);
        var known = letters.known(told.person(), businessDay.today());
        if (known != null && known.standsIn() != null) {
            throw new RuleBroken("transfer.guest.is-member");
        }
        deadlines.requireTemporary(told.arrivedOn(), told.until(), told.ground());
        var id = GuestId.next();
        insert(id, told, letters.note(told.letter(), null, TransferId.next()).id());
        note("transfer.guest-taken-in", id, told.host().id(), Map.of("from", told.arrivedOn(), "to", told.until()));
        return id;
    }

    private void requireHost(NewGuest told, Scope scope) {
        if (!reach.covers(scope, told.host())) {
            throw new RuleBroken("transfer.guest.not-yours");
        }
        if (!holdsMembers(told.host().id(), told.arrivedOn())) {
            throw new RuleBroken("membership.organisation-holds-none");
        }
    }

    private boolean holdsMembers(UUID organisation, LocalDate day) {
        return jdbc.sql("""
                        select exists (select from organisation.organisation_version v
                            join organisation.organisation_type t on t.code = v.type
                            where v.organisation_id = :organisation and v.valid @> cast(:day as date)
                            and (t.tier = 'CELL' or t.code = 'CB_CS'))
                        """)
                .param("organisation", organisation)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    private void insert(GuestId id, NewGuest told, UUID letter) {
        var person = told.person();
        try {
            jdbc.sql("""
                            insert into transfer.guest (id, full_name, born_earliest, born_precision, card_number, joined_on,
                                official_on, home, organisation_id, ground, letter_id, arrived_on, until_on, recorded_by)
                            values (:id, :name, :born, :precision, :card, :joined, :official, :home, :host, :ground, :letter,
                                :from, :to, :username)
                            """)
                    .param("id", id.id())
                    .param("name", person.fullName())
                    .param("born", person.bornEarliest())
                    .param("precision", person.bornPrecision().name())
                    .param("card", person.cardNumber())
                    .param("joined", person.joinedOn())
                    .param("official", person.officialOn(), java.sql.Types.DATE)
                    .param("home", told.home())
                    .param("host", told.host().id())
                    .param("ground", told.ground())
                    .param("letter", letter)
                    .param("from", told.arrivedOn())
                    .param("to", told.until())
                    .param("username", Author.current().username())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new RuleBroken(
                    String.valueOf(taken.getMessage()).contains("a_letter_brings_one_guest")
                            ? "transfer.letter-used"
                            : "transfer.guest.here-already",
                    told.letter().number());
        }
    }

    /** Somebody from outside stays longer. */
    public void extend(GuestId id, LocalDate until, Decision paper, Scope scope) {
        var guest = open(id, scope);
        requireLonger(guest.arrivedOn(), guest.untilOn(), until, guest.ground(), paper);
        jdbc.sql("update transfer.guest set until_on = :until where id = :id")
                .param("until", until)
                .param("id", id.id())
                .update();
        extended(id.id(), null, guest.untilOn(), until, decisions.note(paper));
        note("transfer.stay-extended", id, guest.organisationId(), Map.of("before", guest.untilOn(), "to", until));
    }

    /** Somebody from outside has left. */
    public void end(GuestId id, LocalDate day, Scope scope) {
        var guest = open(id, scope);
        notInTheFuture(day);
        if (day.isBefore(guest.arrivedOn())) {
            throw new RuleBroken("membership.fact-ends-before-it-begins", Dates.write(guest.arrivedOn()));
        }
        jdbc.sql("update transfer.guest set ended_on = :day, ended_by = :username where id = :id")
                .param("day", day)
                .param("username", Author.current().username())
                .param("id", id.id())
                .update();
        note("transfer.guest-left", id, guest.organisationId(), Map.of("on", day));
    }

    /** A member of the register stays longer elsewhere. */
    public void extend(MemberId member, FactId id, LocalDate until, Decision paper, Scope scope) {
        var fact = facts.get(member, id, scope);
        var before = fact.until();
        if (fact.kind() != FactKind.TEMPORARY_OUT || before == null) {
            throw new RuleBroken("transfer.extension.no-stay");
        }
        requireLonger(fact.begun(), before, until, ground(member, fact.begun()), paper);
        facts.extend(member, id, until, scope);
        extended(null, id.id(), before, until, decisions.note(paper));
    }

    /** Why they went, where a transfer of this register led there. */
    private @Nullable String ground(MemberId member, LocalDate from) {
        return jdbc.sql("""
                        select ground from transfer.transfer
                        where member_id = :member and kind = 'TEMPORARY' and stage = 'ACCEPTED' and ended_on = :from
                        """)
                .param("member", member.id())
                .param("from", from)
                .query((row, _) -> row.getString("ground"))
                .optional()
                .orElse(null);
    }

    private void requireLonger(
            LocalDate from, LocalDate before, LocalDate until, @Nullable String ground, Decision paper) {
        notInTheFuture(paper.day());
        if (paper.day().isBefore(from)) {
            throw new RuleBroken("transfer.extension.before-the-stay", Dates.write(from));
        }
        if (!until.isAfter(before)) {
            throw new RuleBroken("transfer.extension.not-longer", Dates.write(before));
        }
        deadlines.requireExtended(from, until, ground, paper.day());
    }

    private void extended(@Nullable UUID guest, @Nullable UUID fact, LocalDate before, LocalDate until, UUID paper) {
        jdbc.sql("""
                        insert into transfer.extension (id, guest_id, fact_id, until_before, until_on, decision_id, recorded_by)
                        values (:id, :guest, :fact, :before, :until, :paper, :username)
                        """)
                .param("id", Uuids.next())
                .param("guest", guest, java.sql.Types.OTHER)
                .param("fact", fact, java.sql.Types.OTHER)
                .param("before", before)
                .param("until", until)
                .param("paper", paper)
                .param("username", Author.current().username())
                .update();
    }

    /** Held, so that nobody else extends or ends it meanwhile. */
    private Guest open(GuestId id, Scope scope) {
        jdbc.sql("select 1 from transfer.guest where id = :id for update")
                .param("id", id.id())
                .query(Integer.class)
                .optional();
        var guest = guests.get(id, scope, businessDay.today());
        if (guest.endedOn() != null) {
            throw new RuleBroken("transfer.guest.over", Dates.write(guest.endedOn()));
        }
        return guest;
    }

    private void notInTheFuture(LocalDate... days) {
        for (var day : days) {
            if (day.isAfter(businessDay.today())) {
                throw new RuleBroken("membership.in-the-future", Dates.write(day));
            }
        }
    }

    private void note(String act, GuestId id, UUID organisation, Map<String, Object> what) {
        audit.changed(act, new Subject("guest", id.id(), organisation), null, what);
    }
}

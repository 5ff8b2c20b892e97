package vn.partyregister.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.member.BadgeRows;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.MemberFiles;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.Decisions;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Uuids;
import vn.partyregister.recognition.StockLines.Taken;

/** Awards badges: one decision for all of a batch, written into the files of all or of nobody. */
@Service
@Transactional
public class Awards {
    private static final int NAMED = 5;

    private final JdbcClient jdbc;
    private final BadgeBatches batches;
    private final Stock stock;
    private final BadgeRows badges;
    private final MemberFiles files;
    private final Decisions decisions;
    private final BusinessDay businessDay;
    private final AuditTrail audit;

    Awards(
            JdbcClient jdbc,
            BadgeBatches batches,
            Stock stock,
            BadgeRows badges,
            MemberFiles files,
            Decisions decisions,
            BusinessDay businessDay,
            AuditTrail audit) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.stock = stock;
        this.badges = badges;
        this.files = files;
        this.decisions = decisions;
        this.businessDay = businessDay;
        this.audit = audit;
    }

    /**
     * Awards what a batch proposes.
     *
     * @param numbered whether each badge is taken from the stock of the batch's organisation, by its serial
     */
    public void decide(BatchId id, Decision decision, boolean numbered, Scope scope) {
        var batch = batches.hold(id, scope);
        switch (batch.state()) {
            case DRAWN_UP -> throw new RuleBroken("recognition.not-submitted");
            case DECIDED -> throw new RuleBroken("recognition.decided-already");
            case SUBMITTED -> {}
        }
        if (decision.day().isAfter(businessDay.today())) {
            throw new RuleBroken("membership.in-the-future", Dates.write(decision.day()));
        }
        hold(id);
        refuseWhoHasIt(id);
        refuseWhoLeft(id);
        var decided = decisions.note(decision, new OrganisationId(batch.organisationId()));
        var proposed = proposed(id);
        var taken = numbered
                ? stock.issueBadges(
                        proposed.stream().collect(Collectors.toMap(Proposed::memberId, Proposed::level)),
                        batch,
                        decision.number())
                : Map.<UUID, Taken>of();
        award(batch, proposed, taken, decided);
        badges.add(
                proposed.stream()
                        .map(one -> new BadgeRows.Given(
                                new MemberId(one.memberId()),
                                new OrganisationId(one.organisationId()),
                                one.level(),
                                PartialDate.of(batch.awardDay()),
                                serial(taken.get(one.memberId()))))
                        .toList(),
                decided);
        jdbc.sql("""
                        update recognition.batch set state = 'DECIDED', decision_id = :decision, decided_at = now(),
                            decided_by = :username where id = :id
                        """)
                .param("decision", decided)
                .param("username", Author.current().username())
                .param("id", id.id())
                .update();
        audit.changed(
                "badge-batch.decided",
                new Subject("badge-batch", id.id(), batch.organisationId()),
                null,
                Map.of("decision", decision, "awarded", proposed.size()));
    }

    /**
     * A badge was lost.
     *
     * @param account the written account of its holder
     * @param number of the one given instead, out of the stock of an organisation of the scope; null while there is none
     */
    public void lost(MemberId member, int years, LocalDate day, String account, @Nullable String number, Scope scope) {
        var brief = files.brief(member, scope, businessDay.today());
        if (day.isAfter(businessDay.today())) {
            throw new RuleBroken("membership.in-the-future", Dates.write(day));
        }
        var level = "YEARS_" + years;
        if (jdbc.sql("select count(*) from member.badge where member_id = :member and level = :level")
                        .param("member", member.id())
                        .param("level", level)
                        .query(Long.class)
                        .single()
                == 0) {
            throw new RuleBroken("recognition.badge-not-held", years);
        }
        var outgoing = number == null ? null : replacement(member, level, number, day, account, scope);
        var written = jdbc.sql("""
                        insert into recognition.lost_badge (id, member_id, level, reported_on, account, number, outgoing_id, recorded_by)
                        values (:id, :member, :level, :day, :account, :number, :outgoing, :username)
                        on conflict on constraint a_loss_is_told_once_a_day do nothing
                        """)
                .param("id", Uuids.next())
                .param("member", member.id())
                .param("level", level)
                .param("day", day)
                .param("account", account)
                .param("number", number, java.sql.Types.VARCHAR)
                .param("outgoing", outgoing, java.sql.Types.OTHER)
                .param("username", Author.current().username())
                .update();
        if (written == 0) {
            throw new RuleBroken("recognition.loss-told", Dates.write(day));
        }
        audit.changed(
                "badge.lost",
                new Subject("member", member.id(), brief.organisationId().id()),
                null,
                Map.of("level", level, "on", day));
    }

    /** Another badge of the level leaves the stock; one that was given already is told from one that never came in. */
    private UUID replacement(MemberId member, String level, String number, LocalDate day, String account, Scope scope) {
        if (jdbc.sql("""
                        select exists (select from recognition.outgoing o join recognition.receipt r on r.id = o.receipt_id
                                where r.kind = :level and o.kind = 'ISSUED'
                                and :number = recognition.serial(r.series, lower(o.serials), r.digits)
                                and not exists (select from recognition.receipt back where back.from_outgoing = o.id))
                            or exists (select from recognition.lost_badge
                                where level = :level and number = :number and outgoing_id is null)
                        """)
                .param("level", level)
                .param("number", number)
                .query(Boolean.class)
                .single()) {
            throw new RuleBroken("recognition.badge-number-taken", number);
        }
        return stock.issue(level, number, member, day, account, scope);
    }

    private void hold(BatchId id) {
        jdbc.sql("""
                        select 1 from member.member where id in (
                            select member_id from recognition.proposal where batch_id = :batch and removed_why is null)
                        order by id for no key update
                        """).param("batch", id.id()).query((row, _) -> row.getInt(1)).list();
    }

    private void refuseWhoHasIt(BatchId id) {
        named(id, "recognition.awarded-already", """
                exists (select from member.badge b where b.member_id = p.member_id and b.level = p.level)
                or exists (select from recognition.standing_award a where a.member_id = p.member_id and a.level = p.level)
                """);
    }

    private void refuseWhoLeft(BatchId id) {
        named(id, "recognition.left-since", """
                p.basis <> 'POSTHUMOUS' and not exists (select from membership.standing s where s.member_id = p.member_id
                and s.status = 'OFFICIAL' and s.valid @> cast(:today as date))
                """);
    }

    /** Refused with the names of some whom it concerns. */
    private void named(BatchId id, String otherwise, String condition) {
        var names = jdbc.sql("""
                        select m.full_name from recognition.proposal p join member.member m on m.id = p.member_id
                        where p.batch_id = :batch and p.removed_why is null and (%s)
                        and cast(:today as date) is not null
                        order by m.given_name, m.middle_name, m.family_name, m.id
                        """.formatted(condition))
                .param("batch", id.id())
                .param("today", businessDay.today())
                .query(String.class)
                .list();
        if (!names.isEmpty()) {
            throw new RuleBroken(
                    otherwise,
                    names.size(),
                    names.stream().limit(NAMED).collect(Collectors.joining(", ")) + (names.size() > NAMED ? " …" : ""));
        }
    }

    private List<Proposed> proposed(BatchId id) {
        return jdbc.sql("""
                        select member_id, organisation_id, level from recognition.proposal
                        where batch_id = :batch and removed_why is null
                        """)
                .param("batch", id.id())
                .query(new RecordRows<>(Proposed.class))
                .list();
    }

    private void award(Batch batch, List<Proposed> proposed, Map<UUID, Taken> taken, UUID decision) {
        var given = proposed.stream().map(one -> taken.get(one.memberId())).toList();
        jdbc.sql("""
                        insert into recognition.award
                            (member_id, level, occurrence, basis, batch_id, awarded_on, decision_id, number, outgoing_id)
                        select p.member_id, p.level, 1 + (select count(*) from recognition.award before
                                where before.member_id = p.member_id and before.level = p.level),
                            p.basis, p.batch_id, :day, :decision, n.number, n.outgoing
                        from unnest(cast(:members as uuid[]), cast(:numbers as text[]), cast(:outgoings as uuid[]))
                            as n (member, number, outgoing)
                        join recognition.proposal p on p.batch_id = :batch and p.member_id = n.member
                        """)
                .param("day", batch.awardDay())
                .param("decision", decision)
                .param("batch", batch.id())
                .param("members", proposed.stream().map(Proposed::memberId).toArray(UUID[]::new))
                .param("numbers", given.stream().map(Awards::serial).toArray(String[]::new))
                .param(
                        "outgoings",
                        given.stream()
                                .map(one -> one == null ? null : one.outgoing())
                                .toArray(UUID[]::new))
                .update();
    }

    private static @Nullable String serial(@Nullable Taken taken) {
        return taken == null ? null : taken.serial();
    }

    /** Whom a batch proposes, as the award needs it. */
    private record Proposed(UUID memberId, UUID organisationId, String level) {}
}

package vn.partyregister.recognition;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.member.BadgeRows;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.MemberFiles;
import vn.partyregister.membership.MemberFiles.Brief;
import vn.partyregister.organisation.Decisions;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Uuids;
import vn.partyregister.reference.Rulebook;

/**
 * Takes badges back (thu hồi Huy hiệu Đảng): the award stays readable with what took it back, the file no longer holds the
 * badge, and the level can be awarded again.
 */
@Service
@Transactional
public class Withdrawals {
    private final JdbcClient jdbc;
    private final MemberFiles files;
    private final BadgeRows badges;
    private final Stock stock;
    private final Decisions decisions;
    private final Rulebook rulebook;
    private final BusinessDay businessDay;
    private final AuditTrail audit;

    Withdrawals(
            JdbcClient jdbc,
            MemberFiles files,
            BadgeRows badges,
            Stock stock,
            Decisions decisions,
            Rulebook rulebook,
            BusinessDay businessDay,
            AuditTrail audit) {
        this.jdbc = jdbc;
        this.files = files;
        this.badges = badges;
        this.stock = stock;
        this.decisions = decisions;
        this.rulebook = rulebook;
        this.businessDay = businessDay;
        this.audit = audit;
    }

    /** Takes the badge of a level back. */
    public void withdraw(MemberId member, int years, Withdrawal said, Scope scope) {
        var brief = files.brief(member, scope, businessDay.today());
        hold(member);
        var level = "YEARS_" + years;
        var held = held(member, level);
        requireHeld(held, years);
        inOrder(said.day(), held.decidedOn());
        var decision =
                switch (said.ground()) {
                    case ENTERED_WRONGLY -> requireAwarded(held, null);
                    case REVOKED -> requireAwarded(held, decided(said, brief));
                    case PUT_OUT -> requirePutOut(member, said.day());
                };
        var goes = goes(held, said.goes());
        write(member, level, held, said, decision, goes);
        if (held.outgoingId() != null && goes != null) {
            stock.takeBack(held.outgoingId(), goes, said.day(), paper(said), said.why());
        }
        badges.take(member, brief.organisationId(), level, decision, said.why());
        note(brief, level, said, held.number());
    }

    private static void requireHeld(Held held, int years) {
        if (held.occurrence() != null || held.inFile()) {
            return;
        }
        throw held.withdrawnOn() != null
                ? new RuleBroken("recognition.withdrawn-already", years, Dates.write(held.withdrawnOn()))
                : new RuleBroken("recognition.badge-not-held", years);
    }

    private void inOrder(LocalDate day, @Nullable LocalDate decidedOn) {
        if (day.isAfter(businessDay.today())) {
            throw new RuleBroken("membership.in-the-future", Dates.write(day));
        }
        if (decidedOn != null && day.isBefore(decidedOn)) {
            throw new RuleBroken("recognition.withdrawn-before-award", Dates.write(decidedOn));
        }
    }

    /** What the file holds without an award of the register is corrected in the file. */
    private static @Nullable UUID requireAwarded(Held held, @Nullable UUID decision) {
        if (held.occurrence() == null) {
            throw new RuleBroken("recognition.badge-not-of-the-register");
        }
        return decision;
    }

    private UUID decided(Withdrawal said, Brief brief) {
        var decision = said.decision();
        if (decision == null) {
            throw new RuleBroken("recognition.revoked-by-a-decision");
        }
        if (decision.day().isAfter(said.day())) {
            throw new RuleBroken("recognition.withdrawn-before-award", Dates.write(decision.day()));
        }
        return decisions.note(decision, brief.organisationId());
    }

    /** Who was put out of the Party hands the badge back; by the decision that put them out, where the journal has it. */
    private @Nullable UUID requirePutOut(MemberId member, LocalDate day) {
        var rules = rulebook.on(day).ofGroups("badge-of-who-left");
        var left = jdbc.sql("""
                        select kind, effective_on, decision_id from membership.told where member_id = :member
                        order by effective_on desc, recorded desc limit 1
                        """)
                .param("member", member.id())
                .query(new RecordRows<>(Left.class))
                .single();
        if (!rules.containsKey(left.kind())) {
            throw rules.values().stream()
                    .findFirst()
                    .map(rule -> new RuleBroken(rule.source(), "recognition.badge-not-handed-back"))
                    .orElseGet(() -> new RuleBroken("recognition.badge-not-handed-back"));
        }
        if (day.isBefore(left.effectiveOn())) {
            throw new RuleBroken("recognition.before-leaving", Dates.write(left.effectiveOn()));
        }
        return left.decisionId();
    }

    private static @Nullable BadgeGoes goes(Held held, @Nullable BadgeGoes said) {
        if (held.outgoingId() == null) {
            return null;
        }
        if (said == null) {
            throw new RuleBroken("recognition.say-where-the-badge-goes", Objects.requireNonNull(held.number()));
        }
        if (said == BadgeGoes.STOCK && held.lost()) {
            throw new RuleBroken("recognition.a-lost-badge-does-not-come-back", Objects.requireNonNull(held.number()));
        }
        return said;
    }

    private static String paper(Withdrawal said) {
        var decision = said.decision();
        return decision == null ? said.why() : decision.number();
    }

    /** The badge they hold by now: the one awarded, or the last one given in the place of one that was lost. */
    private Held held(MemberId member, String level) {
        return jdbc.sql("""
                        select a.occurrence, coalesce(instead.number, a.number, b.number) as number,
                            coalesce(instead.outgoing_id, a.outgoing_id) as outgoing_id, d.issued_on as decided_on,
                            b.member_id is not null as in_file,
                            coalesce(loss.outgoing_id is null and loss.reported_on >= d.issued_on, false) as lost,
                            (select max(w.withdrawn_on) from recognition.badge_withdrawal w
                                where w.member_id = :member and w.level = :level) as withdrawn_on
                        from (select) as one
                        left join recognition.standing_award a on a.member_id = :member and a.level = :level
                        left join organisation.decision d on d.id = a.decision_id
                        left join lateral (select member_id, number from member.badge
                            where member_id = :member and level = :level order by place limit 1) b on true
                        left join lateral (select l.reported_on, l.outgoing_id from recognition.lost_badge l
                            where l.member_id = :member and l.level = :level
                            order by l.reported_on desc limit 1) loss on true
                        left join lateral (select l.number, l.outgoing_id from recognition.lost_badge l
                            where l.member_id = :member and l.level = :level and l.outgoing_id is not null
                            and not exists (select from recognition.receipt back where back.from_outgoing = l.outgoing_id)
                            order by l.reported_on desc limit 1) instead on true
                        """)
                .param("member", member.id())
                .param("level", level)
                .query(new RecordRows<>(Held.class))
                .single();
    }

    private void write(
            MemberId member,
            String level,
            Held held,
            Withdrawal said,
            @Nullable UUID decision,
            @Nullable BadgeGoes goes) {
        jdbc.sql("""
                        insert into recognition.badge_withdrawal (id, member_id, level, occurrence, number, ground, withdrawn_on,
                            why, decision_id, badge_goes, recorded_by)
                        values (:id, :member, :level, :occurrence, :number, :ground, :day, :why, :decision, :goes, :username)
                        """)
                .param("id", Uuids.next())
                .param("member", member.id())
                .param("level", level)
                .param("occurrence", held.occurrence(), java.sql.Types.INTEGER)
                .param("number", held.number(), java.sql.Types.VARCHAR)
                .param("ground", said.ground().name())
                .param("day", said.day())
                .param("why", said.why())
                .param("decision", decision, java.sql.Types.OTHER)
                .param("goes", goes == null ? null : goes.name(), java.sql.Types.VARCHAR)
                .param("username", Author.current().username())
                .update();
    }

    private void hold(MemberId member) {
        jdbc.sql("select 1 from member.member where id = :id for no key update")
                .param("id", member.id())
                .query((row, _) -> row.getInt(1))
                .list();
    }

    private void note(Brief brief, String level, Withdrawal said, @Nullable String number) {
        var told = new LinkedHashMap<String, Object>(
                Map.of("level", level, "on", said.day(), "ground", said.ground(), "why", said.why()));
        if (number != null) {
            told.put("number", number);
        }
        audit.changed(
                "badge.withdrawn",
                new Subject("member", brief.id().id(), brief.organisationId().id()),
                null,
                told);
    }

    /** How somebody last moved. */
    private record Left(
            String kind, LocalDate effectiveOn, @Nullable UUID decisionId) {}

    /** What somebody holds of a level, and what was taken back of it before. */
    private record Held(
            @Nullable Integer occurrence,
            @Nullable String number,
            @Nullable UUID outgoingId,
            @Nullable LocalDate decidedOn,
            boolean inFile,
            boolean lost,
            @Nullable LocalDate withdrawnOn) {}
}

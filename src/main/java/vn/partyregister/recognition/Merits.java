package vn.partyregister.recognition;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.MemberFiles;
import vn.partyregister.membership.Status;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.reference.Rulebook;
import vn.partyregister.reference.Rules;

/** Judges whether one member may be proposed for one badge: full, early or after death. */
@Component
class Merits {
    private final JdbcClient jdbc;
    private final MemberFiles files;
    private final Rulebook rulebook;
    private final BusinessDay businessDay;

    Merits(JdbcClient jdbc, MemberFiles files, Rulebook rulebook, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.files = files;
        this.rulebook = rulebook;
        this.businessDay = businessDay;
    }

    /** The levels of a day, the lowest first. */
    List<String> levels(LocalDate day) {
        return rulebook.on(day).ofGroups("badge-level").entrySet().stream()
                .sorted(Comparator.comparing(
                        one -> Integer.valueOf(one.getValue().value())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What a proposal rests on; refused with the rule that stands against it. */
    Merit judge(MemberId member, String level, Basis basis, Batch batch, Scope scope) {
        var brief = files.brief(member, scope, businessDay.today());
        var day = batch.awardDay();
        var rules = rulebook.on(day);
        var years = rules.ofGroups("badge-level").get(level);
        if (years == null) {
            throw new RuleBroken("recognition.unknown-level");
        }
        var known = known(member, Integer.parseInt(years.value()), day);
        if (!below(brief.organisationId().id(), batch, known.diedOn())) {
            throw new RuleBroken("recognition.not-of-the-batch", batch.organisation());
        }
        if (known.held() != null && known.held() >= Integer.parseInt(years.value())) {
            throw new RuleBroken(years.source(), "recognition.level-held", known.held());
        }
        if (brief.lastStatus() != Status.OFFICIAL) {
            throw new RuleBroken(rules.text("party-age-begins").source(), "recognition.not-official");
        }
        switch (basis) {
            case FULL -> full(known, day, rules);
            case EARLY -> early(known, level, day, rules);
            case POSTHUMOUS -> posthumous(known, rules);
        }
        return new Merit(brief.organisationId().id(), known.begins(), known.leftOut(), known.fullOn());
    }

    private static void full(Known known, LocalDate day, Rules rules) {
        stands(known);
        if (known.fullOn().isAfter(day)) {
            throw new RuleBroken(
                    rules.text("party-age-begins").source(),
                    "recognition.not-full",
                    Dates.write(known.fullOn()),
                    Dates.write(day));
        }
    }

    private static void early(Known known, String level, LocalDate day, Rules rules) {
        stands(known);
        var most = rules.ofGroups("badge-early-when-ill").get(level);
        if (most == null) {
            throw new RuleBroken("recognition.unknown-level");
        }
        var earliest = known.fullOn().minusMonths(Long.parseLong(most.value()));
        if (day.isBefore(earliest)) {
            throw new RuleBroken(
                    most.source(),
                    "recognition.too-early",
                    most.value(),
                    Dates.write(known.fullOn()),
                    Dates.write(earliest));
        }
    }

    private static void posthumous(Known known, Rules rules) {
        var died = known.diedOn();
        if (died == null) {
            throw new RuleBroken("recognition.not-dead");
        }
        var most = rules.period("badge-posthumous");
        var earliest = known.fullOn().minus(most.value());
        if (died.isBefore(earliest)) {
            throw new RuleBroken(
                    most.source(),
                    "recognition.died-too-early",
                    most.value().toTotalMonths(),
                    Dates.write(known.fullOn()),
                    Dates.write(died));
        }
    }

    private static void stands(Known known) {
        if (!known.stands()) {
            throw new RuleBroken("membership.no-member");
        }
    }

    private Known known(MemberId member, int years, LocalDate day) {
        return jdbc.sql("""
                        select a.begins, a.left_out,
                            cast(a.counted_from + make_interval(years => :years) as date) as full_on,
                            (select max(b.years) from member.badge b where b.member_id = :member) as held,
                            exists (select from membership.standing s
                                where s.member_id = :member and s.valid @> cast(:today as date)) as stands,
                            (select t.effective_on from membership.told t
                                where t.member_id = :member and t.kind = 'DIED' limit 1) as died_on
                        from membership.party_age(cast(:day as date)) a where a.member_id = :member
                        """)
                .param("years", years)
                .param("member", member.id())
                .param("day", day)
                .param("today", businessDay.today())
                .query(new RecordRows<>(Known.class))
                .single();
    }

    /** Whether they belong to the batch's organisation, or did when they died. */
    private boolean below(UUID organisation, Batch batch, @Nullable LocalDate diedOn) {
        return jdbc.sql("""
                        select exists (select from organisation.ancestry a where a.descendant_id = :organisation
                            and a.ancestor_id = :above and a.valid @> cast(:day as date))
                        """)
                .param("organisation", organisation)
                .param("above", batch.organisationId())
                .param("day", diedOn == null ? businessDay.today() : diedOn.minusDays(1))
                .query(Boolean.class)
                .single();
    }

    /** What is known of them. */
    private record Known(
            LocalDate begins,
            int leftOut,
            LocalDate fullOn,
            @Nullable Integer held,
            boolean stands,
            @Nullable LocalDate diedOn) {}

    /** What a proposal rests on. */
    record Merit(UUID organisationId, LocalDate begins, int leftOut, LocalDate fullOn) {}
}

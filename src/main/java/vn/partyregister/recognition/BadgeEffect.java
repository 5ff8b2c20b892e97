package vn.partyregister.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.reference.RuleChange;
import vn.partyregister.reference.RuleEffect;

/** What another number of years of a badge does: how many come to it by the next day of award; what was proposed was judged. */
@Component
class BadgeEffect implements RuleEffect {
    private static final String LEVEL = "badge-level";
    private static final Set<String> KEYS = Set.of(LEVEL, "badge-early-when-ill", "badge-posthumous");

    private final JdbcClient jdbc;
    private final AwardDays days;

    BadgeEffect(JdbcClient jdbc, AwardDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    @Override
    public boolean concerns(String key) {
        return KEYS.contains(key);
    }

    @Override
    public List<Figure> figures(RuleChange change, LocalDate today) {
        if (!change.key().equals(LEVEL)) {
            return List.of();
        }
        var day = days.from(change.starts().isAfter(today) ? change.starts() : today);
        return List.of(new Figure(
                "reference.effect.badge-candidates",
                candidates(change.before(), day, today),
                candidates(change.value(), day, today),
                "/recognition"));
    }

    private long candidates(@Nullable String years, LocalDate day, LocalDate today) {
        if (years == null) {
            return 0;
        }
        return jdbc.sql("""
                        select count(*) from membership.party_age(cast(:day as date)) a
                        join membership.standing s on s.member_id = a.member_id and s.valid @> cast(:today as date) and s.status = 'OFFICIAL'
                        where a.counted_from + make_interval(years => :years) <= cast(:day as date)
                        and not exists (select from member.badge b where b.member_id = a.member_id and b.years >= :years)
                        """)
                .param("years", Integer.parseInt(years))
                .param("day", day)
                .param("today", today)
                .query(Long.class)
                .single();
    }

    @Override
    public long judged(RuleChange change, LocalDate today) {
        return jdbc.sql("""
                        select count(*) from recognition.proposal p join recognition.batch b on b.id = p.batch_id
                        where daterange(:starts, :ends) @> b.award_day and p.removed_why is null and case :key
                            when 'badge-level' then p.level = :level
                            when 'badge-early-when-ill' then p.level = :level and p.basis = 'EARLY'
                            else p.basis = 'POSTHUMOUS' end
                        """)
                .param("starts", change.starts())
                .param("ends", change.ends(), java.sql.Types.DATE)
                .param("key", change.key())
                .param("level", change.group())
                .query(Long.class)
                .single();
    }
}

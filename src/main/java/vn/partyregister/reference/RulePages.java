package vn.partyregister.reference;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.RecordRows;

/** One rule as its page shows it: all its values over time, and what the board did to it. */
@Service
public class RulePages {
    private final JdbcClient jdbc;

    RulePages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a rule is; empty where the book has none of that key. */
    public Optional<Heading> heading(String key) {
        return jdbc.sql("""
                        select key, topic, case when :english then name_en else name_vi end as name
                        from reference.rule_key where key = :key
                        """)
                .param("english", english())
                .param("key", key)
                .query(new RecordRows<>(Heading.class))
                .optional();
    }

    /** All its values, by the group they bind, the latest first. */
    public List<Value> values(String key, LocalDate today) {
        return jdbc.sql("""
                        select r.scope, lower(r.valid) as starts, upper(r.valid) - 1 as last, r.value, r.unit,
                            case when r.unit = 'CODE' then (select case when :english then c.name_en else c.name_vi end
                                from reference.code c where c.list in ('general-education', 'transfer-level', 'rule-answer')
                                and c.code = r.value limit 1) end as name,
                            d.id as directive_id, d.kind, d.number, d.issuer, d.issued_on, d.issued_year,
                            case when :english then d.subject_en else d.subject_vi end as subject,
                            case when :english then d.remark_en else d.remark_vi end as directive_remark, r.clause, r.certainty,
                            case when :english then r.remark_en else r.remark_vi end as remark,
                            r.valid @> cast(:today as date) as now, lower(r.valid) > :today as later
                        from reference.rule r join reference.directive d on d.id = r.directive_id
                        where r.key = :key order by r.scope <> 'ALL', r.scope, lower(r.valid) desc nulls last
                        """)
                .param("english", english())
                .param("key", key)
                .param("today", today)
                .query(new RecordRows<>(Value.class))
                .list();
    }

    /** Groups that it may have a value for and has none yet, by the rule that each stands for. */
    public List<Code> furtherGroups(String key) {
        return jdbc.sql("""
                        select g.scope as code, case when :english then k.name_en else k.name_vi end as label
                        from reference.rule_group g join reference.rule_key k on k.key = g.names
                        where g.key = :key and not exists (select from reference.rule r where r.key = g.key and r.scope = g.scope)
                        order by k.position
                        """)
                .param("english", english())
                .param("key", key)
                .query(new RecordRows<>(Code.class))
                .list();
    }

    /** Rules that are no group of it where one would look for them, by their names, each with why. */
    public List<Reason> withoutGroup(String key) {
        return jdbc.sql("""
                        select case when :english then k.name_en else k.name_vi end as rule,
                            case when :english then w.why_en else w.why_vi end as why
                        from reference.rule_without_group w join reference.rule_key k on k.key = w.names
                        where w.key = :key order by k.position
                        """)
                .param("english", english())
                .param("key", key)
                .query(new RecordRows<>(Reason.class))
                .list();
    }

    /** What was done to it, the latest first. */
    public List<Act> acts(String key) {
        return jdbc.sql("""
                        select a.kind, a.scope, a.starts, a.value, a.unit, d.number as directive, a.clause, a.reason, a.done_on,
                            a.recorded_at at time zone :zone as recorded_at, a.recorded_by, coalesce(a.former_certainty, a.certainty) as certainty_before, a.certainty
                        from reference.rule_act a join reference.directive d on d.id = a.directive_id
                        where a.key = :key order by a.number desc
                        """)
                .param("key", key)
                .param("zone", BusinessDay.ZONE.getId())
                .query(new RecordRows<>(Act.class))
                .list();
    }

    /** The directives that can be chosen, the latest first. */
    public List<Code> directives() {
        return jdbc.sql("""
                        select id as code, number || ', ' || issuer || coalesce(', ' || to_char(issued_on, 'DD/MM/YYYY'), ', ' || issued_year) as label
                        from reference.directive order by issued_year desc, issued_on desc nulls last, number
                        """).query(new RecordRows<>(Code.class)).list();
    }

    /** What kinds of directives there are. */
    public List<Code> kinds() {
        return jdbc.sql(
                        "select kind as code, kind as label from reference.directive group by kind order by count(*) desc, kind")
                .query(new RecordRows<>(Code.class))
                .list();
    }

    private static boolean english() {
        return "en".equals(LocaleContextHolder.getLocale().getLanguage());
    }

    /** Why a rule is no group of another. */
    public record Reason(String rule, String why) {}

    /** What a rule is called, and in which part of the book it stands. */
    public record Heading(String key, String topic, String name) {}

    /**
     * A value of a rule, from {@code starts} to {@code last}, both included.
     *
     * @param scope whom it binds
     * @param name what a code means
     * @param directiveRemark what is not known of the directive
     * @param now whether it holds today
     * @param later whether it has not begun
     */
    public record Value(
            String scope,
            @Nullable LocalDate starts,
            @Nullable LocalDate last,
            String value,
            String unit,
            @Nullable String name,
            String directiveId,
            String kind,
            String number,
            String issuer,
            @Nullable LocalDate issuedOn,
            int issuedYear,
            String subject,
            @Nullable String directiveRemark,
            String clause,
            Certainty certainty,
            @Nullable String remark,
            boolean now,
            boolean later) {
        /** A number, the name of a code, or the pattern of a number. */
        public String said() {
            return name == null ? value : name;
        }

        /** Whether a better source can be found for it. */
        public boolean unsure() {
            return certainty != Certainty.VERIFIED;
        }

        /** Kind and number, said once where the number is its name. */
        public String title() {
            return number.startsWith(kind) ? number : kind + " " + number;
        }
    }

    /** Something the board did. */
    public record Act(
            String kind,
            String scope,
            @Nullable LocalDate starts,
            String value,
            String unit,
            String directive,
            String clause,
            String reason,
            LocalDate doneOn,
            LocalDateTime recordedAt,
            String recordedBy,
            Certainty certaintyBefore,
            Certainty certainty) {}
}

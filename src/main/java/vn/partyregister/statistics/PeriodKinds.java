package vn.partyregister.statistics;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.RuleSource;
import vn.partyregister.reference.Rulebook;
import vn.partyregister.reference.WorkingDays;

/** The kinds of periods, and until when the rulebook has each closed. */
@Component
class PeriodKinds {
    private final JdbcClient jdbc;
    private final Rulebook rulebook;
    private final WorkingDays days;

    PeriodKinds(JdbcClient jdbc, Rulebook rulebook, WorkingDays days) {
        this.jdbc = jdbc;
        this.rulebook = rulebook;
        this.days = days;
    }

    /** Those that are closed by the rules of a day, the shortest first. */
    List<PeriodKind> on(LocalDate day) {
        var rules = rulebook.on(day);
        return all().stream().filter(kind -> rules.know(kind.dueRule())).toList();
    }

    /** A kind by its code, whatever the day. */
    Optional<PeriodKind> find(String code) {
        return all().stream().filter(kind -> kind.code().equals(code)).findFirst();
    }

    /** Until when a period is closed, where a rule of its last day says so. */
    Optional<Due> due(PeriodKind kind, Period period) {
        var rules = rulebook.on(period.to());
        if (!rules.know(kind.dueRule())) {
            return Optional.empty();
        }
        var term = rules.term(kind.dueRule());
        return Optional.of(new Due(days.lastDay(period.to(), term.value()), term.source()));
    }

    private List<PeriodKind> all() {
        return jdbc.sql("""
                        select code, months, case :language when 'en' then name_en else name_vi end as label, due_rule
                        from statistics.period_kind order by position
                        """)
                .param("language", LocaleContextHolder.getLocale().getLanguage())
                .query(new RecordRows<>(PeriodKind.class))
                .list();
    }

    /** The last day in time, by which rule. */
    public record Due(LocalDate on, RuleSource source) {}
}

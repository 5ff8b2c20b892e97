package vn.partyregister.inbox;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.reference.Rulebook;
import vn.partyregister.reference.Rules;
import vn.partyregister.reference.Term;

/** Until when something is due soon, and since when overdue that the committee above is told, as the rulebook says. */
@Component
public class InboxDays {
    private static final String SOON = "obligation-soon";
    private static final String ESCALATES = "obligation-escalates-after";

    private final JdbcClient jdbc;
    private final Rulebook rulebook;

    InboxDays(JdbcClient jdbc, Rulebook rulebook) {
        this.jdbc = jdbc;
        this.rulebook = rulebook;
    }

    /** The last day that counts as soon (sắp đến hạn); null where no rule or no calendar names one. */
    public @Nullable LocalDate soon(LocalDate asAt) {
        return on(asAt).soon();
    }

    /** Both days; a day that no rule or no calendar names is absent, and nothing is urgent by it. */
    Days on(LocalDate asAt) {
        var rules = rulebook.on(asAt);
        return jdbc.sql("""
                        select reference.last_day(:asAt, cast(:soon as integer), :soonUnit) as soon,
                            case :afterUnit when 'WORKING_DAYS' then (select max(d.day) from reference.working_day t
                                    join reference.working_day d on d.stretch = t.stretch and d.passed <= t.passed - cast(:after as integer)
                                    where t.day = :asAt)
                                when 'DAYS' then cast(:asAt as date) - cast(:after as integer)
                                when 'MONTHS' then cast(cast(:asAt as date) - make_interval(months => cast(:after as integer)) as date) end as long_since
                        """)
                .param("asAt", asAt)
                .params(term(rules, SOON, "soon"))
                .params(term(rules, ESCALATES, "after"))
                .query(new RecordRows<>(Days.class))
                .single();
    }

    private static Map<String, Object> term(Rules rules, String key, String name) {
        return rules.know(key) ? written(rules.term(key).value(), name) : Map.of(name, 0, name + "Unit", "");
    }

    private static Map<String, Object> written(Term term, String name) {
        return Map.of(name, term.amount(), name + "Unit", term.unit().name());
    }

    /** The last day that is soon, and the last one that is long ago. */
    record Days(@Nullable LocalDate soon, @Nullable LocalDate longSince) {}
}

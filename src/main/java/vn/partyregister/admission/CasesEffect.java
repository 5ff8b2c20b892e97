package vn.partyregister.admission;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.reference.RuleChange;
import vn.partyregister.reference.RuleEffect;
import vn.partyregister.reference.Rulebook;

/**
 * What another value of a rule of admission does to the cases under way: those that began before keep theirs, unless the book
 * marks the rule to apply at once. It does not tell what their steps were judged by, so that the days that are over stay.
 */
@Component
class CasesEffect implements RuleEffect {
    private static final String ADDRESS = "/admissions";

    private final Rulebook rulebook;
    private final JdbcClient jdbc;

    CasesEffect(Rulebook rulebook, JdbcClient jdbc) {
        this.rulebook = rulebook;
        this.jdbc = jdbc;
    }

    @Override
    public boolean concerns(String key) {
        return key.equals(CaseRules.AT_ONCE)
                || jdbc.sql("select exists (select from reference.rule_group where key = :marks and names = :key)")
                        .param("marks", CaseRules.AT_ONCE)
                        .param("key", key)
                        .query(Boolean.class)
                        .single();
    }

    @Override
    public boolean accountsFor(String key) {
        return false;
    }

    @Override
    public List<Figure> figures(RuleChange change, LocalDate today) {
        var marked = rulebook.on(change.starts()).ofGroups(CaseRules.AT_ONCE).keySet();
        var begun = begun(change);
        if (change.key().equals(CaseRules.AT_ONCE)) {
            var before = marked.contains(change.group());
            return figures(before ? 0 : begun.earlier(), before ? begun.earlier() : 0, 0, begun.earlier());
        }
        var atOnce = marked.contains(change.key().toUpperCase(Locale.ROOT).replace('-', '_'));
        return figures(
                begun.earlier() + begun.since(),
                0,
                atOnce ? 0 : begun.earlier(),
                atOnce ? begun.earlier() + begun.since() : begun.since());
    }

    private static List<Figure> figures(long keepNow, long followNow, long keepThen, long followThen) {
        return List.of(
                new Figure("reference.effect.cases-keep", keepNow, keepThen, ADDRESS),
                new Figure("reference.effect.cases-follow", followNow, followThen, ADDRESS));
    }

    private Begun begun(RuleChange change) {
        return jdbc.sql("""
                        select count(*) filter (where rule_day < cast(:starts as date) or rule_day >= cast(:ends as date)) as earlier,
                            count(*) filter (where daterange(:starts, :ends) @> rule_day) as since
                        from admission.admission_case where ended_on is null
                        """)
                .param("starts", change.starts())
                .param("ends", change.ends(), Types.DATE)
                .query(new RecordRows<>(Begun.class))
                .single();
    }

    @Override
    public long judged(RuleChange change, LocalDate today) {
        return 0;
    }

    /** Cases under way that began before a value, and on its days. */
    record Begun(long earlier, long since) {}
}

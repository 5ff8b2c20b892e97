package vn.partyregister.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.platform.RecordRows;

/** What a rule may say: a value of its kind and its unit, so that whoever reads it later can. */
@Component
public class RuleValues {
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,6}");
    private static final Pattern SHARE = Pattern.compile("([1-9][0-9]{0,2})/([1-9][0-9]{0,2})");
    private static final int LONGEST_PATTERN = 200;
    /** Terms that were counted in working days are read with their unit: a later directive may count them otherwise. */
    private static final List<String> UNITS_OF_A_TERM = List.of("WORKING_DAYS", "DAYS", "MONTHS");

    private final JdbcClient jdbc;

    RuleValues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The units that values of a rule may have, the one it had last first. */
    public List<String> units(String key) {
        List<String> had = jdbc.sql(
                        "select unit from reference.rule where key = :key group by unit order by max(upper(valid)) desc")
                .param("key", key)
                .query((row, _) -> row.getString("unit"))
                .list();
        if (!had.contains("WORKING_DAYS")) {
            return had.stream().limit(1).toList();
        }
        var units = new ArrayList<>(had);
        UNITS_OF_A_TERM.stream().filter(unit -> !units.contains(unit)).forEach(units::add);
        return List.copyOf(units);
    }

    /**
     * The codes that a rule may name: the whole of a list that people choose from; of the answers that only the program
     * understands, those this rule ever gave.
     */
    public List<Code> codes(String key) {
        return jdbc.sql("""
                        with said as (select distinct value from reference.rule where key = :key and unit = 'CODE')
                        select c.code, case when :english then c.name_en else c.name_vi end as label
                        from reference.code c
                        where c.list in ('general-education', 'transfer-level', 'rule-answer')
                        and case c.list when 'rule-answer' then c.code in (select value from said)
                            else exists (select from reference.code o where o.list = c.list and o.code in (select value from said)) end
                        union all
                        select value, value from said where value not in (select code from reference.code
                            where list in ('general-education', 'transfer-level', 'rule-answer'))
                        """)
                .param("key", key)
                .param("english", "en".equals(LocaleContextHolder.getLocale().getLanguage()))
                .query(new RecordRows<>(Code.class))
                .list();
    }

    /** What is wrong with a value; nothing where the rule may have it. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Optional<RuleProblem> problem(String key, String value, String unit) {
        if (!units(key).contains(unit)) {
            return Optional.of(RuleProblem.of("unit", "reference.wrong.unit"));
        }
        return switch (unit) {
            case "CODE" ->
                wrongIf(codes(key).stream().noneMatch(code -> code.code().equals(value)), "code");
            case "SHARE" -> wrongIf(!isShare(value), "share");
            case "PATTERN" -> wrongIf(!isPattern(value), "pattern");
            default -> wrongIf(!AMOUNT.matcher(value).matches(), "amount");
        };
    }

    private static Optional<RuleProblem> wrongIf(boolean wrong, String how) {
        return wrong ? Optional.of(RuleProblem.of("value", "reference.wrong.value." + how)) : Optional.empty();
    }

    private static boolean isShare(String value) {
        var parts = SHARE.matcher(value);
        return parts.matches() && Integer.parseInt(parts.group(1)) <= Integer.parseInt(parts.group(2));
    }

    /** The program and the database both search by it. */
    private boolean isPattern(String value) {
        if (value.length() > LONGEST_PATTERN) {
            return false;
        }
        try {
            Pattern.compile(value);
            jdbc.sql("select '' ~ :pattern")
                    .param("pattern", "^(?:" + value.replace("\\p{Lu}", "[[:upper:]]") + ")$")
                    .query(Boolean.class)
                    .single();
            return true;
        } catch (PatternSyntaxException | DataAccessException _) {
            return false;
        }
    }
}

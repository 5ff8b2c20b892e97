package vn.partyregister.admission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import vn.partyregister.admission.StageRule.Asked;
import vn.partyregister.admission.StageRule.Condition;
import vn.partyregister.platform.RuleSource;

/** The procedures of all days. They change by migration alone, so that they are read once and kept. */
@Component
class Procedures {
    private static final String ORDER = "admission-order";

    private final Supplier<List<Dated>> stages;

    Procedures(JdbcClient jdbc) {
        stages = SingletonSupplier.of(
                () -> jdbc.sql("""
                        select s.code, s.position, s.side, s.only_under, coalesce(s.first_from, 0) as first_from,
                            coalesce(s.last_from, 0) as last_from, s.asks, s.form_code, lower(s.valid) as starts,
                            upper(s.valid) as ends, d.number, d.issuer, d.issued_on, s.clause
                        from admission.stage s join reference.directive d on d.id = s.directive_id
                        """).query((row, _) -> dated(row)).list());
    }

    Procedure on(LocalDate day, Set<Condition> where) {
        return new Procedure(
                stages.get().stream()
                        .filter(one -> one.holdsOn(day))
                        .map(Dated::stage)
                        .toList(),
                where);
    }

    private static Dated dated(ResultSet row) throws SQLException {
        var under = row.getString("only_under");
        var asks = (String[]) row.getArray("asks").getArray();
        return new Dated(
                row.getObject("starts", LocalDate.class),
                row.getObject("ends", LocalDate.class),
                new StageRule(
                        Stage.valueOf(row.getString("code")),
                        row.getInt("position"),
                        row.getBoolean("side"),
                        under == null ? null : Condition.valueOf(under),
                        row.getInt("first_from"),
                        row.getInt("last_from"),
                        Arrays.stream(asks).map(Asked::valueOf).collect(Collectors.toUnmodifiableSet()),
                        row.getString("form_code"),
                        new RuleSource(
                                ORDER,
                                row.getString("number"),
                                row.getString("issuer"),
                                row.getObject("issued_on", LocalDate.class),
                                row.getString("clause"))));
    }

    private record Dated(
            @Nullable LocalDate starts, @Nullable LocalDate ends, StageRule stage) {
        boolean holdsOn(LocalDate day) {
            return (starts == null || !day.isBefore(starts)) && (ends == null || day.isBefore(ends));
        }
    }
}

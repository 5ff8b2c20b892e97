package vn.partyregister.organisation;

import java.time.LocalDate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.exchange.ImportId;
import vn.partyregister.platform.RegisterProperties;
import vn.partyregister.platform.Scope;

/**
 * Says what each row of a list of organisations would do. The rows are laid out in a table of the transaction, matched
 * with the register and with one another level by level, and judged by sets.
 */
@Component
class RowJudgement {
    private final JdbcClient jdbc;
    private final RegisterProperties register;
    private final ObjectProvider<WhoStandsHere> standing;

    RowJudgement(JdbcClient jdbc, RegisterProperties register, ObjectProvider<WhoStandsHere> standing) {
        this.jdbc = jdbc;
        this.register = register;
        this.standing = standing;
    }

    void judge(ImportId batch, Scope scope, LocalDate day) {
        var rows = JudgedRows.layOut(jdbc, batch, scope, openingDay(day), day, JudgedRows.READABLE);
        look(rows);
        new RowRefusals(rows, standing).refuse();
        new RowVerdicts(rows).tell();
    }

    /** What the rows mean and where they say otherwise; a row with a cell that cannot be read means something all the same. */
    void compare(ImportId batch, Scope scope, LocalDate day) {
        var rows = JudgedRows.layOut(jdbc, batch, scope, openingDay(day), day, "true");
        look(rows);
        new RowRefusals(rows, standing).refuseOutOfScope("r.is_new");
        new RowVerdicts(rows).tellOfComparison();
    }

    private LocalDate openingDay(LocalDate day) {
        var held = register.held();
        return held == null ? day : held.openingDay();
    }

    private static void look(JudgedRows rows) {
        var match = new RowMatch(rows);
        match.findByCode();
        new ParentMatch(rows).find();
        match.findRoot();
        match.findLevelByLevel();
        var reading = new RowReading(rows);
        reading.readTypesAndKinds();
        reading.date();
    }
}

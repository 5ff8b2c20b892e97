package vn.partyregister.platform;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Thousands of rows in one transaction. Questions of the program are planned each for their own day and organisation; the
 * checks of foreign keys, asked once for each row, would be too, and take eight times as long.
 */
@Component
public class ManyRows {
    private final JdbcClient jdbc;

    ManyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * From here to the end of the transaction a plan that has served five times serves on. What reads a tree or a day is asked
     * before, or {@link #once}: a plan made for any organisation is ruinous for the largest.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow() {
        jdbc.sql("set local plan_cache_mode = auto").update();
    }

    /** A statement that no other is like, so that it is planned for its own values whatever has been asked before. */
    public static String once(String sql) {
        return "/* " + Uuids.next() + " */ " + sql;
    }
}

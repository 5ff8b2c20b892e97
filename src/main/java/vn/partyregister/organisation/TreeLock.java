package vn.partyregister.organisation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever writes where members belong shares the tree as it stands; whoever changes it waits for them, and they for whoever
 * changes it. Without this somebody could come to a cell between the judgement of a merger and its carrying out.
 */
@Component
public class TreeLock {
    /** One change of the tree at a time: two moves at once could make a circle neither sees. */
    private static final long TREE = 7_031_930L;

    private final JdbcClient jdbc;

    TreeLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nobody changes the tree until the transaction ends. Asked before anybody's row is held, so that no two wait for each other. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void share() {
        take("pg_advisory_xact_lock_shared");
    }

    /** Nobody else changes the tree, or writes where members belong, until the transaction ends. */
    void own() {
        take("pg_advisory_xact_lock");
    }

    private void take(String lock) {
        jdbc.sql("select 1 from %s(:tree)".formatted(lock))
                .param("tree", TREE)
                .query(Integer.class)
                .single();
    }
}

package vn.partyregister.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every page writes down when its session was last used, and would wait for the disk each time. It does not: where the
 * database server breaks down, the visits of the last half second are forgotten, which nobody misses. The end of a
 * session is written as safely as everything else.
 *
 * <p>Nor does a page begin and end a transaction to read its session and another to write it down: each is one statement.
 * Only a new session takes several, the session first; one without what belongs to it lets nobody in. Nor does it take part
 * in a transaction that is open: a long list leaves while it is still read, and reading may not write.
 */
@Configuration(proxyBeanMethods = false)
class SessionVisits {
    private static final String WITHOUT_WAITING = """
            WITH not_waiting AS (SELECT set_config('synchronous_commit', 'off', true) AS how)
            UPDATE %TABLE_NAME%
            SET SESSION_ID = ?, LAST_ACCESS_TIME = ?, MAX_INACTIVE_INTERVAL = ?, EXPIRY_TIME = ?, PRINCIPAL_NAME = ?
            FROM not_waiting
            WHERE PRIMARY_ID = ? AND not_waiting.how = 'off'
            """;

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> visitsWithoutWaiting() {
        return sessions -> sessions.setUpdateSessionQuery(WITHOUT_WAITING);
    }

    @Bean(name = "springSessionTransactionOperations", defaultCandidate = false)
    TransactionOperations eachStatementByItself(PlatformTransactionManager transactions) {
        var outside = new TransactionTemplate(transactions);
        outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        return outside;
    }
}

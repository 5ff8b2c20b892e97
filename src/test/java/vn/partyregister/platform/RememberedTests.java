package vn.partyregister.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.organisation.OrganisationId;

/** A figure that is kept is the figure that would be counted. */
@RegisterTest
class RememberedTests {
    @Autowired
    Remembered remembered;

    @Autowired
    Orgs orgs;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private final Object key = List.of("members of a cell", UUID.randomUUID());
    private final AtomicInteger counted = new AtomicInteger();
    private OrganisationId cell;

    @BeforeEach
    void aCell() {
        cell = orgs.tree().eastCell();
        someoneJoins();
    }

    @Test
    void isCountedOnceWhileNothingChanges() {
        assertThat(members()).isEqualTo(1);
        assertThat(members()).isEqualTo(1);
        assertThat(counted).hasValue(1);
    }

    @Test
    void isCountedAnewWhenAFactWasAdded() {
        assertThat(members()).isEqualTo(1);
        someoneJoins();
        assertThat(members()).isEqualTo(2);
        assertThat(counted).hasValue(2);
    }

    @Test
    void isCountedAnewInTheTransactionThatAddsAFactAndNotKeptWhenItIsTakenBack() {
        assertThat(members()).isEqualTo(1);
        new TransactionTemplate(transactions).executeWithoutResult(change -> {
            someoneJoins();
            assertThat(members()).isEqualTo(2);
            change.setRollbackOnly();
        });
        assertThat(members()).isEqualTo(1);
    }

    @Test
    void seesAChangeThatWasBegunBeforeItWasCountedAndEndedAfter() {
        var other = new TransactionTemplate(transactions);
        other.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            someoneJoins();
            assertThat(other.<Long>execute(_ -> members())).isEqualTo(1);
        });
        assertThat(members()).isEqualTo(2);
    }

    private void someoneJoins() {
        people.add(cell, UnaryOperator.identity());
    }

    private long members() {
        return remembered.of(key, () -> {
            counted.incrementAndGet();
            return jdbc.sql("select count(*) from membership.standing where organisation_id = :cell")
                    .param("cell", cell.id())
                    .query(Long.class)
                    .single();
        });
    }
}

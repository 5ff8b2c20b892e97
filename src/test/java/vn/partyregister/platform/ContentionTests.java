package vn.partyregister.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.Advised;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.Movements;

@RegisterTest
class ContentionTests {
    @Autowired
    Movements movements;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Orgs orgs;

    @Autowired
    People people;

    @Test
    void whatTheDatabaseGaveUpIsDoneAgainAndThenToldAsItIs() {
        var attempts = new AtomicInteger();
        assertThat(Contention.withstood(() -> {
                    if (attempts.incrementAndGet() < 3) {
                        throw new CannotAcquireLockException("deadlock");
                    }
                    return "done";
                }))
                .isEqualTo("done");
        assertThat(attempts).hasValue(3);
        assertThatExceptionOfType(CannotAcquireLockException.class)
                .isThrownBy(() -> Contention.withstood(() -> {
                    throw new CannotAcquireLockException("again and again");
                }));
    }

    @Test
    void everyServiceWithATransactionIsTriedSo() {
        assertThat(((Advised) movements).getAdvisors()[0].getAdvice().getClass().getName())
                .contains(Contention.class.getName());
    }

    /** Two transactions that take the same two people in opposite order: both come through. */
    @Test
    void ofTwoThatWaitForEachOtherBothComeThrough() throws Exception {
        var tree = orgs.tree();
        var one = people.add(tree.eastCell(), person -> person);
        var two = people.add(tree.eastCell(), person -> person);
        var meeting = new CyclicBarrier(2);
        try (var clerks = Executors.newFixedThreadPool(2)) {
            var both = clerks.invokeAll(List.of(taking(one, two, meeting), taking(two, one, meeting)));
            assertThat(both.get(0).get(30, TimeUnit.SECONDS) + both.get(1).get(30, TimeUnit.SECONDS))
                    .isGreaterThan(2);
        }
    }

    private Callable<Integer> taking(MemberId first, MemberId second, CyclicBarrier meeting) {
        return () -> {
            var attempts = new AtomicInteger();
            Contention.withstood(() -> new TransactionTemplate(transactions).execute(_ -> {
                hold(first);
                if (attempts.incrementAndGet() == 1) {
                    meet(meeting);
                }
                return hold(second);
            }));
            return attempts.get();
        };
    }

    private UUID hold(MemberId member) {
        return jdbc.sql("select id from member.member where id = :id for update")
                .param("id", member.id())
                .query(UUID.class)
                .single();
    }

    private static void meet(CyclicBarrier meeting) {
        try {
            meeting.await(20, TimeUnit.SECONDS);
        } catch (Exception alone) {
            throw new IllegalStateException(alone);
        }
    }
}

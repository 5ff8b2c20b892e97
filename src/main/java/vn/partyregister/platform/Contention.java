package vn.partyregister.platform;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.Advisor;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Two who write of the same members and organisations may each wait for what the other holds; PostgreSQL then gives one of
 * them up. What was given up has left nothing behind, so that it is done again from its beginning, a few times, before
 * anybody is told. Each service whose transaction begins with it is tried so.
 */
public final class Contention {
    private static final Logger LOG = LoggerFactory.getLogger(Contention.class);
    private static final int ATTEMPTS = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);

    private Contention() {}

    /** Does work that is one transaction, from its beginning each time the database gives it up. */
    public static <T extends @Nullable Object> T withstood(Supplier<T> transaction) {
        for (var attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (PessimisticLockingFailureException givenUp) {
                pauseOrGiveUp(attempt, givenUp);
            }
        }
    }

    private static void pauseOrGiveUp(int attempt, PessimisticLockingFailureException givenUp) {
        if (attempt == ATTEMPTS) {
            throw givenUp;
        }
        LOG.debug("given up by the database, attempt {}", attempt, givenUp);
        try {
            var longest = FIRST_PAUSE.toMillis() << attempt;
            Thread.sleep(ThreadLocalRandom.current().nextLong(longest / 2, longest));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw givenUp;
        }
    }

    /** Around the transaction of every service; within one that has begun there is nothing to begin again. */
    @Configuration(proxyBeanMethods = false)
    static class Services {
        @Bean
        @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
        static Advisor contentionAdvisor() {
            var transactional = new ComposablePointcut(new AnnotationMatchingPointcut(Transactional.class, true))
                    .union(new AnnotationMatchingPointcut(null, Transactional.class, true));
            var advisor = new DefaultPointcutAdvisor(transactional, (MethodInterceptor) Services::invoke);
            advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return advisor;
        }

        private static @Nullable Object invoke(MethodInvocation call) throws Throwable {
            if (TransactionSynchronizationManager.isActualTransactionActive()
                    || !(call instanceof ProxyMethodInvocation proxied)) {
                return call.proceed();
            }
            for (var attempt = 1; ; attempt++) {
                try {
                    return proxied.invocableClone().proceed();
                } catch (PessimisticLockingFailureException givenUp) {
                    pauseOrGiveUp(attempt, givenUp);
                }
            }
        }
    }
}

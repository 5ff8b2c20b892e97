package vn.partyregister.platform;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import vn.partyregister.platform.Refusal.RuleBroken;

/**
 * One act on many, in one transaction: on all of them or on none. Where one is refused, everything is taken back and each is
 * tried alone, so that all who are refused are named at once: whoever asked mends them or leaves them out.
 */
@Component
public class AllOrNone {
    private final TransactionTemplate together;
    private final TransactionTemplate alone;

    AllOrNone(PlatformTransactionManager transactions) {
        together = new TransactionTemplate(transactions);
        alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @return whom it is refused for and why; where that is anybody, nothing was done for anybody */
    public <T> List<Refused<T>> enter(Collection<T> all, Act<T> act) {
        var first = Objects.requireNonNull(together.execute(status -> inOne(all, act, status)));
        if (first.isEmpty()) {
            return List.of();
        }
        var refused = all.stream().flatMap(one -> tried(one, act).stream()).toList();
        return refused.isEmpty() ? first.stream().toList() : refused;
    }

    private static <T> Optional<Refused<T>> inOne(Collection<T> all, Act<T> act, TransactionStatus status) {
        act.begin(all);
        for (var one : all) {
            try {
                act.enter(one);
            } catch (RuleBroken why) {
                status.setRollbackOnly();
                return Optional.of(new Refused<>(one, why));
            }
        }
        act.end(all);
        return Optional.empty();
    }

    private <T> Optional<Refused<T>> tried(T one, Act<T> act) {
        return Objects.requireNonNull(alone.execute(status -> {
            status.setRollbackOnly();
            return inOne(List.of(one), act, status);
        }));
    }

    /** What is done for each, and what comes once before and after them all. */
    public interface Act<T> {
        /** What holds for all of them; a refusal of that is nobody's in particular, and is thrown. */
        default void begin(Collection<T> all) {}

        void enter(T one);

        default void end(Collection<T> all) {}
    }

    /** One whom it was refused for. */
    public record Refused<T>(T one, RuleBroken why) {}
}

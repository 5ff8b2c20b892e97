package vn.partyregister.statistics;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.membership.MemberFilter;
import vn.partyregister.membership.MemberList;
import vn.partyregister.membership.OrganisationChoice;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.ManyRows;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Refusal.NotReadable;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;

/**
 * Closes periods (khóa sổ) and reopens them. What is frozen comes from one snapshot of the database: whatever is committed
 * later is late, whenever it began.
 */
@Service
public class Closings {
    private final ClosingStore store;
    private final Restatements restatements;
    private final PeriodKinds kinds;
    private final Form1 form;
    private final MemberList members;
    private final Superiors superiors;
    private final BusinessDay businessDay;
    private final ManyRows manyRows;
    private final AuditTrail audit;
    private final TransactionTemplate oneSnapshot;

    Closings(
            ClosingStore store,
            Restatements restatements,
            PeriodKinds kinds,
            Form1 form,
            MemberList members,
            Superiors superiors,
            BusinessDay businessDay,
            ManyRows manyRows,
            AuditTrail audit,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.restatements = restatements;
        this.kinds = kinds;
        this.form = form;
        this.members = members;
        this.superiors = superiors;
        this.businessDay = businessDay;
        this.manyRows = manyRows;
        this.audit = audit;
        this.oneSnapshot = new TransactionTemplate(transactions);
        this.oneSnapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** What somebody should know before they close a period: what it says, what forbids it, what is still open before it. */
    public Question ask(OrganisationId organisation, String kindCode, LocalDate day, Scope scope) {
        var kind = kind(kindCode, day);
        var period = kind.around(day);
        var choice = form.choice(organisation, period, scope);
        var drawn = form.fresh(organisation, period);
        return new Question(
                choice,
                kind,
                period,
                drawn.checks().size(),
                drawn.checks().stream().filter(check -> !check.holds()).toList(),
                figure(drawn, Flow.OPENING),
                figure(drawn, Flow.IN),
                figure(drawn, Flow.OUT),
                figure(drawn, Flow.CLOSING),
                earlierOpen(organisation, kind, period, scope),
                openChildren(choice, kind, period));
    }

    /** Closes the period of a kind that a day lies in, for a committee of the scope. */
    public ClosingId close(OrganisationId organisation, String kindCode, LocalDate day, Scope scope) {
        try {
            return oneSnapshot.execute(_ -> freeze(organisation, kindCode, day, scope));
        } catch (DuplicateKeyException | ConcurrencyFailureException meanwhile) {
            throw new RuleBroken("refusal.changed-meanwhile");
        }
    }

    private ClosingId freeze(OrganisationId organisation, String kindCode, LocalDate day, Scope scope) {
        var kind = kind(kindCode, day);
        var period = kind.around(day);
        if (period.to().isAfter(businessDay.today())) {
            throw new RuleBroken("statistics.period-not-over", Dates.write(period.to()));
        }
        var choice = form.choice(organisation, period, scope);
        holding(organisation, kind, period).ifPresent(closed -> {
            throw new RuleBroken(
                    "statistics.closed-already",
                    closed.closedBy(),
                    Dates.write(closed.closedAt().toLocalDate()));
        });
        var drawn = form.fresh(organisation, period);
        var failed = drawn.checks().stream().filter(check -> !check.holds()).count();
        if (failed > 0) {
            throw new RuleBroken("statistics.not-balanced", failed);
        }
        var id = ClosingId.next();
        manyRows.follow();
        var inTransit = form.inTransit(organisation, period).count();
        store.freeze(id, organisation, choice.itself().name(), kind.code(), period, drawn, inTransit);
        audit.changed(
                "statistics.period-closed",
                new Subject("organisation", organisation.id(), organisation.id()),
                null,
                Map.of(
                        "kind", kind.code(),
                        "from", period.from(),
                        "to", period.to(),
                        "closing", figure(drawn, Flow.CLOSING),
                        "id", id));
        return id;
    }

    /**
     * Reopens what a committee closed: only for who acts for the committee above it, or, at the root, for who governs the
     * register.
     */
    @Transactional
    public void reopen(ClosingId id, String reason, Visitor visitor) {
        var closing = store.find(id)
                .filter(known -> isThere(known, visitor.scope(Permission.READ_MEMBERS)))
                .orElseThrow(() -> new NotFound("statistics.unknown-closing"));
        var as = superiors
                .actingFor(closing.organisationId(), closing.toOn(), visitor)
                .orElseThrow(() -> new RuleBroken(
                        "statistics.reopened-by-the-one-above",
                        superiors.name(closing.organisationId(), closing.toOn())));
        if (!store.reopen(id, as, reason)) {
            throw new RuleBroken("statistics.reopened-already");
        }
        audit.changed(
                "statistics.period-reopened",
                new Subject(
                        "organisation",
                        closing.organisationId().id(),
                        closing.organisationId().id()),
                Map.of("kind", closing.kind(), "from", closing.fromOn(), "to", closing.toOn(), "id", id),
                Map.of("as", as, "reason", reason));
    }

    /** A closed period of the scope. */
    public Closing get(ClosingId id, Scope scope) {
        return store.find(id)
                .filter(closing -> isThere(closing, scope))
                .orElseThrow(() -> new NotFound("statistics.unknown-closing"));
    }

    /** The same with its figures and what became known since. */
    public ClosedForm form(Closing closing) {
        return restatements.of(closing);
    }

    /** Its parts as they were frozen. */
    public List<ClosingStore.FrozenChild> children(Closing closing) {
        return store.children(closing.id());
    }

    private boolean isThere(Closing closing, Scope scope) {
        return members.choice(closing.organisationId().id(), scope, closing.toOn())
                .isPresent();
    }

    private PeriodKind kind(String code, LocalDate day) {
        return kinds.on(day).stream()
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotReadable("statistics.unknown-kind"));
    }

    private Optional<Closing> holding(OrganisationId organisation, PeriodKind kind, Period period) {
        return store.holding(organisation, period).stream()
                .filter(closing -> closing.kind().equals(kind.code()))
                .findFirst();
    }

    /** The period before, where nobody closed it: it is told, and forbids nothing. */
    private @Nullable Period earlierOpen(OrganisationId organisation, PeriodKind kind, Period period, Scope scope) {
        var earlier = kind.around(period.eve());
        var stood = members.choice(organisation.id(), scope, earlier.to()).isPresent()
                && members.count(MemberFilter.everybody(organisation.id(), earlier.to()), Scope.EVERYTHING) > 0;
        return stood && holding(organisation, kind, earlier).isEmpty() ? earlier : null;
    }

    private int openChildren(OrganisationChoice choice, PeriodKind kind, Period period) {
        return choice.below().size()
                - store.ofChildren(new OrganisationId(choice.itself().id()), kind.code(), period)
                        .size();
    }

    private static long figure(Form1.Drawn drawn, Flow side) {
        return drawn.rows().stream()
                .filter(row -> row.whole() == null && row.side() == side)
                .mapToLong(row -> drawn.now().getOrDefault(row.code(), 0L))
                .sum();
    }

    /**
     * What is asked before a period is closed.
     *
     * @param checks how many identities were checked
     * @param failed those that do not hold; with any of them it cannot be closed
     * @param earlierOpen the period before it, where it is not closed
     * @param openChildren how many of the organisations below have not closed it
     */
    public record Question(
            OrganisationChoice organisation,
            PeriodKind kind,
            Period period,
            int checks,
            List<Check> failed,
            long opening,
            long in,
            long out,
            long closing,
            @Nullable Period earlierOpen,
            int openChildren) {
        public Question {
            failed = List.copyOf(failed);
        }
    }
}

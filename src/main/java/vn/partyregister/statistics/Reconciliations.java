package vn.partyregister.statistics;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.membership.MemberList;
import vn.partyregister.membership.OrganisationChoice;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.RuleSource;
import vn.partyregister.platform.Scope;
import vn.partyregister.reference.Rule;
import vn.partyregister.reference.Rulebook;
import vn.partyregister.statistics.Reconciliation.Side;
import vn.partyregister.statistics.Reconciliation.Signature;
import vn.partyregister.statistics.Reconciliation.State;

/** Compares the register of a committee with what the one above counts of it, and has both sign (đối chiếu). */
@Service
public class Reconciliations {
    /** What the list of those below can be ordered by. */
    public static final Collection<String> ORDERS = List.of("name", "state", "own", "above");

    public static final String STANDARD_ORDER = "name,asc";

    private static final Comparator<@Nullable LocalDateTime> SIGNED_FIRST =
            Comparator.nullsLast(Comparator.naturalOrder());

    private final ReconciliationStore store;
    private final ClosingStore closings;
    private final Superiors superiors;
    private final MemberList members;
    private final Rulebook rulebook;
    private final BusinessDay businessDay;
    private final AuditTrail audit;

    Reconciliations(
            ReconciliationStore store,
            ClosingStore closings,
            Superiors superiors,
            MemberList members,
            Rulebook rulebook,
            BusinessDay businessDay,
            AuditTrail audit) {
        this.store = store;
        this.closings = closings;
        this.superiors = superiors;
        this.members = members;
        this.rulebook = rulebook;
        this.businessDay = businessDay;
        this.audit = audit;
    }

    /** The day that a reconciliation stands at: the end of the interval a day lies in, or of the last one that is over. */
    public LocalDate day(@Nullable LocalDate asked) {
        var today = businessDay.today();
        var day = asked == null || asked.isAfter(today) ? today : asked;
        var months = Math.toIntExact(rule(day).value().toTotalMonths());
        var around = PeriodKind.around(day, months).to();
        return around.isAfter(today) ? PeriodKind.lastBy(today, months).to() : around;
    }

    /** The reconciliation of a committee of the scope with the one above it. */
    @Transactional(readOnly = true)
    public Reconciliation of(OrganisationId organisation, LocalDate day, Scope scope) {
        var on = day(day);
        if (members.choice(organisation.id(), scope, on).isEmpty()) {
            throw new NotFound("membership.unknown-organisation");
        }
        var itself =
                superiors.itself(organisation, on).orElseThrow(() -> new NotFound("membership.unknown-organisation"));
        var above = superiors.above(organisation, on).orElseThrow(() -> new RuleBroken("statistics.nobody-above"));
        var paper = store.paper(organisation, on).orElse(null);
        var ownClosing = closed(organisation, on).orElse(null);
        var aboveClosing = closed(above.id(), on).orElse(null);
        var signed = store.signatures(List.of(organisation), on).getOrDefault(organisation, Map.of());
        return new Reconciliation(
                itself,
                above,
                on,
                rule(on).source(),
                store.figures(organisation, on, ownClosing, aboveClosing, paper == null ? null : paper.figure()),
                paper,
                ownClosing,
                aboveClosing,
                signed.get(Side.OWN),
                signed.get(Side.ABOVE));
    }

    /**
     * How far those right below a committee have come with it.
     *
     * @param state of those that are listed; null for all
     */
    @Transactional(readOnly = true)
    public Below below(OrganisationId organisation, LocalDate day, @Nullable State state, Scope scope, String sort) {
        var on = day(day);
        var choice = members.choice(organisation.id(), scope, on)
                .orElseThrow(() -> new NotFound("membership.unknown-organisation"));
        var near = choice.below().stream()
                .map(one -> new Committee(new OrganisationId(one.id()), one.name()))
                .toList();
        var signed = store.signatures(near.stream().map(Committee::id).toList(), on);
        var rows = near.stream()
                .map(one -> row(one, signed.getOrDefault(one.id(), Map.of())))
                .toList();
        return new Below(
                choice,
                on,
                rule(on).source(),
                superiors.above(organisation, on).isPresent(),
                rows.size(),
                rows.stream().filter(row -> row.state() != State.SETTLED).count(),
                ordered(
                        rows.stream()
                                .filter(row -> state == null || row.state() == state)
                                .toList(),
                        sort));
    }

    /** They come in the order of their names. */
    private static List<Row> ordered(List<Row> rows, String sort) {
        var ordered = new ArrayList<>(rows);
        switch (sort.split(",", 2)[0]) {
            case "state" -> ordered.sort(Comparator.comparing(Row::state));
            case "own" -> ordered.sort(Comparator.comparing(row -> moment(row.own()), SIGNED_FIRST));
            case "above" -> ordered.sort(Comparator.comparing(row -> moment(row.above()), SIGNED_FIRST));
            default -> {}
        }
        return sort.endsWith(",desc") ? ordered.reversed() : ordered;
    }

    private static @Nullable LocalDateTime moment(@Nullable Signature signature) {
        return signature == null ? null : signature.signedAt();
    }

    private static Row row(Committee near, Map<Side, Signature> signed) {
        var own = signed.get(Side.OWN);
        var above = signed.get(Side.ABOVE);
        return new Row(near.id(), near.name(), State.of(own, above), own, above);
    }

    /** Notes what a committee counts in its books on paper; without a figure, what was noted is taken back. */
    @Transactional
    public void count(
            OrganisationId organisation, LocalDate day, @Nullable Integer figure, String source, Scope scope) {
        var on = of(organisation, day, scope).on();
        store.note(organisation, on, figure, source);
        audit.changed(
                "statistics.paper-counted",
                new Subject("organisation", organisation.id(), organisation.id()),
                null,
                Map.of("on", on, "figure", figure == null ? "" : figure, "source", source));
    }

    /**
     * Signs the figures as they stand now, for a side that the scope reaches. The two signatures are of two people.
     *
     * @param keep how far the right to sign reaches
     */
    @Transactional
    public void sign(OrganisationId organisation, LocalDate day, Side side, @Nullable String remark, Scope keep) {
        var here = of(organisation, day, keep);
        if (here.on().isAfter(businessDay.today())) {
            throw new RuleBroken("statistics.period-not-over", Dates.write(here.on()));
        }
        var as = side == Side.OWN ? here.organisation() : here.above();
        if (!superiors.reaches(as.id(), keep, here.on())) {
            throw new RuleBroken(
                    "statistics.signed-by-the-one-above", here.above().name());
        }
        var before = here.signed(side);
        if (before != null && !here.asks(side)) {
            throw new RuleBroken("statistics.signed-already", before.signedBy());
        }
        var other = here.signed(side.other());
        if (other != null && other.signedBy().equals(Author.current().username())) {
            throw new RuleBroken("statistics.signed-for-the-other-side", other.as());
        }
        if (here.now().paperDiffers() && remark == null) {
            throw new RuleBroken("statistics.difference-unexplained");
        }
        store.sign(organisation, here.on(), side, as, here.now(), remark);
        audit.changed(
                "statistics.reconciliation-signed",
                new Subject("organisation", organisation.id(), organisation.id()),
                null,
                Map.of(
                        "on", here.on(),
                        "side", side,
                        "as", as.name(),
                        "own", here.now().own(),
                        "above", here.now().above(),
                        "onlyOwn", here.now().onlyOwn().size(),
                        "onlyAbove", here.now().onlyAbove().size()));
    }

    /** Whether a scope reaches the committee of a side. */
    public boolean reaches(Reconciliation here, Side side, Scope scope) {
        return superiors.reaches(
                side == Side.OWN ? here.organisation().id() : here.above().id(), scope, here.on());
    }

    private Optional<Closing> closed(OrganisationId organisation, LocalDate on) {
        return closings.endingOn(organisation, on).stream().max(Comparator.comparing(Closing::closedAt));
    }

    private Rule<java.time.Period> rule(LocalDate day) {
        return rulebook.on(day)
                .reconciliationInterval()
                .orElseThrow(() -> new RuleBroken("statistics.no-reconciliation", Dates.write(day)));
    }

    /**
     * Those below a committee.
     *
     * @param hasAbove whether there is one above it to compare with
     * @param all how many there are, whatever is listed; {@code open} of them not settled
     */
    public record Below(
            OrganisationChoice organisation,
            LocalDate on,
            RuleSource interval,
            boolean hasAbove,
            int all,
            long open,
            List<Row> rows) {
        public Below {
            rows = List.copyOf(rows);
        }

        /** The day of the one before. */
        public LocalDate before() {
            return PeriodKind.around(on.withDayOfMonth(1), 1).eve();
        }
    }

    /** One of those below. */
    public record Row(
            OrganisationId id,
            String name,
            State state,
            @Nullable Signature own,
            @Nullable Signature above) {}
}

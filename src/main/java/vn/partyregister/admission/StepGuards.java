package vn.partyregister.admission;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.partyregister.admission.Criterion.State;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.reference.CodeLists;
import vn.partyregister.reference.Rule;
import vn.partyregister.reference.Share;
import vn.partyregister.reference.WorkingDays;

/** What each step of a case asks before it is entered. Deadlines that have passed are told on the page; only a late ceremony needs consent. */
@Component
class StepGuards {
    private static final String HELPER = "helper-of-a-candidate";

    private final Eligibility eligibility;
    private final CaseRules rules;
    private final Verification verification;
    private final CellFacts cells;
    private final Competence competence;
    private final CodeLists lists;
    private final WorkingDays workingDays;
    private final BusinessDay businessDay;

    StepGuards(
            Eligibility eligibility,
            CaseRules rules,
            Verification verification,
            CellFacts cells,
            Competence competence,
            CodeLists lists,
            WorkingDays workingDays,
            BusinessDay businessDay) {
        this.eligibility = eligibility;
        this.rules = rules;
        this.verification = verification;
        this.cells = cells;
        this.competence = competence;
        this.lists = lists;
        this.workingDays = workingDays;
        this.businessDay = businessDay;
    }

    /** Refuses a step whose conditions are not fulfilled on its day. */
    void require(AdmissionCase one, Stage next, StepEntry entry) {
        notInTheFuture(entry.day());
        var document = entry.document();
        if (document != null) {
            notInTheFuture(document.day());
            if (next != Stage.DECIDED && document.day().isAfter(entry.day())) {
                throw new RuleBroken("admission.document-after-step", Dates.write(document.day()));
            }
        }
        switch (next) {
            case HELPER_SET, PROBATION -> helpers(one, entry);
            case BIO_VERIFIED -> verification.require(one, entry.day());
            case OPINIONS -> introducers(one, entry);
            case CELL_VOTED -> {
                criteria(one, next, entry.day());
                votesOfTheCell(one, entry);
            }
            case BASE_RESOLVED -> votesOfTheBase(one, entry);
            case DECIDED -> {
                criteria(one, next, entry.day());
                competence.require(one, document);
            }
            case CEREMONY -> ceremony(one, entry.day());
            case SELF_REVIEW -> probationIsOver(one, entry.day());
            case CELL_VOTED_OFFICIAL -> {
                probationIsOver(one, entry.day());
                votesOfTheCell(one, entry);
            }
            case SOURCE,
                    SYMPATHISER,
                    COURSE_DONE,
                    APPLIED,
                    BIO_DECLARED,
                    PARTIAL_APPRAISED,
                    OFFICIAL,
                    REMOVED,
                    WITHDRAWN,
                    REFUSED,
                    NOT_WORTHY,
                    CANCELLED,
                    STRUCK,
                    LEFT -> {}
        }
    }

    /** The stage that a step really leads to: a vote that fails ends the way. */
    Stage outcome(AdmissionCase one, Stage next, StepEntry entry) {
        var vote = entry.vote();
        if (vote == null) {
            return next;
        }
        if (next == Stage.CELL_VOTED) {
            return vote.reaches(share("cell-vote", one, entry.day())) ? next : Stage.REFUSED;
        }
        if (next == Stage.CELL_VOTED_OFFICIAL) {
            return vote.reaches(share("recognition-vote", one, entry.day())) ? next : Stage.NOT_WORTHY;
        }
        return next;
    }

    /** The day probation ends: official from then on, whenever that is decided. */
    LocalDate endOfProbation(AdmissionCase one) {
        var joined = Objects.requireNonNull(one.milestones().joinedOn());
        return joined.plus(rules.of(one, joined).about("probation").probation().value());
    }

    private Share share(String key, AdmissionCase one, LocalDate day) {
        return rules.of(one, day).about(key).share(key).value();
    }

    private void criteria(AdmissionCase one, Stage next, LocalDate day) {
        eligibility.of(one, day).stream()
                .filter(criterion -> criterion.gate() != null
                        && criterion.gate().compareTo(next) <= 0
                        && criterion.state() == State.NOT_MET)
                .findFirst()
                .ifPresent(criterion -> {
                    throw CaseRules.broken(
                            criterion.source(),
                            "admission.refused." + criterion.key(),
                            criterion.arguments().toArray());
                });
    }

    private void helpers(AdmissionCase one, StepEntry entry) {
        var rule = rules.of(one, entry.day()).about(HELPER).find(HELPER).orElse(null);
        if (entry.members().isEmpty()) {
            throw CaseRules.broken(rule, "admission.no-helper");
        }
        official(entry, rule, "admission.helper-not-official");
    }

    private void official(StepEntry entry, @Nullable Rule<?> rule, String key) {
        var others = cells.notOfficial(entry.members(), entry.day());
        if (!others.isEmpty()) {
            throw CaseRules.broken(rule, key, String.join(", ", others), Dates.write(entry.day()));
        }
    }

    /** Two official members, or one beside the committee of a union; together with the candidate in the base organisation long enough. */
    private void introducers(AdmissionCase one, StepEntry entry) {
        var union = one.candidate().massOrganisation();
        var rule = rules.of(one, entry.day())
                .about("introducers")
                .ofGroups("introducers")
                .get(union);
        if (rule != null && entry.members().size() < Integer.parseInt(rule.value())) {
            throw new RuleBroken(
                    rule.source(),
                    "admission.too-few-introducers",
                    rule.value(),
                    lists.label("candidate-union", union));
        }
        if (rule != null && !union.equals("NEITHER") && entry.massOrganisation() == null) {
            throw new RuleBroken(rule.source(), "admission.no-union", lists.label("candidate-union", union));
        }
        official(entry, rule, "admission.introducer-not-official");
        var known = rules.of(one, entry.day()).about("introducer-together");
        if (known.know("introducer-together")) {
            var together = known.period("introducer-together");
            var others = cells.notTogether(
                    entry.members(), one.organisation(), entry.day().minus(together.value()), entry.day());
            if (!others.isEmpty()) {
                throw new RuleBroken(
                        together.source(),
                        "admission.not-together",
                        String.join(", ", others),
                        together.value().toTotalMonths());
            }
        }
    }

    /** The numbers are those of the register, as far as it knows the cell's members of that day. */
    private void votesOfTheCell(AdmissionCase one, StepEntry entry) {
        var vote = Objects.requireNonNull(entry.vote());
        var officials = cells.officials(one.organisation(), entry.day());
        if (officials.allOfThem() > 0 && !officials.fits(vote.entitled())) {
            var source = rules.of(one, entry.day())
                    .about("cell-vote")
                    .share("cell-vote")
                    .source();
            throw new RuleBroken(
                    source,
                    "admission.entitled-not-as-registered",
                    vote.entitled(),
                    officials.allOfThem(),
                    officials.leftOut(),
                    Dates.write(entry.day()));
        }
    }

    private void votesOfTheBase(AdmissionCase one, StepEntry entry) {
        var vote = Objects.requireNonNull(entry.vote());
        var rule = rules.of(one, entry.day()).about("base-vote").share("base-vote");
        if (!vote.reaches(rule.value())) {
            throw new RuleBroken(
                    rule.source(), "admission.base-against", vote.inFavour(), vote.entitled(), rule.value());
        }
    }

    private void ceremony(AdmissionCase one, LocalDate day) {
        var by = ceremonyBy(one);
        var late = rules.of(one, day)
                .about("late-ceremony")
                .find("late-ceremony")
                .filter(rule -> rule.value().equals("WRITTEN_CONSENT"));
        var consent =
                one.paper(Paper.LATE_CEREMONY).filter(paper -> !paper.day().isAfter(day));
        if (day.isAfter(by) && late.isPresent() && consent.isEmpty()) {
            throw new RuleBroken(late.get().source(), "admission.ceremony-late", Dates.write(by));
        }
    }

    /** The last day of the ceremony: its term runs from the decision, or from the day the cell received it, as the rules of the case say. */
    private LocalDate ceremonyBy(AdmissionCase one) {
        var decided = Objects.requireNonNull(one.milestones().decidedOn());
        var received = one.live(Stage.DECIDED).map(Step::receivedOn).orElse(null);
        var from = rules.of(one, decided)
                .about("ceremony-counted-from")
                .find("ceremony-counted-from")
                .filter(rule -> rule.value().equals("DECISION_RECEIVED"))
                .map(_ -> received)
                .orElse(decided);
        var known = rules.of(one, decided).about("ceremony");
        return known.know("ceremony")
                ? workingDays.lastDay(from, known.ceremony().value())
                : LocalDate.MAX;
    }

    private void probationIsOver(AdmissionCase one, LocalDate day) {
        var over = endOfProbation(one);
        if (day.isBefore(over)) {
            var source = rules.of(one, day).about("probation").probation().source();
            throw new RuleBroken(source, "admission.probation-not-over", Dates.write(over));
        }
    }

    private void notInTheFuture(LocalDate day) {
        if (day.isAfter(businessDay.today())) {
            throw new RuleBroken("membership.in-the-future", Dates.write(day));
        }
    }
}

package vn.partyregister.reference;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.RuleSource;

/** The rules in force on one day. A rule that the book does not know on that day is refused, never guessed. */
public final class Rules {
    private final LocalDate day;
    private final Map<String, Entry> entries;
    private final List<Entry> ofGroups;
    private final Function<String, String> name;

    /** @param inForce what the book says on the day, to everybody and to groups */
    Rules(LocalDate day, List<Entry> inForce, Function<String, String> name) {
        this.day = day;
        this.entries = inForce.stream()
                .filter(Entry::bindsEverybody)
                .collect(Collectors.toUnmodifiableMap(Entry::key, Function.identity()));
        this.ofGroups =
                inForce.stream().filter(entry -> !entry.bindsEverybody()).toList();
        this.name = name;
    }

    /** Full years, counted by month, on the day the cell considers the admission. */
    public Rule<Integer> minimumAgeToJoin() {
        return amount("minimum-age-to-join");
    }

    /** Full years above which a committee under the Centre must agree first. */
    public Rule<Integer> maximumAgeToJoinWithoutLeave() {
        return amount("maximum-age-to-join-without-leave");
    }

    /** A code of {@code general-education}: this or higher. */
    public Rule<String> educationToJoin() {
        return text("education-to-join");
    }

    /** From the ceremony to the day a probationer becomes an official member. */
    public Rule<Period> probation() {
        return period("probation");
    }

    /** From the resolution of the cell to the decision that admits. */
    public Rule<Term> admissionDecision() {
        return term("admission-decision");
    }

    /** From the resolution of the cell to the decision that recognises an official member. */
    public Rule<Term> recognitionDecision() {
        return term("recognition-decision");
    }

    /** What may be added to either decision's term in special cases. */
    public Rule<Term> decisionExtension() {
        return term("decision-extension");
    }

    /** From the decision to the ceremony. */
    public Rule<Term> ceremony() {
        return term("ceremony");
    }

    /** From the end of probation to the cell's proposal. */
    public Rule<Term> recognitionProposal() {
        return term("recognition-proposal");
    }

    /** Fewer official members than this: warn, never block. */
    public Rule<Integer> officialMembersToFoundACell() {
        return amount("official-members-to-found-a-cell");
    }

    /** Fewer members than this, probationary ones counted: warn, never block. */
    public Rule<Integer> membersToFoundABaseCommittee() {
        return amount("members-to-found-a-base-committee");
    }

    /** A cell with this many official members elects a committee (chi ủy). */
    public Rule<Integer> officialMembersToElectACellCommittee() {
        return amount("official-members-to-elect-a-cell-committee");
    }

    public Rule<Pattern> cardNumber() {
        return pattern("card-number");
    }

    public Rule<Pattern> fileNumber() {
        return pattern("file-number");
    }

    public Rule<Pattern> citizenNumber() {
        return pattern("citizen-number");
    }

    public Rule<Pattern> formerIdentityNumber() {
        return pattern("former-identity-number");
    }

    /** How a name, a birth date or a number that was given once is changed. */
    public Rule<String> changeOfIdentity() {
        return text("change-of-identity");
    }

    /** How many days before the end of a year the comment of the place of residence is due. */
    public Rule<Integer> residenceCommentBeforeYearEnd() {
        return amount("residence-comment-before-year-end");
    }

    /** From one count of the paper files to the next. */
    public Rule<Period> paperFileCountInterval() {
        return period("paper-file-count-interval");
    }

    /** From one comparison of the register with the committee above to the next; nothing where none is asked for. */
    public Optional<Rule<Period>> reconciliationInterval() {
        return know("reconciliation-interval") ? Optional.of(period("reconciliation-interval")) : Optional.empty();
    }

    /** Through what the numbers of an issuer's documents run, by type of document: {@code TERM} is a committee's term. */
    public Optional<Rule<String>> decisionNumbers() {
        return find("decision-numbers");
    }

    /** From leaving the Party to being admitted again, at least. */
    public Rule<Period> waitToBeAdmittedAgain() {
        return period("wait-to-be-admitted-again");
    }

    /** How often somebody is admitted again, at most. */
    public Rule<Integer> timesAdmittedAgain() {
        return amount("times-admitted-again");
    }

    /** Whether the book has an answer on this day. */
    public boolean know(String key) {
        return entries.containsKey(key);
    }

    /** A number of years or of members. */
    public Rule<Integer> amount(String key) {
        var entry = get(key);
        return entry.rule(Integer.valueOf(entry.value()));
    }

    /** A number of days, working days, months or years, kept with its unit. */
    public Rule<Term> term(String key) {
        var entry = get(key);
        return entry.rule(entry.term());
    }

    /** A stretch of the calendar: working days have no place here. */
    public Rule<Period> period(String key) {
        var term = term(key);
        return new Rule<>(term.value().period(), term.source());
    }

    /** A part of a whole. */
    public Rule<Share> share(String key) {
        var entry = get(key);
        return entry.rule(Share.of(entry.value()));
    }

    /** How a number is written: the whole of it matches. */
    public Rule<Pattern> pattern(String key) {
        var entry = get(key);
        Assert.state("PATTERN".equals(entry.unit()), () -> key + " is no pattern");
        return entry.rule(Pattern.compile(entry.value()));
    }

    /** A code of the list that the rule speaks of. */
    public Rule<String> text(String key) {
        var entry = get(key);
        return entry.rule(entry.value());
    }

    /** What the book says in so many words, where it says anything on this day. */
    public Optional<Rule<String>> find(String key) {
        return Optional.ofNullable(entries.get(key)).map(entry -> entry.rule(entry.value()));
    }

    /** What the book says to each group that a rule names, by the group, in their order; empty where it says nothing. */
    public Map<String, Rule<String>> ofGroups(String key) {
        var rules = new TreeMap<String, Rule<String>>();
        ofGroups.stream()
                .filter(entry -> entry.key().equals(key))
                .forEach(entry -> rules.put(entry.scope(), entry.rule(entry.value())));
        return rules;
    }

    private Entry get(String key) {
        var entry = entries.get(key);
        if (entry == null) {
            throw new Refusal.RuleBroken("reference.no-rule", name.apply(key), Dates.write(day));
        }
        return entry;
    }

    /** One answer of the book, whom it binds, and the days it holds: from {@code starts} until before {@code ends}. */
    record Entry(
            String key,
            String scope,
            @Nullable LocalDate starts,
            @Nullable LocalDate ends,
            String value,
            String unit,
            String number,
            String issuer,
            @Nullable LocalDate issuedOn,
            String clause) {
        boolean bindsEverybody() {
            return scope.equals("ALL");
        }

        boolean holdsOn(LocalDate day) {
            return (starts == null || !day.isBefore(starts)) && (ends == null || day.isBefore(ends));
        }

        Term term() {
            return new Term(Integer.parseInt(value), Term.Unit.valueOf(unit));
        }

        <T> Rule<T> rule(T read) {
            return new Rule<>(read, new RuleSource(key, number, issuer, issuedOn, clause));
        }
    }
}

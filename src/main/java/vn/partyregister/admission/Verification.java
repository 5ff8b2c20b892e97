package vn.partyregister.admission;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.partyregister.admission.CaseRules.Book;
import vn.partyregister.admission.Criterion.State;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.reference.CodeLists;
import vn.partyregister.reference.Rule;

/**
 * Whose background is verified (thẩm tra lý lịch), as the rulebook says: the candidate always. Which relatives there are only
 * the cell knows, so that those who are not listed are told and not refused.
 */
@Component
class Verification {
    private static final String ASKED = "relative-to-verify";
    private static final String SHORTCUT = "verification-shortcut";

    private final CaseRules rules;
    private final CodeLists lists;
    private final BusinessDay businessDay;

    Verification(CaseRules rules, CodeLists lists, BusinessDay businessDay) {
        this.rules = rules;
        this.lists = lists;
        this.businessDay = businessDay;
    }

    /** Refuses a conclusion without the candidate on the list, or before everybody on it has a result. */
    void require(AdmissionCase one, LocalDate day) {
        var asked = asked(rules.of(one, day));
        var candidate = asked.get(Relative.CANDIDATE);
        if (one.relatives().isEmpty()) {
            throw CaseRules.broken(candidate, "admission.nobody-verified");
        }
        if (candidate != null && !lists(one, Relative.CANDIDATE)) {
            throw CaseRules.broken(
                    candidate,
                    "admission.candidate-not-verified",
                    one.candidate().fullName());
        }
        var open = one.relatives().stream()
                .filter(relative -> relative.result() == null)
                .toList();
        if (!open.isEmpty()) {
            throw CaseRules.broken(
                    asked.getOrDefault(open.getFirst().relation(), candidate),
                    "admission.verification-open",
                    open.stream().map(Relative::fullName).collect(joining(", ")));
        }
        one.relatives().stream()
                .map(Relative::returnedOn)
                .filter(Objects::nonNull)
                .filter(returned -> returned.isAfter(day))
                .findFirst()
                .ifPresent(late -> {
                    throw new RuleBroken("admission.concluded-before-returned", Dates.write(late));
                });
    }

    /** Refuses that somebody need not be verified whose relation the rulebook does not name so. */
    void requireShortcut(AdmissionCase one, Relative relative) {
        var book = rules.of(one, businessDay.today());
        if (!book.about(SHORTCUT).ofGroups(SHORTCUT).containsKey(relative.relation())) {
            throw CaseRules.broken(asked(book).get(relative.relation()), "admission.no-shortcut");
        }
    }

    /** Whom the rule names and the list does not. */
    Optional<Criterion> listed(AdmissionCase one, Book book) {
        var asked = asked(book);
        var absent = lists.of("relative").stream()
                .filter(relation -> asked.containsKey(relation.code()) && !lists(one, relation.code()))
                .toList();
        return asked.values().stream()
                .findFirst()
                .map(any -> absent.isEmpty()
                        ? Criterion.of("relatives", State.MET, null, any.source())
                        : Criterion.of(
                                "relatives-not-listed",
                                State.UNKNOWN,
                                null,
                                any.source(),
                                absent.stream()
                                        .map(relation -> lists.label("relative", relation.code()))
                                        .collect(joining("; "))));
    }

    private static Map<String, Rule<String>> asked(Book book) {
        return book.about(ASKED).ofGroups(ASKED);
    }

    private static boolean lists(AdmissionCase one, String relation) {
        return one.relatives().stream().anyMatch(relative -> relative.relation().equals(relation));
    }
}

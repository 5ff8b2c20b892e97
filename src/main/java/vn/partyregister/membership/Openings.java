package vn.partyregister.membership;

import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.exchange.LatePeriod;
import vn.partyregister.exchange.TypedRow;
import vn.partyregister.exchange.TypedRows;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.Decisions;
import vn.partyregister.platform.Scope;

/**
 * Members of long ago who are missing from the register, entered one by one. What is typed is a row of the member sheet:
 * {@link MemberJudgement} takes or refuses it, {@link MemberCommit} writes it, as in an import.
 */
@Service
@Transactional
public class Openings {
    private static final String OF_THE_JOURNAL = "membership.import.";

    private final TypedRows rows;
    private final Decisions decisions;

    Openings(TypedRows rows, Decisions decisions) {
        this.rows = rows;
        this.decisions = decisions;
    }

    /**
     * Enters somebody.
     *
     * @param despite whether what makes it doubtful was read and stands
     */
    public Outcome enter(Opening opening, boolean despite, Scope scope) {
        var row = rows.judge(MemberRows.KEY, opening.cells(), scope);
        var outcome =
                switch (row.verdict()) {
                    case NEW ->
                        despite || doubts(row).isEmpty() ? write(row, opening) : new Outcome.Doubtful(doubts(row));
                    case REJECTED -> new Outcome.Refused(row.reasons());
                    case CHANGED, UNCHANGED ->
                        new Outcome.Refused(
                                List.of(new TypedRow.Reason("full_name", "membership.opening.known", List.of())));
                };
        rows.forget(row);
        return outcome;
    }

    /** What the journal finds doubtful, and what comes too late for a closed period. What a check of the file finds lacking is mended in the file later, and told there. */
    private static List<TypedRow.Reason> doubts(TypedRow row) {
        return row.warnings().stream()
                .filter(reason -> reason.reason().startsWith(OF_THE_JOURNAL)
                        || reason.reason().equals(LatePeriod.REASON))
                .toList();
    }

    private Outcome write(TypedRow row, Opening opening) {
        var beside = new HashMap<String, String>();
        beside.put("first.source", opening.source());
        var decision = opening.decision();
        if (decision != null) {
            beside.put("first.decision", decisions.note(decision).toString());
        }
        rows.write(row, beside);
        return new Outcome.Entered(new MemberId(Objects.requireNonNull(row.target())));
    }

    /** What became of what was typed. */
    public sealed interface Outcome {
        record Entered(MemberId member) implements Outcome {}

        /** @param reasons why it is not written before the clerk has read them */
        record Doubtful(List<TypedRow.Reason> reasons) implements Outcome {
            public Doubtful {
                reasons = List.copyOf(reasons);
            }
        }

        /** @param reasons those of an import, each with the column at fault */
        record Refused(List<TypedRow.Reason> reasons) implements Outcome {
            public Refused {
                reasons = List.copyOf(reasons);
            }
        }
    }
}

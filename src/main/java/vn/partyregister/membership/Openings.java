package vn.partyregister.membership;

import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
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
    private final TypedRows rows;
    private final Decisions decisions;

    Openings(TypedRows rows, Decisions decisions) {
        this.rows = rows;
        this.decisions = decisions;
    }

    public Outcome enter(Opening opening, Scope scope) {
        var row = rows.judge(MemberRows.KEY, opening.cells(), scope);
        var outcome =
                switch (row.verdict()) {
                    case NEW -> write(row, opening);
                    case REJECTED -> new Outcome.Refused(row.reasons());
                    case CHANGED, UNCHANGED ->
                        new Outcome.Refused(
                                List.of(new TypedRow.Reason("full_name", "membership.opening.known", List.of())));
                };
        rows.forget(row);
        return outcome;
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

        /** @param reasons those of an import, each with the column at fault */
        record Refused(List<TypedRow.Reason> reasons) implements Outcome {
            public Refused {
                reasons = List.copyOf(reasons);
            }
        }
    }
}

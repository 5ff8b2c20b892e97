package vn.partyregister.training;

import java.util.Optional;
import vn.partyregister.reference.Rule;
import vn.partyregister.reference.Rules;
import vn.partyregister.reference.Term;

/** Whom a class is for. */
public enum ClassKind {
    /** Lớp bồi dưỡng nhận thức về Đảng: for who is no member yet. */
    AWARENESS,
    /** Lớp bồi dưỡng đảng viên mới: for who is on probation. */
    NEW_MEMBER;

    /** How long its certificate is valid; nothing where no rule sets an end. */
    Optional<Rule<Term>> validity(Rules rules) {
        var key =
                switch (this) {
                    case AWARENESS -> "awareness-certificate-validity";
                    case NEW_MEMBER -> "new-member-certificate-validity";
                };
        return rules.know(key) ? Optional.of(rules.term(key)) : Optional.empty();
    }
}

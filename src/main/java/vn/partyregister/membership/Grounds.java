package vn.partyregister.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.partyregister.reference.Code;
import vn.partyregister.reference.CodeLists;
import vn.partyregister.reference.Rule;
import vn.partyregister.reference.Rulebook;

/** The grounds of movements (lý do), and whom each of them is for: all of it dated data. */
@Component
public class Grounds {
    private static final String FOR_WHOM = "standing-for-ground";

    private final Rulebook rulebook;
    private final CodeLists lists;

    Grounds(Rulebook rulebook, CodeLists lists) {
        this.rulebook = rulebook;
        this.lists = lists;
    }

    /**
     * The grounds that a form offers for somebody.
     *
     * @param status null for who never was a member
     */
    public List<Code> offered(MovementKind kind, @Nullable Status status, LocalDate day) {
        return lists.of(kind.grounds(), day).stream()
                .filter(ground -> othersOnly(ground.code(), status, day).isEmpty())
                .toList();
    }

    boolean has(MovementKind kind, @Nullable String ground, LocalDate day) {
        return lists.of(kind.grounds(), day).stream().anyMatch(one -> one.code().equals(ground));
    }

    /** The rule that keeps a ground for members of another status; nothing where it is for them, or for everybody. */
    Optional<Rule<String>> othersOnly(@Nullable String ground, @Nullable Status status, LocalDate day) {
        return ground == null || status == null
                ? Optional.empty()
                : Optional.ofNullable(rulebook.on(day).ofGroups(FOR_WHOM).get(ground))
                        .filter(only -> !only.value().equals(status.name()));
    }
}

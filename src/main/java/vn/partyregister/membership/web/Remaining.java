package vn.partyregister.membership.web;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import vn.partyregister.member.Check;
import vn.partyregister.member.Checks;

/**
 * What is still to be looked at in a file that was just written: kept in the session for the one page that tells it.
 *
 * @param section where it is mended
 */
public record Remaining(String name, String section) implements Serializable {
    static ArrayList<Remaining> of(List<Check> wrong, Checks checks) {
        var remaining = new ArrayList<Remaining>();
        wrong.forEach(check ->
                remaining.add(new Remaining(checks.name(check), check.section().name())));
        return remaining;
    }
}

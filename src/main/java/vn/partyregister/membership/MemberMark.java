package vn.partyregister.membership;

import java.util.List;

/**
 * Something beside the standing of a member that the list and the file show.
 *
 * @param label a message key with its {@code arguments}
 * @param address the page that tells more
 */
public record MemberMark(String label, List<String> arguments, String address) {
    public MemberMark {
        arguments = List.copyOf(arguments);
    }
}

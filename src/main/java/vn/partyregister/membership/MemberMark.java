package vn.partyregister.membership;

/**
 * Something beside the standing of a member that the list and the file show.
 *
 * @param label a message key
 * @param address the page that tells more
 */
public record MemberMark(String label, String address) {}

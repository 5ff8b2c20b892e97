package vn.partyregister.member;

/**
 * Somebody in the register who may be the same person.
 *
 * @param sure the same number, and not only the same name and birth date
 */
public record Alike(MemberId id, String fullName, boolean sure) {}

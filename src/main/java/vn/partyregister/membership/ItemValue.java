package vn.partyregister.membership;

/**
 * One item of the member's form and the value that many people are given.
 *
 * @param item the key of the item
 * @param value in canonical text
 */
public record ItemValue(String item, String value) {}

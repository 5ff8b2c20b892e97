package vn.partyregister.reference;

/** A code of a list with its name in the reader's language. */
public record Code(String code, String label) {}

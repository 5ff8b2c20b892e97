package vn.partyregister.reference;

/** The clause of a directive that codes of a list are taken from. */
public record CodeSource(String directive, String clause) {}

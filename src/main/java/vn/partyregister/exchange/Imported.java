package vn.partyregister.exchange;

/** What became of a file that was imported in one go. */
public record Imported(ImportId id, Figures figures) {}

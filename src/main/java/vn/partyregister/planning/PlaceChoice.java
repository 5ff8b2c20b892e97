package vn.partyregister.planning;

/** A place to choose, and what the picker writes so that it is found again. */
public record PlaceChoice(String name, String written) {}

package vn.partyregister.statistics;

import java.util.UUID;

/** A committee (cấp ủy) by what its organisation is called on a day. */
public record Committee(UUID id, String name) {}

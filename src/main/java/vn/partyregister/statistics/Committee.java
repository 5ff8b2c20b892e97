package vn.partyregister.statistics;

import vn.partyregister.organisation.OrganisationId;

/** A committee (cấp ủy) by what its organisation is called on a day. */
public record Committee(OrganisationId id, String name) {}

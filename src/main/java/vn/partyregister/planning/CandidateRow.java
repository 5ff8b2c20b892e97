package vn.partyregister.planning;

import java.time.LocalDate;
import java.util.UUID;
import vn.partyregister.admission.Stage;

/** Somebody who is to be admitted for a place. */
public record CandidateRow(UUID id, String fullName, String organisation, Stage stage, LocalDate since) {}

package vn.partyregister.planning;

import java.time.LocalDate;

/**
 * A place that is to be recorded.
 *
 * @param kind a code of {@code place-kind}
 * @param since the first day it is what it is
 */
public record NewPlace(String kind, String name, LocalDate since, Situation situation) {}

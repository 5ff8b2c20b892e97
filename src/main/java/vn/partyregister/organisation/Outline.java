package vn.partyregister.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a draft says of itself, beside its steps.
 *
 * @param day the first day of the new tree
 * @param decision null as long as nobody decided
 */
public record Outline(String name, LocalDate day, @Nullable Decision decision) {}

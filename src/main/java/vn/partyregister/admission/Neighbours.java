package vn.partyregister.admission;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The cases beside one in a list. */
public record Neighbours(@Nullable UUID previous, @Nullable UUID next) {}

package vn.partyregister.platform;

import org.jspecify.annotations.Nullable;

/**
 * A cell of a list, in the reader's language.
 *
 * @param text null leaves the cell empty
 * @param above a second, smaller line: where the first belongs
 */
public record Cell(@Nullable Object text, @Nullable String above) {}

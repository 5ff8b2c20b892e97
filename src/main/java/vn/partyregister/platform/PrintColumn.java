package vn.partyregister.platform;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a printed list.
 *
 * @param share of the width, beside those of the other columns
 * @param value what stands in the cell, in lines; null leaves it empty
 */
public record PrintColumn<T>(String title, int share, Function<T, @Nullable String> value) {}

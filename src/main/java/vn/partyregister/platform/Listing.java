package vn.partyregister.platform;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * One page of a list, with the addresses of its other pages and orders.
 *
 * @param rows the rows of this page
 * @param page which page, from 1
 * @param total how many rows there are in all, counted by the database
 * @param sort the order, {@code column,asc} or {@code column,desc}
 * @param here the address of the list with its filter, without page and sort
 */
public record Listing<T>(List<T> rows, int page, int size, long total, String sort, String here) {
    /** Rows on a page of every list. */
    public static final int SIZE = 50;

    private static final Set<String> PLACE_AND_DAY = Set.of("organisation", "asAt", "day");

    public Listing {
        rows = List.copyOf(rows);
    }

    /** A page of rows that are computed one from another, so that all of them are at hand. */
    public static <T> Listing<T> of(List<T> all, int page, String sort, String here) {
        var shown = shown(page, all.size());
        var first = (shown - 1) * SIZE;
        return new Listing<>(
                all.subList(first, Math.min(all.size(), first + SIZE)), shown, SIZE, all.size(), sort, here);
    }

    /** The page that is shown where one is asked for: behind the last there is the last. */
    public static int shown(int asked, long total) {
        return (int) Math.min(asked, Math.max(1, Math.ceilDiv(total, SIZE)));
    }

    /** The same page with its rows told in another way. */
    public <R> Listing<R> with(List<R> others) {
        return new Listing<>(others, page, size, total, sort, here);
    }

    public long pages() {
        return Math.max(1, Math.ceilDiv(total, size));
    }

    /** The number of the first row shown. */
    public long from() {
        return (page - 1L) * size + 1;
    }

    /** The number of the last row shown. */
    public long to() {
        return Math.min(total, (long) page * size);
    }

    /** The address of another page in the same order. */
    public String address(long other) {
        return UriComponentsBuilder.fromUriString(here)
                .replaceQueryParam("sort", sort)
                .replaceQueryParam("page", other)
                .build()
                .toUriString();
    }

    /** The address of the first page in the order of a column; the other way round when it is that order already. */
    public String sorted(String column) {
        var next = sort.equals(column + ",asc") ? column + ",desc" : column + ",asc";
        return UriComponentsBuilder.fromUriString(here)
                .replaceQueryParam("sort", next)
                .replaceQueryParam("page")
                .build()
                .toUriString();
    }

    /** The address without its parameters. */
    public String path() {
        return here.split("\\?", 2)[0];
    }

    /** Whether it is asked for more than the place and the day: an empty one may then hold something under another filter. */
    public boolean isNarrowed() {
        return !PLACE_AND_DAY.containsAll(filter().keySet());
    }

    /** The filter and the order, for a form that leads to another page of this list. */
    public Map<String, String> parameters() {
        var parameters = filter();
        parameters.put("sort", sort);
        return parameters;
    }

    private Map<String, String> filter() {
        var parameters = new LinkedHashMap<String, String>();
        UriComponentsBuilder.fromUriString(here)
                .build()
                .getQueryParams()
                .toSingleValueMap()
                .forEach((name, value) -> {
                    if (value != null) {
                        parameters.put(name, UriUtils.decode(value, StandardCharsets.UTF_8));
                    }
                });
        return parameters;
    }

    /** For {@code aria-sort}: ascending, descending, or null when the list has another order. */
    public @Nullable String direction(String column) {
        return sort.equals(column + ",asc") ? "ascending" : sort.equals(column + ",desc") ? "descending" : null;
    }
}

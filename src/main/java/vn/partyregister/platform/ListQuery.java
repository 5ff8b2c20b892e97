package vn.partyregister.platform;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * A list as the database is asked for it: one page and how many rows there are in all, or every row as it comes.
 *
 * <pre>{@code
 * ListQuery.of(Guest.class, ROWS + from)
 *         .counted("select count(*) " + from)
 *         .ordered(COLUMNS, sort, "g.arrived_on, g.id")
 *         .with(scope.params(today))
 *         .with("ground", filter.ground())
 * }</pre>
 *
 * @param row reads a row
 * @param rows the select of all rows, in no order
 * @param counted the select that counts them, without what only the page needs
 * @param order what {@code order by} names
 * @param params by their names; there may be more than the texts name, and null is what a filter leaves open
 */
public record ListQuery<T>(
        RowMapper<T> row, String rows, String counted, String order, Map<String, @Nullable Object> params) {
    public ListQuery {
        params = Collections.unmodifiableMap(new HashMap<>(params));
    }

    /** Rows whose columns are the components of a record; until something cheaper is said, they are what is counted. */
    public static <R extends Record> ListQuery<R> of(Class<R> type, String rows) {
        return of(new RecordRows<>(type), rows);
    }

    public static <T> ListQuery<T> of(RowMapper<T> row, String rows) {
        return new ListQuery<>(row, rows, "select count(*) from (%s) as counted".formatted(rows), "1", Map.of());
    }

    public ListQuery<T> counted(String sql) {
        return new ListQuery<>(row, rows, sql, order, params);
    }

    public ListQuery<T> ordered(String by) {
        return new ListQuery<>(row, rows, counted, by, params);
    }

    /**
     * In the order that an address asks for.
     *
     * @param columns the expressions by the names of the columns; {@code %1$s} stands for the direction
     * @param sort {@code column,asc} or {@code column,desc}, as {@link Parameters#sort} reads it
     * @param last what decides between rows that are equal in this
     */
    public ListQuery<T> ordered(Map<String, String> columns, String sort, String last) {
        var asked = sort.split(",", 2);
        var column = columns.get(asked[0]);
        if (column == null) {
            throw new IllegalArgumentException(sort);
        }
        return ordered(column.formatted(asked[1]) + ", " + last);
    }

    public ListQuery<T> with(Map<String, ? extends @Nullable Object> more) {
        var all = new HashMap<String, @Nullable Object>(params);
        all.putAll(more);
        return new ListQuery<>(row, rows, counted, order, all);
    }

    /** One parameter more; a constant goes by its name. */
    public ListQuery<T> with(String name, @Nullable Object value) {
        var all = new HashMap<String, @Nullable Object>(params);
        all.put(name, value instanceof Enum<?> constant ? constant.name() : value);
        return new ListQuery<>(row, rows, counted, order, all);
    }

    /** What a visitor seeks, as {@code :q} of a {@code like} on folded text. */
    public ListQuery<T> seeking(@Nullable String typed) {
        return with("q", typed == null ? null : VietnameseText.sought(typed));
    }

    /** A page of the list; a page behind the last is the last. */
    public Listing<T> page(JdbcClient jdbc, int page, String sort, String here) {
        return page(jdbc, ask(jdbc, counted).query(Long.class).single(), page, sort, here);
    }

    /** The same, where it is known how many there are. */
    public Listing<T> page(JdbcClient jdbc, long total, int page, String sort, String here) {
        var shown = Listing.shown(page, total);
        var found = ask(jdbc, inOrder() + " limit %d offset :skipped".formatted(Listing.SIZE))
                .param("skipped", (shown - 1L) * Listing.SIZE)
                .query(row)
                .list();
        return new Listing<>(found, shown, Listing.SIZE, total, sort, here);
    }

    /** All rows, as the database hands them out; the caller closes them. */
    public Stream<T> all(JdbcClient jdbc) {
        return ask(jdbc, inOrder()).withFetchSize(TableDownload.FETCH_SIZE).query(row).stream();
    }

    /** The first rows alone, of a list that nobody can page through. */
    public List<T> first(JdbcClient jdbc, int most) {
        return ask(jdbc, inOrder() + " limit " + most).query(row).list();
    }

    /** All rows of a list that is short. */
    public List<T> list(JdbcClient jdbc) {
        return ask(jdbc, inOrder()).query(row).list();
    }

    /** Another question about the same rows, with the same parameters. */
    public StatementSpec ask(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).params(params);
    }

    private String inOrder() {
        return rows + " order by " + order;
    }
}

package vn.partyregister.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.platform.Refusal.NotReadable;

/** Remembers how each account reads the member list. */
@Service
@Transactional
public class ListViews {
    private final JdbcClient jdbc;

    ListViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The view of an account; the standard one until it has chosen. */
    @Transactional(readOnly = true)
    public ListView of(UUID account) {
        return jdbc.sql("select columns, density from membership.list_view where account_id = :account")
                .param("account", account)
                .query((row, _) -> new ListView(columns(row), ListView.Density.valueOf(row.getString("density"))))
                .optional()
                .orElseGet(ListView::standard);
    }

    /** Remembers the columns and the density that the form of the list sends; nothing but what it offers. */
    public void keep(UUID account, Collection<String> columns, @Nullable String density) {
        var view = new ListView(
                columns.stream()
                        .map(name -> known(ListColumn.values(), name).findAny().orElseThrow(() -> unknown(name)))
                        .toList(),
                known(ListView.Density.values(), density).findAny().orElseThrow(() -> unknown(density)));
        jdbc.sql("""
                        insert into membership.list_view (account_id, columns, density)
                        values (:account, string_to_array(:columns, ','), :density)
                        on conflict (account_id) do update set columns = excluded.columns, density = excluded.density
                        """)
                .param("account", account)
                .param(
                        "columns",
                        String.join(",", view.columns().stream().map(Enum::name).toList()))
                .param("density", view.density().name())
                .update();
    }

    /** Goes back to the standard view. */
    public void forget(UUID account) {
        jdbc.sql("delete from membership.list_view where account_id = :account")
                .param("account", account)
                .update();
    }

    /** A column that the program no longer has is left out. */
    private static List<ListColumn> columns(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("columns").getArray())
                .flatMap(name -> known(ListColumn.values(), name))
                .toList();
    }

    private static <E extends Enum<E>> Stream<E> known(E[] values, @Nullable String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name));
    }

    private static NotReadable unknown(@Nullable String name) {
        return new NotReadable("membership.view.unknown", name == null ? "" : name);
    }
}

package vn.partyregister.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.VietnameseText;

/** The list of accounts. */
@Component
class AccountList {
    private static final String USUAL = "username,asc";
    private static final Map<String, String> ORDERS = Map.of(
            USUAL,
            "a.username",
            "username,desc",
            "a.username desc",
            "name,asc",
            "a.name collate \"vi-x-icu\", a.username",
            "name,desc",
            "a.name collate \"vi-x-icu\" desc, a.username");

    private final JdbcClient jdbc;

    AccountList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Listing<AccountRow> page(String q, int page, String sort, String here, LocalDate day) {
        var sought = "%" + VietnameseText.folded(q).replaceAll("[\\\\%_]", "\\\\$0") + "%";
        var total = jdbc.sql("""
                        select count(*) from access.account a
                        where a.username like :sought or platform.folded(a.name) like :sought
                        """).param("sought", sought).query(Long.class).single();
        var order = ORDERS.containsKey(sort) ? sort : USUAL;
        return new Listing<>(rows(sought, page, order, day), page, Listing.SIZE, total, order, here);
    }

    private List<AccountRow> rows(String sought, int page, String order, LocalDate day) {
        return jdbc.sql("""
                        select a.id, a.username, a.name, a.sample, a.ended_on,
                            (select count(*) from access.grant_of_role g
                             where g.account_id = a.id and g.valid @> cast(:day as date)) as grants
                        from access.account a
                        where a.username like :sought or platform.folded(a.name) like :sought
                        order by %s
                        limit %d offset :skipped
                        """.formatted(ORDERS.get(order), Listing.SIZE))
                .param("sought", sought)
                .param("day", day)
                .param("skipped", (page - 1L) * Listing.SIZE)
                .query((row, _) -> new AccountRow(
                        new AccountId(row.getObject("id", UUID.class)),
                        row.getString("username"),
                        row.getString("name"),
                        row.getBoolean("sample"),
                        row.getObject("ended_on", LocalDate.class),
                        row.getInt("grants")))
                .list();
    }
}

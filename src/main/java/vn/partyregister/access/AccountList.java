package vn.partyregister.access;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.platform.ListQuery;
import vn.partyregister.platform.Listing;

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

    private static final String ROWS = """
            select a.id, a.username, a.name, a.sample, a.ended_on,
                (select count(*) from access.grant_of_role g
                 where g.account_id = a.id and g.valid @> cast(:day as date)) as grants
            from access.account a\
            """;
    private static final String FOUND = " where a.username like :q or platform.folded(a.name) like :q";

    private final JdbcClient jdbc;

    AccountList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Listing<AccountRow> page(String q, int page, String sort, String here, LocalDate day) {
        var order = ORDERS.containsKey(sort) ? sort : USUAL;
        return ListQuery.of(AccountRow.class, ROWS + FOUND)
                .counted("select count(*) from access.account a" + FOUND)
                .ordered(ORDERS.getOrDefault(order, "a.username"))
                .with("day", day)
                .seeking(q)
                .page(jdbc, page, order, here);
    }
}

package vn.partyregister.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;

/** The roles an account holds today (the calendar day, in a sample register too), as the scopes of a request. */
@Component
class Grants {
    /** A role that is lent holds while the one it is held for holds it there, and their account stands. */
    static final String HOLDS = """
            (g.for_account_id is null or exists (select from access.grant_of_role own
                join access.account away on away.id = own.account_id
                    and (away.ended_on is null or away.ended_on > cast(:today as date))
                where own.account_id = g.for_account_id and own.for_account_id is null and own.role = g.role
                    and own.organisation_id = g.organisation_id and own.valid @> cast(:today as date)))\
            """;

    private final JdbcClient jdbc;
    private final Today today;

    Grants(JdbcClient jdbc, Today today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    /** Who is asking; null where the account has ended since. */
    @Nullable
    Admitted admitted(SignedIn account) {
        var rows = rows(account.account());
        if (rows.isEmpty()) {
            return null;
        }
        var held = rows.stream().map(Row::held).filter(Objects::nonNull).toList();
        return new Admitted(
                visitor(account, held, rows.getFirst().rootless()),
                rows.getFirst().mustChange());
    }

    LocalDate today() {
        return today.day();
    }

    private static Visitor visitor(SignedIn account, List<Held> held, boolean rootless) {
        var scopes = new EnumMap<Permission, Scope>(Permission.class);
        scopes.put(Permission.OWN_ACCOUNT, Scope.NOTHING);
        for (var permission : Permission.values()) {
            var granting = held.stream()
                    .filter(grant -> grant.role().permissions().contains(permission)
                            || rootless
                                    && grant.role().beforeTheFirstOrganisation().contains(permission))
                    .toList();
            if (!granting.isEmpty()) {
                scopes.put(permission, scope(granting));
            }
        }
        return new Visitor(account.account(), account.getUsername(), account.name(), home(held), scopes);
    }

    private List<Row> rows(UUID account) {
        return jdbc.sql("""
                        select c.must_change, g.role, g.organisation_id, coalesce(o.is_root, false) as root,
                               (select count(*) from organisation.ancestry a
                                where a.descendant_id = g.organisation_id and upper_inf(a.valid)) as depth,
                               not exists (select 1 from organisation.organisation r where r.is_root) as rootless
                        from access.account c
                        left join access.grant_of_role g on g.account_id = c.id and g.valid @> cast(:today as date) and %s
                        left join organisation.organisation o on o.id = g.organisation_id
                        where c.id = :account and (c.ended_on is null or c.ended_on > :today)
                        order by depth, g.organisation_id
                        """.formatted(HOLDS))
                .param("account", account)
                .param("today", today.day())
                .query((row, _) -> new Row(row.getBoolean("must_change"), row.getBoolean("rootless"), held(row)))
                .list();
    }

    private static @Nullable Held held(ResultSet row) throws SQLException {
        var role = row.getString("role");
        return role == null ? null : new Held(Role.valueOf(role), organisation(row), row.getBoolean("root"));
    }

    private static Scope scope(List<Held> granting) {
        if (granting.stream().anyMatch(grant -> grant.root() || grant.organisation() == null)) {
            return Scope.EVERYTHING;
        }
        var organisations = new HashSet<UUID>();
        for (var grant : granting) {
            if (grant.organisation() != null) {
                organisations.add(grant.organisation().id());
            }
        }
        return Scope.of(organisations);
    }

    private static @Nullable UUID home(List<Held> held) {
        for (var grant : held) {
            if (grant.organisation() != null) {
                return grant.organisation().id();
            }
        }
        return null;
    }

    private static @Nullable OrganisationId organisation(ResultSet row) throws SQLException {
        var id = row.getObject("organisation_id", UUID.class);
        return id == null ? null : new OrganisationId(id);
    }

    /**
     * Somebody whose account stands.
     *
     * @param mustChange the password is a temporary one: nothing else before it is changed
     */
    record Admitted(Visitor visitor, boolean mustChange) {}

    private record Row(
            boolean mustChange, boolean rootless, @Nullable Held held) {}

    private record Held(Role role, @Nullable OrganisationId organisation, boolean root) {}
}

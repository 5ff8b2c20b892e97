package vn.partyregister.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.InPlace;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;

/** The roles an account holds today (the calendar day, in a sample register too), as the scopes of a request. */
@Component
class Grants {
    private final JdbcClient jdbc;
    private final Today today;
    private final BusinessDay businessDay;

    Grants(JdbcClient jdbc, Today today, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.today = today;
        this.businessDay = businessDay;
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
                rows.getFirst().mustChange(),
                held.stream().filter(grant -> grant.inPlaceOf() != null).toList(),
                held.stream().filter(grant -> grant.inPlaceOf() == null).toList());
    }

    /** In whose place somebody does what a permission allows: nobody's, where their own roles allow it as far. */
    InPlace inPlace(Admitted admitted, Permission permission) {
        var lent = admitted.lent().stream()
                .filter(grant -> grant.role().permissions().contains(permission))
                .toList();
        if (lent.isEmpty()) {
            return InPlace.OF_NOBODY;
        }
        var own = admitted.own().stream()
                .filter(grant -> grant.role().permissions().contains(permission))
                .toList();
        return organisation -> reaches(own, organisation)
                ? List.of()
                : lent.stream()
                        .filter(grant -> reaches(List.of(grant), organisation))
                        .map(Held::inPlaceOf)
                        .flatMap(Stream::ofNullable)
                        .distinct()
                        .sorted()
                        .toList();
    }

    /** Whether one of some roles reaches an organisation; each does where there is none. */
    private boolean reaches(List<Held> roles, @Nullable UUID organisation) {
        if (roles.isEmpty() || organisation == null) {
            return !roles.isEmpty();
        }
        var day = businessDay.today();
        var scope = scope(roles);
        return jdbc.sql("select %s".formatted(scope.condition("cast(:organisation as uuid)")))
                .params(scope.params(day))
                .param("organisation", organisation)
                .query(Boolean.class)
                .single();
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
        return jdbc.sql("select * from access.roles_held(:account, cast(:today as date))")
                .param("account", account)
                .param("today", today.day())
                .query((row, _) -> new Row(row.getBoolean("must_change"), row.getBoolean("rootless"), held(row)))
                .list();
    }

    private static @Nullable Held held(ResultSet row) throws SQLException {
        var role = row.getString("role");
        return role == null
                ? null
                : new Held(Role.valueOf(role), organisation(row), row.getBoolean("root"), row.getString("in_place_of"));
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
     * @param lent roles that somebody who is away has lent them
     * @param own all others
     */
    record Admitted(Visitor visitor, boolean mustChange, List<Held> lent, List<Held> own) {}

    private record Row(
            boolean mustChange, boolean rootless, @Nullable Held held) {}

    /** @param inPlaceOf whose role it is, of one that is lent */
    record Held(
            Role role,
            @Nullable OrganisationId organisation,
            boolean root,
            @Nullable String inPlaceOf) {}
}

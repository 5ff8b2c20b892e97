package vn.partyregister.access;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Scope;

/** How far other accounts reach today, for who shows something in their place or to them. */
@Service
public class ReachOfAccounts {
    private final JdbcClient jdbc;
    private final Grants grants;

    ReachOfAccounts(JdbcClient jdbc, Grants grants) {
        this.jdbc = jdbc;
        this.grants = grants;
    }

    /** How far a permission of an account reaches; nothing where it is not held, or the account has ended. */
    public Scope of(UUID account, Permission permission) {
        var admitted = grants.admitted(new SignedIn(account, "", "", ""));
        return admitted == null ? Scope.NOTHING : admitted.visitor().scope(permission);
    }

    /** Who holds the permission today on an organisation on which this account holds it as well, each by a role of their own. */
    public List<Colleague> colleagues(UUID account, Permission permission) {
        return jdbc.sql("""
                        select distinct c.id, c.username, c.name
                        from access.grant_of_role mine
                        join access.grant_of_role theirs on theirs.organisation_id = mine.organisation_id
                            and theirs.account_id <> mine.account_id and theirs.role in (:roles) and theirs.valid @> cast(:today as date)
                            and theirs.for_account_id is null
                        join access.account c on c.id = theirs.account_id and (c.ended_on is null or c.ended_on > :today)
                        where mine.account_id = :account and mine.role in (:roles) and mine.valid @> cast(:today as date)
                            and mine.for_account_id is null
                        order by c.name, c.username
                        """)
                .param("account", account)
                .param("today", grants.today())
                .param(
                        "roles",
                        Arrays.stream(Role.values())
                                .filter(role -> role.permissions().contains(permission))
                                .map(Enum::name)
                                .toList())
                .query(new RecordRows<>(Colleague.class))
                .list();
    }

    /** Somebody of the same committee. */
    public record Colleague(UUID id, String username, String name) {}
}

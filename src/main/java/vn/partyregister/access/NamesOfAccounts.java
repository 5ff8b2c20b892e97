package vn.partyregister.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.audit.SubjectNames;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Visitor;

/** Accounts in the audit trail: every entry names its author, so their user names are no secret to its reader. */
@Component
class NamesOfAccounts implements SubjectNames {
    private final JdbcClient jdbc;

    NamesOfAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "account";
    }

    @Override
    public Map<UUID, Name> names(Collection<UUID> subjects, Visitor visitor) {
        var opens = visitor.may(Permission.KEEP_ACCOUNTS);
        var names = new HashMap<UUID, Name>();
        jdbc.sql("select id, username from access.account where id in (:subjects)")
                .param("subjects", subjects)
                .query(row -> {
                    var id = row.getObject("id", UUID.class);
                    names.put(id, new Name(row.getString("username"), opens ? "/accounts/" + id : null));
                });
        return names;
    }
}

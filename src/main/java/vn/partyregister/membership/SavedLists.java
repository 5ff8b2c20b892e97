package vn.partyregister.membership;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.TypedNumbers;
import vn.partyregister.platform.VietnameseText;
import vn.partyregister.platform.Visitor;

/** Member lists that are opened again and again, kept by name; their owner may share them with an organisation. */
@Service
@Transactional
public class SavedLists {
    /** A guard against a program that saves without end, not a rule of the Party. */
    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final BusinessDay businessDay;
    private final AuditTrail audit;

    SavedLists(JdbcClient jdbc, BusinessDay businessDay, AuditTrail audit) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
        this.audit = audit;
    }

    /** The visitor's own lists, then those shared with an organisation that holds the whole of the visitor's scope. */
    @Transactional(readOnly = true)
    public List<SavedList> of(Visitor visitor) {
        var scope = visitor.scope(Permission.READ_MEMBERS);
        return jdbc.sql("""
                        select l.id, l.name, l.query, l.account_id = :account as own, a.name as owner, l.shared_with,
                               o.name as shared_name
                        from membership.saved_list l
                        join access.account a on a.id = l.account_id
                        left join organisation.organisation_version o
                            on o.organisation_id = l.shared_with and o.valid @> cast(:asAt as date)
                        where l.account_id = :account or (l.shared_with is not null and %s)
                        order by own desc, l.name collate "vi-x-icu", l.id
                        limit %d
                        """.formatted(within(scope), 2 * MOST))
                .params(scope.params(businessDay.today()))
                .param("account", visitor.account())
                .query(new RecordRows<>(SavedList.class))
                .list();
    }

    /**
     * Keeps a list under a name that none of the visitor's other lists bears. One person sought by number is no list:
     * the number would lie open here, and before all with whom it is shared.
     */
    public SavedListId save(String name, String query, @Nullable UUID sharedWith, Visitor visitor) {
        requireWithin(sharedWith, visitor);
        requireNoNumber(query);
        if (jdbc.sql("select count(*) from membership.saved_list where account_id = :account")
                        .param("account", visitor.account())
                        .query(Integer.class)
                        .single()
                >= MOST) {
            throw new RuleBroken("membership.saved.too-many", MOST);
        }
        var id = SavedListId.next();
        var tidy = VietnameseText.tidy(name);
        try {
            jdbc.sql("""
                            insert into membership.saved_list (id, account_id, name, query, shared_with)
                            values (:id, :account, :name, :query, :shared)
                            """)
                    .param("id", id.id())
                    .param("account", visitor.account())
                    .param("name", tidy)
                    .param("query", query)
                    .param("shared", sharedWith, java.sql.Types.OTHER)
                    .update();
        } catch (DuplicateKeyException _) {
            throw new RuleBroken("membership.saved.name-taken", tidy);
        }
        audit.changed("saved-list.saved", subject(id, sharedWith), null, state(tidy, query, sharedWith));
        return id;
    }

    /** Gives an own list another name, and shares it with another organisation or with none. */
    public void change(SavedListId id, String name, @Nullable UUID sharedWith, Visitor visitor) {
        var before = own(id, visitor);
        requireWithin(sharedWith, visitor);
        var tidy = VietnameseText.tidy(name);
        try {
            jdbc.sql("update membership.saved_list set name = :name, shared_with = :shared where id = :id")
                    .param("id", id.id())
                    .param("name", tidy)
                    .param("shared", sharedWith, java.sql.Types.OTHER)
                    .update();
        } catch (DuplicateKeyException _) {
            throw new RuleBroken("membership.saved.name-taken", tidy);
        }
        audit.changed(
                "saved-list.changed", subject(id, sharedWith), state(before), state(tidy, before.query, sharedWith));
    }

    /** Forgets an own list: no fact of the register goes with it. */
    public void delete(SavedListId id, Visitor visitor) {
        var before = own(id, visitor);
        jdbc.sql("delete from membership.saved_list where id = :id")
                .param("id", id.id())
                .update();
        audit.changed("saved-list.deleted", subject(id, before.sharedWith), state(before), null);
    }

    private static void requireNoNumber(String query) {
        var sought = UriComponentsBuilder.fromUriString(query)
                .build()
                .getQueryParams()
                .getFirst("q");
        if (sought != null && TypedNumbers.mayIdentify(UriUtils.decode(sought, StandardCharsets.UTF_8))) {
            throw new RuleBroken("membership.saved.number");
        }
    }

    private Kept own(SavedListId id, Visitor visitor) {
        return jdbc.sql("""
                        select name, query, shared_with from membership.saved_list
                        where id = :id and account_id = :account
                        """)
                .param("id", id.id())
                .param("account", visitor.account())
                .query(new RecordRows<>(Kept.class))
                .optional()
                .orElseThrow(() -> new NotFound("membership.saved.unknown"));
    }

    private void requireWithin(@Nullable UUID organisation, Visitor visitor) {
        if (organisation == null) {
            return;
        }
        var scope = visitor.scope(Permission.READ_MEMBERS);
        var there = jdbc.sql("""
                        select exists (select from organisation.organisation_version v
                        where v.organisation_id = :organisation and v.valid @> cast(:asAt as date) and %s)
                        """.formatted(scope.condition("v.organisation_id")))
                .params(scope.params(businessDay.today()))
                .param("organisation", organisation)
                .query(Boolean.class)
                .single();
        if (!there) {
            throw new NotFound("membership.unknown-organisation");
        }
    }

    /** Holds where the shared organisation has every top of the scope below it; of everything that is the root alone. */
    private static String within(Scope scope) {
        if (scope.everything()) {
            return """
                    exists (select from organisation.organisation_version root
                    where root.organisation_id = l.shared_with and root.parent_id is null
                    and root.valid @> cast(:asAt as date))\
                    """;
        }
        return scope.isNothing() ? "false" : """
                (select count(*) from organisation.ancestry below
                where below.ancestor_id = l.shared_with and below.descendant_id in (:scope)
                and below.valid @> cast(:asAt as date)) = %d\
                """.formatted(scope.organisations().size());
    }

    private static Subject subject(SavedListId id, @Nullable UUID sharedWith) {
        return new Subject("saved-list", id.id(), sharedWith);
    }

    private static Map<String, Object> state(Kept kept) {
        return state(kept.name, kept.query, kept.sharedWith);
    }

    private static Map<String, Object> state(String name, String query, @Nullable UUID sharedWith) {
        var state = new HashMap<String, Object>();
        state.put("name", name);
        state.put("query", query);
        if (sharedWith != null) {
            state.put("sharedWith", sharedWith);
        }
        return state;
    }

    private record Kept(String name, String query, @Nullable UUID sharedWith) {}
}

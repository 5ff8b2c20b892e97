package vn.partyregister.audit;

import java.util.Collection;
import java.util.HashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.TypedNumbers;

/** Writes the trail, in the name of the {@link Author} of what runs. */
@Service
public class AuditTrail {
    /** What was typed into a search box, in the address of every list. */
    private static final String SOUGHT = "q";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AuditTrail(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A change, in the transaction that makes it.
     *
     * @param act what was done, as a message key: {@code organisation.renamed}
     * @param before the state before, as a record or a map; null for what is new
     * @param after the state after; null for what ended
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(String act, Subject subject, @Nullable Object before, @Nullable Object after) {
        append(act, subject, before, after);
    }

    /**
     * The same act for many of a kind, each with what changed, in the transaction that makes it: one statement.
     *
     * @param kind what the subjects are: member, organisation …
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void changedAll(String act, String kind, Collection<Changed> changes) {
        var author = Author.current();
        var inPlace = new HashMap<@Nullable UUID, String>();
        changes.forEach(change -> inPlace.computeIfAbsent(
                change.organisation(), at -> String.join(",", author.inPlace().of(at))));
        jdbc.sql("""
                        insert into audit.entry
                            (account_id, username, address, act, subject, subject_id, organisation_id, before, after, in_place_of)
                        select cast(:account as uuid), :username, :address, :act, :subject, c.id, c.organisation, cast(c.before as jsonb),
                            cast(c.after as jsonb), string_to_array(c.in_place_of, ',')
                        from unnest(cast(:ids as uuid[]), cast(:organisations as uuid[]), cast(:before as text[]),
                            cast(:after as text[]), cast(:inPlaceOf as text[])) as c (id, organisation, before, after, in_place_of)
                        """)
                .param("account", author.account())
                .param("username", author.username())
                .param("address", author.address())
                .param("act", act)
                .param("subject", kind)
                .param("ids", changes.stream().map(Changed::id).toArray(UUID[]::new))
                .param(
                        "organisations",
                        changes.stream().map(Changed::organisation).toArray(UUID[]::new))
                .param(
                        "before",
                        changes.stream().map(change -> written(change.before())).toArray(String[]::new))
                .param(
                        "after",
                        changes.stream().map(change -> written(change.after())).toArray(String[]::new))
                .param(
                        "inPlaceOf",
                        changes.stream()
                                .map(change -> inPlace.get(change.organisation()))
                                .map(names -> names == null || names.isEmpty() ? null : names)
                                .toArray(String[]::new))
                .update();
    }

    /**
     * A file was opened, or a list taken out: worth an entry, not worth waiting for the disk. What was sought is told
     * without the number of a citizen, which lies open nowhere in the database.
     */
    @Transactional
    public void read(String act, Subject subject, @Nullable Object what) {
        jdbc.sql("set local synchronous_commit = off").update();
        append(act, subject, null, what == null ? null : withoutNumbers(json.valueToTree(what)));
    }

    private static JsonNode withoutNumbers(JsonNode what) {
        if (what instanceof ObjectNode parts && parts.path(SOUGHT).isString()) {
            parts.put(SOUGHT, TypedNumbers.masked(parts.path(SOUGHT).asString()));
        }
        return what;
    }

    private void append(String act, Subject subject, @Nullable Object before, @Nullable Object after) {
        var author = Author.current();
        jdbc.sql("""
                        insert into audit.entry
                            (account_id, username, address, act, subject, subject_id, organisation_id, before, after, in_place_of)
                        values (:account, :username, :address, :act, :subject, :id, :organisation,
                            cast(:before as jsonb), cast(:after as jsonb), string_to_array(nullif(:inPlaceOf, ''), ','))
                        """)
                .param("account", author.account())
                .param("username", author.username())
                .param("address", author.address())
                .param("act", act)
                .param("subject", subject.kind())
                .param("id", subject.id())
                .param("organisation", subject.organisation())
                .param("before", written(before))
                .param("after", written(after))
                .param("inPlaceOf", String.join(",", author.inPlace().of(subject.organisation())))
                .update();
    }

    private @Nullable String written(@Nullable Object state) {
        return state == null ? null : json.writeValueAsString(state);
    }

    /**
     * What an entry is about.
     *
     * @param kind member, organisation, list, import, account …
     * @param organisation where it belongs at that moment, null where it belongs to the whole register
     */
    public record Subject(
            String kind, @Nullable UUID id, @Nullable UUID organisation) {}

    /** What one act for many changed of one of them; see {@link #changed} for the states. */
    public record Changed(
            UUID id,
            @Nullable UUID organisation,
            @Nullable Object before,
            @Nullable Object after) {}
}

package vn.partyregister.organisation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole tree as it stands on the day of a reorganisation, before it happens.
 *
 * @param nodes each after its parent
 */
record TreeBefore(LocalDate day, Map<OrganisationId, Node> nodes) {
    static TreeBefore read(JdbcClient jdbc, LocalDate day) {
        var nodes = new LinkedHashMap<OrganisationId, Node>();
        jdbc.sql("""
                        select v.organisation_id, lower(v.valid) as since, upper(v.valid) as until, v.name, v.type, v.kind,
                            v.parent_id, c.code,
                            coalesce((select max(lower(h.valid)) from organisation.organisation_code h
                                where h.organisation_id = v.organisation_id) >= cast(:day as date), false) as code_later
                        from organisation.organisation_version v
                        join organisation.ancestry a on a.descendant_id = v.organisation_id and a.valid @> cast(:day as date)
                        join organisation.organisation o on o.id = a.ancestor_id and o.is_root
                        left join organisation.organisation_code c
                            on c.organisation_id = v.organisation_id and c.valid @> cast(:day as date)
                        where v.valid @> cast(:day as date)
                        order by a.depth, v.name collate organisation.by_name, v.organisation_id
                        """).param("day", day).query(row -> {
            var id = new OrganisationId(row.getObject("organisation_id", UUID.class));
            var parent = row.getObject("parent_id", UUID.class);
            nodes.put(
                    id,
                    new Node(
                            id,
                            row.getObject("since", LocalDate.class),
                            row.getObject("until", LocalDate.class),
                            new What(
                                    row.getString("name"),
                                    row.getString("type"),
                                    row.getString("kind"),
                                    parent == null ? null : new OrganisationId(parent),
                                    row.getString("code")),
                            row.getBoolean("code_later")));
        });
        return new TreeBefore(day, nodes);
    }

    /** Whether an organisation is another or stands somewhere below it. */
    boolean isWithin(OrganisationId organisation, OrganisationId top) {
        OrganisationId at = organisation;
        while (at != null && !at.equals(top)) {
            var node = nodes.get(at);
            at = node == null ? null : node.is().parent();
        }
        return at != null;
    }

    /** What an organisation is at a time. */
    record What(
            String name,
            String type,
            @Nullable String kind,
            @Nullable OrganisationId parent,
            @Nullable String code) {
        What under(@Nullable OrganisationId other) {
            return new What(name, type, kind, other, code);
        }

        What called(String other) {
            return new What(other, type, kind, parent, code);
        }

        What ofType(String other, @Nullable String otherKind) {
            return new What(name, other, otherKind == null ? kind : otherKind, parent, code);
        }

        What coded(@Nullable String other) {
            return other == null ? this : new What(name, type, kind, parent, other);
        }
    }

    /**
     * An organisation.
     *
     * @param since when its version began
     * @param until the first day on which it is already known to be something else; null while none is
     * @param codeLater whether it gets a code on the day or after it
     */
    record Node(
            OrganisationId id, LocalDate since, @Nullable LocalDate until, What is, boolean codeLater) {}
}

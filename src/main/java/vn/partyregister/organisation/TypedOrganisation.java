package vn.partyregister.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.organisation.OrganisationTree.Choice;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.VietnameseText;

/** What somebody typed who looks for an organisation: a code, a name or part of it, or a name below its parent's. */
final class TypedOrganisation {
    static final String PATH_MARK = " / ";
    private static final int ENOUGH_TO_CHOOSE_AMONG = 100;

    private final JdbcClient jdbc;
    private final String written;

    TypedOrganisation(JdbcClient jdbc, String typed) {
        this.jdbc = jdbc;
        this.written = VietnameseText.tidy(typed);
    }

    /** Those whose name holds it, or whose code begins with it. */
    List<Choice> search(Scope scope, LocalDate asAt, int atMost) {
        return written.isEmpty()
                ? List.of()
                : choices(
                        "(v.name_folded like '%' || :typed || '%' or starts_with(c.code, :code))",
                        written, scope, asAt, atMost);
    }

    /** The one whose code or whole name it is. */
    Optional<OrganisationId> meant(Scope scope, LocalDate asAt) {
        var split = written.lastIndexOf(PATH_MARK);
        var name = split < 0 ? written : written.substring(split + PATH_MARK.length());
        var above = split < 0 ? "" : written.substring(0, split);
        var found =
                choices("(v.name_folded = :typed or c.code = :code)", name, scope, asAt, ENOUGH_TO_CHOOSE_AMONG)
                        .stream()
                        .filter(choice -> above.isEmpty()
                                || VietnameseText.folded(choice.above()).equals(VietnameseText.folded(lastOf(above))))
                        .toList();
        return found.size() == 1 ? Optional.of(found.getFirst().id()) : Optional.empty();
    }

    private static String lastOf(String path) {
        return path.substring(path.lastIndexOf(PATH_MARK) < 0 ? 0 : path.lastIndexOf(PATH_MARK) + PATH_MARK.length());
    }

    private List<Choice> choices(String condition, String sought, Scope scope, LocalDate asAt, int atMost) {
        return jdbc.sql("""
                        with found as materialized (
                            select v.organisation_id, v.name, v.parent_id, c.code
                            from organisation.organisation_version v
                            left join organisation.organisation_code c
                                on c.organisation_id = v.organisation_id and c.valid @> cast(:asAt as date)
                            where v.valid @> cast(:asAt as date) and %s)
                        select found.organisation_id as id, found.name, coalesce(p.name, '') as above
                        from found
                        left join organisation.organisation_version p
                            on p.organisation_id = found.parent_id and p.valid @> cast(:asAt as date)
                        where %s
                        order by found.name collate organisation.by_name, above, id
                        limit :limit
                        """.formatted(condition, scope.condition("found.organisation_id")))
                .params(scope.params(asAt))
                .param("typed", VietnameseText.folded(sought))
                .param("code", sought)
                .param("limit", atMost)
                .query((row, _) -> new Choice(
                        new OrganisationId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getString("above")))
                .list();
    }
}

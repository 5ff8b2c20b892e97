package vn.partyregister.dossier;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.VietnameseText;

/** The part that all questions about completeness share: who stands within the scope today, and what each file lacks. */
final class PaperQuery {
    private final PaperFilter filter;
    private final Scope scope;
    private final LocalDate asAt;

    PaperQuery(PaperFilter filter, Scope scope, LocalDate asAt) {
        this.filter = filter;
        this.scope = scope;
        this.asAt = asAt;
    }

    /**
     * {@code who}: everybody of the filter's organisation within the scope whose file must hold what the filter asks for.
     * {@code lack}: of those whose file lacks
     * something, how many kinds.
     */
    String with() {
        return """
                with who as materialized (
                    select s.member_id, s.organisation_id, s.status, m.joined_on, m.official_on
                    from membership.standing s
                    join member.member m on m.id = s.member_id
                    where s.valid @> cast(:asAt as date) and %s and %s and %s
                ), lack as materialized (
                    select m.member_id, count(*) as missing
                    from %s
                    left join dossier.held h on h.member_id = m.member_id and h.kind = r.kind
                    where h.kind is null and %s
                    group by m.member_id
                )
                """.formatted(
                        scope.condition("s.organisation_id"),
                        filter.organisation() == null ? "true" : """
                                exists (select from organisation.ancestry below
                                where below.descendant_id = s.organisation_id and below.ancestor_id = :organisation
                                and below.valid @> cast(:asAt as date))""",
                        filter.kind() == null ? "true" : """
                                exists (select from dossier.requirement r where r.kind = :kind and %s)\
                                """.formatted(Requirements.bind("s.status")),
                        asked(),
                        kindAlone());
    }

    /** Each member of {@code who} as {@code m} beside each requirement {@code r} that binds them. */
    static String asked() {
        return "who m join dossier.requirement r on " + Requirements.bind("m.status");
    }

    String kindAlone() {
        return filter.kind() == null ? "true" : "r.kind = :kind";
    }

    /** Of {@code lack l}, joined from the left: the state that the filter asks for. */
    String inState() {
        return switch (filter.state()) {
            case COMPLETE -> "l.member_id is null";
            case INCOMPLETE -> "l.member_id is not null";
            case null -> "true";
        };
    }

    String named(String folded) {
        return filter.q() == null ? "true" : folded + " like '%' || :q || '%'";
    }

    Map<String, @Nullable Object> params() {
        var params = new HashMap<String, @Nullable Object>(scope.params(asAt));
        params.put("organisation", filter.organisation());
        params.put("kind", filter.kind());
        if (filter.q() != null) {
            params.put("q", VietnameseText.folded(filter.q()).replaceAll("[\\\\%_]", "\\\\$0"));
        }
        return params;
    }
}

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
     * {@code asked}: what is asked of those who stand as the same and entered and were recognised between the same two
     * changes of the requirements, with how many they are: there are a few dozen such groups among all members.
     * {@code lack}: of {@code who}, those whose file lacks something, how many kinds.
     */
    String with() {
        return """
                with turn as materialized (
                    select array(select distinct turn.day from dossier.requirement r
                        cross join lateral (values (lower(r.valid)), (upper(r.valid))) as turn (day)
                        where turn.day is not null order by turn.day) as days
                ), who as materialized (
                    select s.member_id, s.organisation_id, s.status, m.joined_on, m.official_on,
                        width_bucket(m.joined_on, turn.days) as entry,
                        width_bucket(coalesce(m.official_on, m.joined_on), turn.days) as recognition
                    from membership.standing s
                    join member.member m on m.id = s.member_id
                    cross join turn
                    where s.valid @> cast(:asAt as date) and %s and %s and %s
                ), alike as materialized (
                    select status, entry, recognition, count(*) as members, min(joined_on) as joined_on,
                        min(coalesce(official_on, joined_on)) as official_on
                    from who group by status, entry, recognition
                ), asked as materialized (
                    select m.status, m.entry, m.recognition, m.members, r.kind
                    from alike m join dossier.requirement r on %s
                ), need as materialized (
                    select status, entry, recognition, count(*) as kinds from asked r where %s
                    group by status, entry, recognition
                ), there as materialized (
                    select who.member_id, h.kind
                    from who
                    join dossier.held h on h.member_id = who.member_id
                    join asked on asked.kind = h.kind and (asked.status, asked.entry, asked.recognition)
                        = (who.status, who.entry, who.recognition)
                ), lack as materialized (
                    select who.member_id, need.kinds - coalesce(found.kinds, 0) as missing
                    from who
                    join need on (need.status, need.entry, need.recognition) = (who.status, who.entry, who.recognition)
                    left join (select r.member_id, count(*) as kinds from there r where %s group by r.member_id) found
                        on found.member_id = who.member_id
                    where need.kinds > coalesce(found.kinds, 0)
                )
                """.formatted(
                        scope.condition("s.organisation_id"),
                        filter.organisation() == null ? "true" : Scope.below("s.organisation_id", ":asAt"),
                        filter.kind() == null ? "true" : """
                                exists (select from dossier.requirement r where r.kind = :kind and %s)\
                                """.formatted(Requirements.bind("s.status")),
                        Requirements.bind("m.status"),
                        kindAlone(),
                        kindAlone());
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
        params.put(
                "organisation",
                filter.organisation() == null ? null : filter.organisation().id());
        params.put("kind", filter.kind());
        if (filter.q() != null) {
            params.put("q", VietnameseText.folded(filter.q()).replaceAll("[\\\\%_]", "\\\\$0"));
        }
        return params;
    }
}

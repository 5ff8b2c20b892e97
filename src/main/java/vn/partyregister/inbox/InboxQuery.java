package vn.partyregister.inbox;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.VietnameseText;

/** The obligations of all modules as one question to the database, narrowed by a filter and a scope. */
@Component
class InboxQuery {
    /** An owner that is there no longer is named as it last was, and what was done is found where it was done. */
    static final String SEEN_ON = "least(cast(:asAt as date), upper(w.valid) - 1)";

    private static final String NOTHING = """
            select null::text as kind, null::text as subject, null::text as subject_order, null::uuid as owner_id, null::date as since, null::date as due_on,
            null::date as done_on, null::text as address, null::text as rule, null::date as rule_day where false\
            """;
    static final String OWNER = """
            left join lateral (select name, parent_id, valid from organisation.organisation_version
                where organisation_id = o.owner_id
                order by valid @> cast(:asAt as date) desc, lower(valid) desc limit 1) w on true
            """;

    /** The owner {@code w} of an obligation {@code o}, and its superior {@code p}. */
    static final String NAMED = OWNER + """
            left join lateral (select name from organisation.organisation_version
                where organisation_id = w.parent_id order by valid @> cast(:asAt as date) desc, lower(valid) desc limit 1) p on true
            """;

    /** Where the rule of an obligation {@code o} stands: its directive and clause as {@code book}. */
    static final String SOURCE = """
            left join lateral (select d.number as directive, r.clause from reference.rule r
                join reference.directive d on d.id = r.directive_id
                where r.key = o.rule and r.valid @> o.rule_day order by r.scope = 'ALL' desc, r.scope limit 1) book on true
            """;

    private final JdbcClient jdbc;
    private final InboxDays days;
    private final List<ObligationSource> sources;

    InboxQuery(JdbcClient jdbc, InboxDays days, ObjectProvider<ObligationSource> sources) {
        this.jdbc = jdbc;
        this.days = days;
        this.sources = sources.orderedStream().toList();
    }

    List<String> kinds() {
        return sources.stream().flatMap(source -> source.kinds().stream()).toList();
    }

    /** Those of the filter in any state: {@code o}, its owner {@code w} and the owner's superior {@code p}. */
    String named(InboxFilter filter, Scope scope) {
        return from(filter, scope, NAMED + SOURCE);
    }

    /** The same beside {@code part}: the part right below the filter's organisation that the owner belongs to; none for itself. */
    String byParts(InboxFilter filter, Scope scope) {
        return from(filter, scope, OWNER + """
                left join lateral (select v.organisation_id as id, v.name from organisation.ancestry a
                    join organisation.organisation_version v on v.organisation_id = a.ancestor_id and v.parent_id = :organisation
                        and v.valid @> cast(%1$s as date)
                    where a.descendant_id = o.owner_id and a.valid @> cast(%1$s as date) limit 1) part on true
                """.formatted(SEEN_ON));
    }

    /** The same without names: the owner is looked up only where the scope or the filter asks for it. */
    String counted(InboxFilter filter, Scope scope) {
        return from(filter, scope, scope.everything() && filter.organisation() == null ? "" : OWNER);
    }

    private String from(InboxFilter filter, Scope scope, String joins) {
        return "from (%s) o %s where %s"
                .formatted(
                        sources.isEmpty()
                                ? NOTHING
                                : sources.stream()
                                        .map(source -> "(" + source.select() + ")")
                                        .collect(joining(" union all ")),
                        joins,
                        String.join(
                                " and ",
                                scope.condition("o.owner_id", SEEN_ON),
                                place(filter),
                                filter.kind() == null ? "true" : "o.kind = :kind",
                                filter.q() == null ? "true" : "platform.folded(o.subject) like :q",
                                filter.year() == null
                                        ? "true"
                                        : "coalesce(o.due_on, o.since) between :yearStarts and :yearEnds"));
    }

    private static String place(InboxFilter filter) {
        if (filter.organisation() == null) {
            return "true";
        }
        return filter.alone() ? "o.owner_id = :organisation" : Scope.below("o.owner_id", SEEN_ON);
    }

    /** What the filter leaves of them: a state, an urgency, all that is open, or all there is. */
    static String left(InboxFilter filter) {
        var urgency = filter.urgency();
        if (urgency != null) {
            return urgency.condition();
        }
        var state = filter.state();
        return state != null ? state.condition() : filter.over() ? "true" : "o.done_on is null";
    }

    /** How an obligation stands, as an expression. */
    static String state() {
        return Stream.of(ObligationState.values())
                .map(state -> "when " + state.condition() + " then '" + state + "'")
                .collect(joining(" ", "case ", " end"));
    }

    StatementSpec ask(String sql, InboxFilter filter, Scope scope, LocalDate asAt) {
        var urgent = days.on(asAt);
        return jdbc.sql(sql.replace(
                        "(:tops)",
                        scope.everything()
                                ? "(select id from organisation.organisation where is_root)"
                                : scope.isNothing() ? "(null)" : "(:scope)"))
                .params(scope.params(asAt))
                .param("soon", urgent.soon(), java.sql.Types.DATE)
                .param("longSince", urgent.longSince(), java.sql.Types.DATE)
                .param("organisation", filter.organisation())
                .param("kind", filter.kind())
                .param("q", filter.q() == null ? null : VietnameseText.sought(filter.q()))
                .param("yearStarts", filter.firstDay())
                .param("yearEnds", filter.firstDay().plusYears(1).minusDays(1));
    }
}

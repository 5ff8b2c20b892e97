package vn.partyregister.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.platform.ListQuery;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.Scope;

/** Who was introduced to which party body where they live, who is responsible there, and whose yearly comment is missing. */
@Service
public class ResidenceList {
    /** What the list can be ordered by. */
    public static final List<String> ORDERS = List.of("name", "home", "body", "responsible", "letter", "comment");
    /** By name. */
    public static final String STANDARD_ORDER = "name,asc";

    private static final Map<String, String> COLUMNS = Map.of(
            "name", "m.given_name %1$s, m.middle_name %1$s, m.family_name %1$s",
            "home", "h.name collate organisation.by_name %1$s",
            "body", "coalesce(l.place, r.name) collate organisation.by_name %1$s",
            "responsible", "l.responsible collate organisation.by_name %1$s",
            "letter", "d.issued_on %1$s, length(d.running) %1$s, d.running %1$s",
            "comment", "c.commented_on %1$s");
    private static final String MISSING = """
            (l.mode = 'FULL' and c.id is null and l.valid @> least(cast(:due as date), :yearsEnd))\
            """;

    private static final String ROWS = """
            select l.member_id, m.full_name, h.name as home, l.mode, coalesce(l.place, r.name) as body, l.responsible,
                   d.number as letter_number, d.issued_on as letter_on, lower(l.valid) as starts,
                   upper(l.valid) - 1 as until, c.commented_on, c.signed_by, %s as missing
            """.formatted(MISSING);

    private final JdbcClient jdbc;
    private final ResidenceLinks links;

    ResidenceList(JdbcClient jdbc, ResidenceLinks links) {
        this.jdbc = jdbc;
        this.links = links;
    }

    public Listing<ResidenceRow> page(ResidenceFilter filter, Scope scope, LocalDate today, String sort, int page) {
        return query(filter, scope, today, sort).page(jdbc, page, sort, filter.address(""));
    }

    /** All rows, as the database hands them out; the caller closes them. */
    public Stream<ResidenceRow> all(ResidenceFilter filter, Scope scope, LocalDate today, String sort) {
        return query(filter, scope, today, sort).all(jdbc);
    }

    private ListQuery<ResidenceRow> query(ResidenceFilter filter, Scope scope, LocalDate today, String sort) {
        var from = from(scope, filter);
        return ListQuery.of(ResidenceRow.class, ROWS + from)
                .counted("select count(*) " + from)
                .ordered(COLUMNS, sort, "l.id")
                .with(scope.params(today))
                .with("year", filter.year())
                .with("yearsEnd", filter.yearsEnd())
                .with("due", due(filter, today))
                .with("organisation", filter.organisation())
                .with("mode", filter.mode())
                .seeking(filter.q());
    }

    /** What is not due yet is not missing: until its day only the years before it are asked for. */
    private LocalDate due(ResidenceFilter filter, LocalDate today) {
        return links.due(filter.year())
                .map(ResidenceLinks.Due::on)
                .filter(due -> !due.isAfter(today))
                .orElse(LocalDate.of(1, 1, 1));
    }

    /** A body that has ended is whoever's it last was. Whoever has left is nobody's to follow; who was introduced by the end of the year is listed where they stand today. */
    private static String from(Scope scope, ResidenceFilter filter) {
        var there = filter.side() == ResidenceFilter.Side.RESIDENCE;
        var theirs = there ? "l.organisation_id" : "s.organisation_id";
        return """
                from membership.residence_link l
                join member.member m on m.id = l.member_id
                join membership.standing s on s.member_id = l.member_id and s.valid @> cast(:asAt as date)
                join organisation.organisation_version h
                    on h.organisation_id = s.organisation_id and h.valid @> cast(:asAt as date)
                left join lateral (select v.name from organisation.organisation_version v
                    where v.organisation_id = l.organisation_id
                    order by v.valid @> cast(:asAt as date) desc, lower(v.valid) desc limit 1) r on true
                left join organisation.decision d on d.id = l.letter_id
                left join membership.residence_comment c
                    on c.link_id = l.id and c.year = :year and c.withdrawn_at is null
                where l.withdrawn_at is null and l.valid && daterange(make_date(:year, 1, 1), :yearsEnd, '[]')
                and %s and %s and %s and %s and %s\
                """.formatted(
                        there ? scope.reach(theirs) : scope.condition(theirs),
                        filter.organisation() == null ? "true" : Scope.reachBelow(theirs),
                        filter.mode() == null ? "true" : "l.mode = :mode",
                        comment(filter.comment()),
                        filter.q() == null
                                ? "true"
                                : "(m.names_folded like :q or platform.folded(concat_ws(' ', l.place, r.name, l.responsible)) like :q)");
    }

    private static String comment(ResidenceFilter.@Nullable Comment comment) {
        return switch (comment) {
            case null -> "true";
            case MISSING -> MISSING;
            case THERE -> "c.id is not null";
        };
    }
}

package vn.partyregister.paperfile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.paperfile.Count.Answer;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.ListQuery;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;
import vn.partyregister.reference.Rulebook;

/** The counts of paper files to read: all of them, one with its lines, and when the next is due. */
@Service
public class CountList {
    private static final String COUNTS = """
            select c.id, c.organisation_id, o.name as organisation, c.counted_on,
                told.expected, told.found, told.missing,
                (select count(*) from paperfile.count_surplus x where x.count_id = c.id) as surplus,
                cast(c.closed_at at time zone :zone as date) as closed_on, c.closed_by
            from paperfile.count c
            join lateral (select name from organisation.organisation_version
                where organisation_id = c.organisation_id
                order by valid @> c.counted_on desc, lower(valid) desc limit 1) o on true
            cross join lateral (select count(*) as expected, count(*) filter (where l.found) as found,
                count(*) filter (where not l.found) as missing
                from paperfile.count_line l where l.count_id = c.id) told
            where %s
            """;

    private final JdbcClient jdbc;
    private final OrganisationTree tree;
    private final Rulebook rulebook;
    private final BusinessDay businessDay;

    CountList(JdbcClient jdbc, OrganisationTree tree, Rulebook rulebook, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.tree = tree;
        this.rulebook = rulebook;
        this.businessDay = businessDay;
    }

    /** All counts of organisations in the scope, the latest first. */
    public Listing<Count> page(Scope scope, int page, String here) {
        var condition = scope.condition("c.organisation_id");
        return ListQuery.of(Count.class, COUNTS.formatted(condition))
                .counted("select count(*) from paperfile.count c where " + condition)
                .ordered("c.counted_on desc, c.id")
                .with(scope.params(businessDay.today()))
                .with("zone", BusinessDay.ZONE.getId())
                .page(jdbc, page, "day,desc", here);
    }

    public Count get(CountId id, Scope scope) {
        return jdbc.sql(COUNTS.formatted("c.id = :id and " + scope.condition("c.organisation_id")))
                .params(scope.params(businessDay.today()))
                .param("zone", BusinessDay.ZONE.getId())
                .param("id", id.id())
                .query(new RecordRows<>(Count.class))
                .optional()
                .orElseThrow(() -> new NotFound("paperfile.unknown-count"));
    }

    /** The files that should be there, by the names of their members. */
    public Listing<Count.Line> lines(Count count, @Nullable Answer answer, int page, String here) {
        var total = answer == null
                ? count.expected()
                : switch (answer) {
                    case UNANSWERED -> count.unanswered();
                    case FOUND -> count.found();
                    case MISSING -> count.missing();
                };
        return ListQuery.of(Count.Line.class, """
                        select m.id as member_id, m.full_name, m.card_number, o.name as organisation, l.found,
                            coalesce(w.state, 'NOT_RECORDED') as state, k.name as keeper, w.place, w.borrower
                        from paperfile.count_line l
                        join member.member m on m.id = l.member_id
                        left join paperfile.whereabouts w on w.member_id = m.id
                        left join membership.standing s on s.member_id = m.id and s.valid @> cast(:day as date)
                        left join organisation.organisation_version o
                            on o.organisation_id = s.organisation_id and o.valid @> cast(:day as date)
                        left join organisation.organisation_version k
                            on k.organisation_id = w.organisation_id and k.valid @> cast(:today as date)
                        where l.count_id = :id and %s
                        """.formatted(answer == null ? "true" : answer.condition()))
                .ordered("m.given_name, m.middle_name, m.family_name, m.id")
                .with("id", count.id().id())
                .with("day", count.countedOn())
                .with("today", businessDay.today())
                .page(jdbc, total, page, "name,asc", here);
    }

    public List<Count.Surplus> surplus(CountId id) {
        return jdbc.sql(
                        "select cover, remark from paperfile.count_surplus where count_id = :id order by recorded_at, id")
                .param("id", id.id())
                .query(new RecordRows<>(Count.Surplus.class))
                .list();
    }

    /** When this organisation must count next; empty where the rulebook says nothing, or the scope does not reach. */
    public Optional<CountsDue> due(@Nullable OrganisationId organisation, Scope scope) {
        var today = businessDay.today();
        var rules = rulebook.on(today);
        if (organisation == null || !rules.know("paper-file-count-interval")) {
            return Optional.empty();
        }
        var interval = rules.paperFileCountInterval();
        return tree.find(organisation, scope, today).map(facts -> {
            var last = lastClosed(organisation);
            var due = last == null ? today : last.plus(interval.value());
            return new CountsDue(facts.name(), last, due, last == null || due.isBefore(today), interval.source());
        });
    }

    private @Nullable LocalDate lastClosed(OrganisationId organisation) {
        return jdbc.sql("""
                        select counted_on from paperfile.count
                        where organisation_id = :organisation and closed_at is not null
                        order by counted_on desc limit 1
                        """)
                .param("organisation", organisation.id())
                .query((row, _) -> row.getObject("counted_on", LocalDate.class))
                .optional()
                .orElse(null);
    }
}

package vn.partyregister.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.ListQuery;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.Refusal.NotReadable;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.reference.CodeLists;

/** Figures that the register does not count and that arrive by hand: population, and members of mass organisations. */
@Service
@Transactional
public class KnownFigures {
    public static final String SUBJECT = "known-figure";

    private final OrganisationTree tree;
    private final CodeLists codes;
    private final BusinessDay businessDay;
    private final AuditTrail audit;
    private final JdbcClient jdbc;

    KnownFigures(OrganisationTree tree, CodeLists codes, BusinessDay businessDay, AuditTrail audit, JdbcClient jdbc) {
        this.tree = tree;
        this.codes = codes;
        this.businessDay = businessDay;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /**
     * Notes a figure of an area. What was noted before stays; the newest of the day holds.
     *
     * @param figure null takes back what was noted; the source then says why
     */
    public void note(
            OrganisationId organisation,
            String subject,
            LocalDate day,
            @Nullable Integer figure,
            String source,
            Scope scope) {
        tree.get(organisation, scope, businessDay.today());
        if (!codes.has(SUBJECT, subject)) {
            throw new NotReadable("planning.unknown-subject");
        }
        if (source.isEmpty()) {
            throw new RuleBroken("planning.missing.source");
        }
        if (day.isAfter(businessDay.today())) {
            throw new RuleBroken("planning.in-the-future", Dates.write(day));
        }
        jdbc.sql("""
                        insert into planning.known_figure (organisation_id, subject, counted_on, figure, source, recorded_by)
                        values (:organisation, :subject, :day, :figure, :source, :username)
                        """)
                .param("organisation", organisation.id())
                .param("subject", subject)
                .param("day", day)
                .param("figure", figure)
                .param("source", source)
                .param("username", Author.current().username())
                .update();
        audit.changed(
                "planning.figure-noted",
                new Subject("organisation", organisation.id(), organisation.id()),
                null,
                Map.of("subject", subject, "day", day, "figure", figure == null ? "" : figure, "source", source));
    }

    /** What was noted, the latest day first; of one organisation or of all in the scope. */
    @Transactional(readOnly = true)
    public Listing<Row> page(
            @Nullable UUID organisation, @Nullable String subject, Scope scope, int page, String here) {
        var from = """
                from planning.known_figure f
                join lateral (select v.name from organisation.organisation_version v where v.organisation_id = f.organisation_id
                    order by v.valid @> f.counted_on desc, lower(v.valid) desc limit 1) o on true
                where %s and %s and %s
                """.formatted(
                        scope.condition("f.organisation_id"),
                        organisation == null ? "true" : "f.organisation_id = :organisation",
                        subject == null ? "true" : "f.subject = :subject");
        return ListQuery.of(Row.class, """
                        select f.organisation_id as organisation, o.name, f.subject, f.counted_on, f.figure, f.source,
                            f.recorded_by, f.recorded_at, not exists (select from planning.known_figure n
                                where n.organisation_id = f.organisation_id and n.subject = f.subject
                                and n.counted_on = f.counted_on and n.recorded > f.recorded) as holds
                        """ + from)
                .counted("select count(*) " + from)
                .ordered("f.counted_on desc, f.recorded desc")
                .with(scope.params(businessDay.today()))
                .with("organisation", organisation)
                .with("subject", subject)
                .page(jdbc, page, "day,desc", here);
    }

    /**
     * A figure as it was noted.
     *
     * @param figure null where it takes back what was noted before
     * @param holds false where a later one took its place
     */
    public record Row(
            UUID organisation,
            String name,
            String subject,
            LocalDate countedOn,
            @Nullable Integer figure,
            String source,
            String recordedBy,
            Instant recordedAt,
            boolean holds) {}
}

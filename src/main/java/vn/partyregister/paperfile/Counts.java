package vn.partyregister.paperfile;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.ManyRows;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Uuids;

/** Counts the paper files of an organisation against the list of its members: opened, answered, closed. */
@Service
@Transactional
public class Counts {
    private final JdbcClient jdbc;
    private final CountList list;
    private final OrganisationTree tree;
    private final BusinessDay businessDay;
    private final ManyRows manyRows;
    private final AuditTrail audit;

    Counts(
            JdbcClient jdbc,
            CountList list,
            OrganisationTree tree,
            BusinessDay businessDay,
            ManyRows manyRows,
            AuditTrail audit) {
        this.jdbc = jdbc;
        this.list = list;
        this.tree = tree;
        this.businessDay = businessDay;
        this.manyRows = manyRows;
        this.audit = audit;
    }

    /** A count as at a day: the files of all who stood in the organisation or below it on that day are looked for. */
    public CountId open(OrganisationId organisation, LocalDate day, Scope scope) {
        if (day.isAfter(businessDay.today())) {
            throw new RuleBroken("paperfile.in-the-future", Dates.write(day));
        }
        if (tree.find(organisation, scope, day).isEmpty()) {
            throw new RuleBroken("paperfile.not-there-then");
        }
        var id = CountId.next();
        var opened = jdbc.sql("""
                        insert into paperfile.count (id, organisation_id, counted_on, opened_by)
                        values (:id, :organisation, :day, :username) on conflict do nothing
                        """)
                .param("id", id.id())
                .param("organisation", organisation.id())
                .param("day", day)
                .param("username", Author.current().username())
                .update();
        if (opened == 0) {
            throw new RuleBroken("paperfile.count-already");
        }
        manyRows.follow();
        var expected = jdbc.sql(ManyRows.once("""
                        insert into paperfile.count_line (count_id, member_id)
                        select :id, s.member_id from membership.standing s
                        join organisation.ancestry a on a.descendant_id = s.organisation_id
                            and a.ancestor_id = :organisation and a.valid @> cast(:day as date)
                        where s.valid @> cast(:day as date)
                        """))
                .param("id", id.id())
                .param("organisation", organisation.id())
                .param("day", day)
                .update();
        audit.changed(
                "paper-file.count-opened",
                new Subject("paper-file-count", id.id(), organisation.id()),
                null,
                Map.of("on", day, "expected", expected));
        return id;
    }

    /** What was looked for: found, or missing. Whoever is named in neither stays as it was. */
    public void answer(CountId id, Collection<MemberId> found, Collection<MemberId> missing, Scope scope) {
        var count = hold(id, scope);
        mark(id, found, true);
        mark(id, missing, false);
        audit.changed(
                "paper-file.count-answered",
                subject(count),
                null,
                Map.of("found", found.size(), "missing", missing.size()));
    }

    /** All that nobody has answered yet were found. */
    public void findTheRest(CountId id, Scope scope) {
        var count = hold(id, scope);
        var rest = jdbc.sql("update paperfile.count_line set found = true where count_id = :id and found is null")
                .param("id", id.id())
                .update();
        audit.changed("paper-file.count-answered", subject(count), null, Map.of("found", rest, "missing", 0));
    }

    /** A file that was there though its member stood elsewhere. */
    public void addSurplus(CountId id, String cover, @Nullable String remark, Scope scope) {
        var count = hold(id, scope);
        jdbc.sql("""
                        insert into paperfile.count_surplus (id, count_id, cover, remark, recorded_by)
                        values (:surplus, :id, :cover, :remark, :username)
                        """)
                .param("surplus", Uuids.next())
                .param("id", id.id())
                .param("cover", cover)
                .param("remark", remark, java.sql.Types.VARCHAR)
                .param("username", Author.current().username())
                .update();
        audit.changed("paper-file.count-surplus", subject(count), null, Map.of("name", cover));
    }

    /** Closed once every file was looked for; nothing of it changes afterwards. */
    public void close(CountId id, Scope scope) {
        var count = hold(id, scope);
        if (count.unanswered() > 0) {
            throw new RuleBroken("paperfile.count-unanswered", count.unanswered());
        }
        jdbc.sql("update paperfile.count set closed_at = now(), closed_by = :username where id = :id")
                .param("username", Author.current().username())
                .param("id", id.id())
                .update();
        audit.changed(
                "paper-file.count-closed",
                subject(count),
                null,
                Map.of("found", count.found(), "missing", count.missing(), "surplus", count.surplus()));
    }

    /** The count, still open, and nobody else's until the transaction ends. */
    private Count hold(CountId id, Scope scope) {
        var held = jdbc.sql("select id from paperfile.count where id = :id for update")
                .param("id", id.id())
                .query((row, _) -> row.getObject("id", UUID.class))
                .optional();
        if (held.isEmpty()) {
            throw new NotFound("paperfile.unknown-count");
        }
        var count = list.get(id, scope);
        if (!count.isOpen()) {
            throw new RuleBroken("paperfile.count-closed");
        }
        return count;
    }

    private void mark(CountId id, Collection<MemberId> members, boolean found) {
        if (!members.isEmpty()) {
            jdbc.sql("update paperfile.count_line set found = :found where count_id = :id and member_id in (:members)")
                    .param("found", found)
                    .param("id", id.id())
                    .param("members", members.stream().map(MemberId::id).toList())
                    .update();
        }
    }

    private static Subject subject(Count count) {
        return new Subject(
                "paper-file-count", count.id().id(), count.organisationId().id());
    }
}

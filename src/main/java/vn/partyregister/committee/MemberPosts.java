package vn.partyregister.committee;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.MemberFiles;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Scope;

/** The posts somebody holds and held. */
@Service
@Transactional
public class MemberPosts {
    private final JdbcClient jdbc;
    private final MemberFiles files;
    private final AuditTrail trail;

    MemberPosts(JdbcClient jdbc, MemberFiles files, AuditTrail trail) {
        this.jdbc = jdbc;
        this.files = files;
        this.trail = trail;
    }

    /** The posts of somebody within the scope, the latest first; whoever reads them is noted. */
    public Posts open(MemberId member, Scope scope, LocalDate today) {
        var brief = files.brief(member, scope, today);
        trail.read("committee.posts-read", new Subject("member", member.id(), null), null);
        return new Posts(brief, posts(member, scope, today));
    }

    /** As in the journal, organisations outside the scope are named, and not opened. */
    private List<Post> posts(MemberId member, Scope scope, LocalDate today) {
        return jdbc.sql("""
                        select h.post, h.manner, lower(h.valid) as starts, upper(h.valid) - 1 as last_day, t.label,
                            case when %s then t.organisation_id end as organisation, named.name, h.taken_back_why,
                            d.number as decision_number, d.issued_on as decided_on, d.issuer_name as issuer,
                            h.taken_back_at is null and h.valid @> cast(:asAt as date) as held
                        from committee.holding h
                        join committee.term t on t.id = h.term_id
                        join organisation.decision d on d.id = h.decision_id
                        left join lateral (select name from organisation.organisation_version
                            where organisation_id = t.organisation_id
                            order by valid @> lower(h.valid) desc, lower(valid) desc limit 1) named on true
                        where h.member_id = :member
                        order by lower(h.valid) desc, h.recorded_at desc
                        """.formatted(scope.condition("t.organisation_id")))
                .params(scope.params(today))
                .param("member", member.id())
                .query(new RecordRows<>(Post.class))
                .list();
    }

    /** Somebody with their posts. */
    public record Posts(MemberFiles.Brief member, List<Post> all) {
        public Posts {
            all = List.copyOf(all);
        }
    }

    /**
     * A post of somebody.
     *
     * @param organisation null where the reader may not open it
     * @param held whether held today
     */
    public record Post(
            String post,
            Manner manner,
            LocalDate starts,
            LocalDate lastDay,
            String label,
            @Nullable OrganisationId organisation,
            @Nullable String name,
            @Nullable String takenBackWhy,
            String decisionNumber,
            LocalDate decidedOn,
            String issuer,
            boolean held) {}
}

package vn.partyregister.admission;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.member.Sought;
import vn.partyregister.membership.LookAlike;
import vn.partyregister.membership.LookAlikes;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Scope;

/** Members and candidates of the same name and birth date as somebody who is nominated without a citizen number: shown, not refused. */
@Service
@Transactional
public class LikeCandidates {
    private static final int MOST = 10;

    private final LookAlikes lookAlikes;
    private final JdbcClient jdbc;
    private final BusinessDay businessDay;

    LikeCandidates(LookAlikes lookAlikes, JdbcClient jdbc, BusinessDay businessDay) {
        this.lookAlikes = lookAlikes;
        this.jdbc = jdbc;
        this.businessDay = businessDay;
    }

    /** Who may be the same person; nobody where a number tells, or where they are known as a former member. */
    public Found find(NewCase told, Scope scope) {
        if (told.citizenNumber() != null || told.again() != null) {
            return new Found(List.of(), List.of());
        }
        var candidate = told.candidate();
        var today = businessDay.today();
        var sought = new Sought(candidate.fullName(), null, candidate.born(), null, null);
        var cases = jdbc.sql("""
                        select case when mine then id end as id, case when mine then full_name end as full_name,
                            case when mine then organisation end as organisation
                        from (select c.id, c.full_name, v.name as organisation, %s as mine from admission.admission_case c
                            left join organisation.organisation_version v
                                on v.organisation_id = c.organisation_id and v.valid @> cast(:asAt as date)
                            where c.ended_on is null and c.name_folded = platform.folded(:name) and c.born_earliest = :born
                                and c.born_precision = :precision
                            order by c.id limit :most) found
                        """.formatted(scope.condition("c.organisation_id")))
                .params(scope.params(today))
                .param("asAt", today)
                .param("name", candidate.fullName())
                .param("born", candidate.bornEarliest())
                .param("precision", candidate.bornPrecision().name())
                .param("most", MOST)
                .query(new RecordRows<>(LikeCase.class))
                .list();
        return new Found(lookAlikes.find(sought, scope, today), cases);
    }

    /** Whoever may be the same person. */
    public record Found(List<LookAlike> members, List<LikeCase> cases) {
        public Found {
            members = List.copyOf(members);
            cases = List.copyOf(cases);
        }

        public boolean isEmpty() {
            return members.isEmpty() && cases.isEmpty();
        }
    }

    /** A case under way; of one beyond the scope of whoever asks, nothing is told but that there is one. */
    public record LikeCase(
            @Nullable UUID id,
            @Nullable String fullName,
            @Nullable String organisation) {}
}

package vn.partyregister.membership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.Standings.Place;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Seal;

/** The people of a work: chosen within a scope, judged, and marked as written, each step in one statement for all. */
@Repository
class BulkPeople {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Seal seal;

    BulkPeople(JdbcClient jdbc, JsonMapper json, Seal seal) {
        this.jdbc = jdbc;
        this.json = json;
        this.seal = seal;
    }

    /** @return how many of them the scope reaches: only they are chosen */
    int choose(BulkWorkId work, Collection<UUID> members, Scope scope, LocalDate today) {
        return jdbc.sql("""
                        insert into membership.bulk_person (work_id, member_id)
                        select :work, p.id from (%s where m.id = any(:members)) p where %s
                        """.formatted(Standings.PLACES, Standings.reaching(scope)))
                .params(scope.params(today))
                .param("work", work.id())
                .param("members", members.toArray(UUID[]::new))
                .update();
    }

    /** All that a filter finds within the scope. */
    int choose(BulkWorkId work, MemberFilter filter, Scope scope) {
        var query = MemberQuery.of(filter, scope, seal, 0);
        return jdbc.sql(
                        "%s insert into membership.bulk_person (work_id, member_id) select distinct :work, m.id from %s where %s"
                                .formatted(query.onlyWith(), query.from(), query.where()))
                .params(query.params())
                .param("work", work.id())
                .update();
    }

    /** Those for whom another work was written, with what stood there before. */
    int chooseWritten(BulkWorkId work, BulkWorkId other) {
        return jdbc.sql("""
                        insert into membership.bulk_person (work_id, member_id, before)
                        select :work, member_id, before from membership.bulk_person
                        where work_id = :other and verdict = 'WRITTEN'
                        """).param("work", work.id()).param("other", other.id()).update();
    }

    /** Where those of a work belong whom the scope reaches. */
    List<OrganisationId> organisations(BulkWorkId work, Scope scope, LocalDate today) {
        return jdbc.sql("""
                        select distinct p.organisation_id
                        from (%s where m.id in (select member_id from membership.bulk_person where work_id = :work)) p
                        where %s
                        """.formatted(Standings.PLACES, Standings.reaching(scope)))
                .params(scope.params(today))
                .param("work", work.id())
                .query((row, _) -> new OrganisationId(row.getObject("organisation_id", UUID.class)))
                .list();
    }

    void forget(BulkWorkId work) {
        jdbc.sql("delete from membership.bulk_person where work_id = :work")
                .param("work", work.id())
                .update();
    }

    /** Everybody for whom it is not written yet. */
    List<MemberId> unwritten(BulkWorkId work) {
        return members(work, "verdict is distinct from 'WRITTEN'", Integer.MAX_VALUE);
    }

    /** The next of those for whom it is to be written. */
    List<MemberId> toWrite(BulkWorkId work, int most) {
        return members(work, "verdict = 'WRITE'", most);
    }

    private List<MemberId> members(BulkWorkId work, String condition, int most) {
        return jdbc.sql("""
                        select member_id from membership.bulk_person where work_id = :work and %s
                        order by member_id limit :most
                        """.formatted(condition))
                .param("work", work.id())
                .param("most", most)
                .query((row, _) -> new MemberId(row.getObject("member_id", UUID.class)))
                .list();
    }

    /** Those of them for whom it is to be written, with what stands there. */
    List<BulkPerson> stillToWrite(BulkWorkId work, Collection<MemberId> members) {
        return jdbc.sql("""
                        select member_id, organisation_id, before from membership.bulk_person
                        where work_id = :work and member_id = any(:members) and verdict = 'WRITE' order by member_id
                        """)
                .param("work", work.id())
                .param("members", ids(members))
                .query((row, _) -> new BulkPerson(
                        new MemberId(row.getObject("member_id", UUID.class)),
                        new OrganisationId(row.getObject("organisation_id", UUID.class)),
                        row.getString("before")))
                .list();
    }

    /** What stood there before it was written, of those it names. */
    List<BulkPerson> withBefore(BulkWorkId work, Map<MemberId, Place> places) {
        return jdbc.sql(
                        "select member_id, before from membership.bulk_person where work_id = :work and member_id = any(:members)")
                .param("work", work.id())
                .param("members", ids(places.keySet()))
                .query((row, _) -> {
                    var member = new MemberId(row.getObject("member_id", UUID.class));
                    return new BulkPerson(
                            member, Objects.requireNonNull(places.get(member)).organisation(), row.getString("before"));
                })
                .list();
    }

    /** Keeps what was said of people who are to be written or left out; whoever is out of reach is left out. */
    void judged(BulkWork work, Collection<MemberId> members, Map<MemberId, Place> places, BulkJudgement judgement) {
        var lines = new Lines();
        for (var member : members) {
            var place = places.get(member);
            lines.add(
                    member.id(),
                    place == null ? null : place.organisation().id(),
                    judgement.before().get(member),
                    place == null ? BulkReason.NOT_REACHED : judgement.leftOut().get(member));
        }
        jdbc.sql("""
                        update membership.bulk_person p
                        set organisation_id = l.organisation, before = case when :undoing then p.before else l.before end, reason = l.reason,
                            verdict = case when l.reason is null then 'WRITE' else 'LEFT_OUT' end,
                            arguments = array(select jsonb_array_elements_text(cast(l.arguments as jsonb))),
                            source = cast(l.source as jsonb)
                        from unnest(cast(:members as uuid[]), cast(:organisations as uuid[]), cast(:before as text[]),
                            cast(:reasons as text[]), cast(:arguments as text[]), cast(:sources as text[]))
                            as l (member, organisation, before, reason, arguments, source)
                        where p.work_id = :work and p.member_id = l.member
                        """)
                .param("work", work.id().id())
                .param("undoing", work.isUndoing())
                .param("members", lines.members.toArray(UUID[]::new))
                .param("organisations", lines.organisations.toArray(UUID[]::new))
                .param("before", lines.before.toArray(String[]::new))
                .param("reasons", lines.reasons.toArray(String[]::new))
                .param("arguments", lines.arguments.toArray(String[]::new))
                .param("sources", lines.sources.toArray(String[]::new))
                .update();
    }

    void written(BulkWorkId work, Collection<MemberId> members) {
        jdbc.sql(
                        "update membership.bulk_person set verdict = 'WRITTEN' where work_id = :work and member_id = any(:members)")
                .param("work", work.id())
                .param("members", ids(members))
                .update();
    }

    /** How many there are of a verdict. */
    int count(BulkWorkId work, BulkVerdict verdict) {
        return jdbc.sql("select count(*) from membership.bulk_person where work_id = :work and verdict = :verdict")
                .param("work", work.id())
                .param("verdict", verdict.name())
                .query(Integer.class)
                .single();
    }

    static UUID[] ids(Collection<MemberId> members) {
        return members.stream().map(MemberId::id).toArray(UUID[]::new);
    }

    /** Columns of what was said, line by line. */
    private final class Lines {
        private final List<UUID> members = new ArrayList<>();
        private final List<@Nullable UUID> organisations = new ArrayList<>();
        private final List<@Nullable String> before = new ArrayList<>();
        private final List<@Nullable String> reasons = new ArrayList<>();
        private final List<String> arguments = new ArrayList<>();
        private final List<@Nullable String> sources = new ArrayList<>();

        private void add(
                UUID member, @Nullable UUID organisation, @Nullable String value, @Nullable BulkReason reason) {
            var source = reason == null ? null : reason.source();
            members.add(member);
            organisations.add(organisation);
            before.add(value);
            reasons.add(reason == null ? null : reason.key());
            arguments.add(json.writeValueAsString(reason == null ? List.of() : reason.arguments()));
            sources.add(source == null ? null : json.writeValueAsString(source));
        }
    }
}

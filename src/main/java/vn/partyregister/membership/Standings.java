package vn.partyregister.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.TreeLock;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;

/** Who stands where, as far as a scope reaches. */
@Component
public class Standings {
    /**
     * Members with where they belong on the day {@code :asAt}, those who left with where and when they were last: by
     * what the journal tells, or by what was taken back where nothing else is left of them.
     */
    static final String PLACES = """
            select m.id, m.full_name, m.born_earliest, coalesce(s.organisation_id, t.organisation_id) as organisation_id, s.status,
                   lower(s.valid) as since, coalesce(a.effective_on, m.joined_on) as probation_since,
                   case when s.member_id is null then least(t.last_on, :asAt) else cast(:asAt as date) end as seen_on
            from member.member m
            left join membership.standing s on s.member_id = m.id and s.valid @> cast(:asAt as date)
            left join lateral (
                select coalesce(e.to_organisation_id, e.from_organisation_id) as organisation_id,
                       case when e.to_organisation_id is null then e.effective_on - 1 else e.effective_on end as last_on
                from membership.movement e
                where e.member_id = m.id and e.kind <> 'RECOGNISED' and e.reverses is null
                order by exists (select from membership.movement back where back.reverses = e.id),
                    e.effective_on <= :asAt desc, e.effective_on desc, e.recorded desc limit 1) t on true
            left join lateral (
                select effective_on from membership.told where member_id = m.id and kind = 'ADMITTED'
                and effective_on <= :asAt order by effective_on desc, recorded desc limit 1) a on true
            """;

    private final JdbcClient jdbc;
    private final TreeLock tree;

    Standings(JdbcClient jdbc, TreeLock tree) {
        this.jdbc = jdbc;
        this.tree = tree;
    }

    /**
     * Where somebody belongs on a day: where they stand, or where they last stood. Nothing where the scope does not
     * reach: for who left, on the last day they were there.
     */
    Optional<Place> find(MemberId member, Scope scope, LocalDate asAt) {
        return jdbc.sql("select p.* from " + places(scope))
                .params(scope.params(asAt))
                .param("members", new UUID[] {member.id()})
                .query((row, _) -> place(row))
                .optional();
    }

    /** Where those of them belong whom {@link #find} would find, in one statement. */
    Map<MemberId, Place> places(Collection<MemberId> members, Scope scope, LocalDate asAt) {
        var places = new HashMap<MemberId, Place>();
        jdbc.sql("select p.* from (%s where m.id = any(:members)) p where %s".formatted(PLACES, reaching(scope)))
                .params(scope.params(asAt))
                .param("members", members.stream().map(MemberId::id).toArray(UUID[]::new))
                .query(row -> {
                    places.put(new MemberId(row.getObject("id", UUID.class)), place(row));
                });
        return places;
    }

    /** Holds people until the transaction ends, so that of two who write for them one comes after the other. */
    void hold(Collection<MemberId> members) {
        tree.share();
        jdbc.sql("select 1 from member.member where id = any(:members) order by id for no key update")
                .param("members", members.stream().map(MemberId::id).toArray(UUID[]::new))
                .query((row, _) -> row.getInt(1))
                .list();
    }

    /** What those of them are called whom {@link #find} would find. */
    Map<UUID, String> names(Collection<UUID> members, Scope scope, LocalDate asAt) {
        var names = new HashMap<UUID, String>();
        jdbc.sql("select p.id, p.full_name from " + places(scope))
                .params(scope.params(asAt))
                .param("members", members.toArray(UUID[]::new))
                .query(row -> {
                    names.put(row.getObject("id", UUID.class), row.getString("full_name"));
                });
        return names;
    }

    static String reaching(Scope scope) {
        return scope.condition("p.organisation_id", "p.seen_on");
    }

    /** The places {@code p} of some {@code :members} as at {@code :asAt}, as far as a scope reaches. */
    static String places(Scope scope) {
        return "(%s where m.id = any(:members)) p where %s".formatted(PLACES, reaching(scope));
    }

    Place requireKnown(MemberId member, Scope scope, LocalDate today) {
        return find(member, scope, today).orElseThrow(() -> new NotFound("member.unknown"));
    }

    Place requireStanding(MemberId member, Scope scope, LocalDate today) {
        var place = requireKnown(member, scope, today);
        if (place.status() == null) {
            throw new RuleBroken("membership.no-member");
        }
        return place;
    }

    /** Who comes in comes to a cell, or to a base organisation that is one, that is there on that day and until today. */
    void requireCell(OrganisationId organisation, Scope scope, LocalDate day, LocalDate today) {
        if (!reaches(scope, organisation, today)) {
            throw new RuleBroken("membership.organisation-unknown");
        }
        requireThere(organisation, day, today);
        if (!holdsMembers(organisation, day)) {
            throw new RuleBroken("membership.organisation-holds-none");
        }
    }

    /** Who is taken in for a time is so by another cell, that is there on that day and until today; whose scope it is in does not matter. */
    void requireHost(OrganisationId host, OrganisationId home, LocalDate day, LocalDate today) {
        if (host.equals(home)) {
            throw new RuleBroken("membership.same-organisation");
        }
        requireThere(host, day, today);
        if (!holdsMembers(host, day)) {
            throw new RuleBroken("membership.organisation-holds-none");
        }
    }

    private void requireThere(OrganisationId organisation, LocalDate day, LocalDate today) {
        notThere(organisation, day, today).ifPresent(refused -> {
            throw refused;
        });
    }

    /** Whoever stands somewhere from a day until today needs it to be there all the while: why it is not. */
    Optional<RuleBroken> notThere(OrganisationId organisation, LocalDate day, LocalDate today) {
        holdPlace(organisation);
        var lasts = jdbc.sql("""
                        select min(lower(valid)) as first,
                            nullif(max(coalesce(upper(valid), 'infinity')), 'infinity') - 1 as last
                        from organisation.organisation_version where organisation_id = :organisation
                        """)
                .param("organisation", organisation.id())
                .query((row, _) ->
                        new Days(row.getObject("first", LocalDate.class), row.getObject("last", LocalDate.class)))
                .single();
        if (day.isBefore(lasts.first())) {
            return Optional.of(new RuleBroken("membership.organisation-not-yet", Dates.write(lasts.first())));
        }
        return lasts.last() != null && lasts.last().isBefore(today)
                ? Optional.of(new RuleBroken("membership.organisation-closed", Dates.write(lasts.last())))
                : Optional.empty();
    }

    /** By a statement of its own: the next one sees what whoever held it before has made of it. */
    private void holdPlace(OrganisationId organisation) {
        tree.share();
        jdbc.sql("select 1 from organisation.organisation where id = :organisation for share")
                .param("organisation", organisation.id())
                .query(Integer.class)
                .list();
    }

    private boolean holdsMembers(OrganisationId organisation, LocalDate day) {
        return jdbc.sql("""
                        select t.tier = 'CELL' or t.code = 'CB_CS' as holds
                        from organisation.organisation_version v
                        join organisation.organisation_type t on t.code = v.type
                        where v.organisation_id = :organisation and v.valid @> cast(:day as date)
                        """)
                .param("organisation", organisation.id())
                .param("day", day)
                .query((row, _) -> row.getBoolean("holds"))
                .single();
    }

    /** What somebody is, or was when they last stood anywhere; null for who never stood. */
    @Nullable
    Status lastStatus(MemberId member) {
        return jdbc.sql("select status from membership.standing where member_id = :member order by valid desc limit 1")
                .param("member", member.id())
                .query((row, _) -> Status.valueOf(row.getString("status")))
                .optional()
                .orElse(null);
    }

    /** The first day of the first exemption or dated fact that begins on this day or later. */
    Optional<LocalDate> firstFactFrom(MemberId member, LocalDate day) {
        return jdbc.sql("""
                        select min(first) as first from (
                            select lower(valid) as first from membership.exemption where member_id = :member
                            union all
                            select lower(valid) from membership.dated_fact
                            where member_id = :member and withdrawn_at is null) as facts
                        where first >= :day
                        """)
                .param("member", member.id())
                .param("day", day)
                .query((row, _) -> Optional.ofNullable(row.getObject("first", LocalDate.class)))
                .single();
    }

    /** Whether somebody stands anywhere on a day. */
    boolean standsOn(MemberId member, LocalDate day) {
        return jdbc.sql("""
                        select exists (select from membership.standing
                                       where member_id = :member and valid @> cast(:day as date))
                        """)
                .param("member", member.id())
                .param("day", day)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /** From the first day an organisation was there to its last, null while it lasts. */
    private record Days(LocalDate first, @Nullable LocalDate last) {}

    private boolean reaches(Scope scope, OrganisationId organisation, LocalDate day) {
        return jdbc.sql("select %s".formatted(scope.condition("cast(:organisation as uuid)")))
                .params(scope.params(day))
                .param("organisation", organisation.id())
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    private static Place place(ResultSet row) throws SQLException {
        var status = row.getString("status");
        return new Place(
                row.getString("full_name"),
                row.getObject("born_earliest", LocalDate.class),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                status == null ? null : Status.valueOf(status),
                row.getObject("since", LocalDate.class),
                row.getObject("probation_since", LocalDate.class),
                row.getObject("seen_on", LocalDate.class));
    }

    /**
     * Where somebody belongs.
     *
     * @param fullName as they are called now
     * @param bornEarliest the first day on which they may have been born
     * @param status null for who no longer stands anywhere
     * @param since the first day of this standing
     * @param seenOn the day on which they belong there: the day asked for, or the last one for who left
     */
    public record Place(
            String fullName,
            LocalDate bornEarliest,
            OrganisationId organisation,
            @Nullable Status status,
            LocalDate since,
            LocalDate probationSince,
            LocalDate seenOn) {}
}

package vn.partyregister.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.RegisterProperties;

/** The cells of a loaded sample: where each lies, who may help and introduce there, and how many vote on a day. */
final class SampleCells {
    /** As many are enough to help and to introduce. */
    private static final int HELPERS = 6;

    /**
     * A cell with what the register knows of it.
     *
     * @param partial below a partial committee
     * @param base below a base committee
     * @param helpers official members all the time from the opening day to the business day, nobody exempt
     */
    record Known(
            OrganisationId id,
            SampleTree.Cell grown,
            boolean partial,
            boolean base,
            List<MemberId> helpers,
            TreeMap<LocalDate, Integer> votes) {
        /** The number of the direct committee it lies below. */
        String direct() {
            return grown.code().split("\\.")[1];
        }
    }

    private final Map<UUID, Known> byId = new HashMap<>();
    private final List<Known> all = new ArrayList<>();
    private final LocalDate opening;

    private SampleCells(LocalDate opening) {
        this.opening = opening;
    }

    static SampleCells read(JdbcClient jdbc, SampleTree tree, RegisterProperties.Sample days) {
        var cells = new SampleCells(days.openingDay());
        var grown = new HashMap<String, SampleTree.Cell>();
        tree.cells().forEach(cell -> grown.put(cell.code(), cell));
        cells.lie(jdbc, grown, days.businessDay());
        cells.help(jdbc, days);
        cells.vote(jdbc);
        return cells;
    }

    private void lie(JdbcClient jdbc, Map<String, SampleTree.Cell> grown, LocalDate today) {
        jdbc.sql("""
                        select c.code, c.organisation_id, coalesce(bool_or(t.tier = 'PARTIAL'), false) as partial,
                            coalesce(bool_or(t.tier = 'BASE'), false) as base
                        from organisation.organisation_code c
                        join organisation.ancestry a on a.descendant_id = c.organisation_id and a.depth > 0
                            and a.valid @> cast(:today as date)
                        join organisation.organisation_version v on v.organisation_id = a.ancestor_id
                            and v.valid @> cast(:today as date)
                        join organisation.organisation_type t on t.code = v.type
                        group by c.code, c.organisation_id order by c.code
                        """).param("today", today).query(row -> {
            var cell = grown.get(row.getString("code"));
            if (cell != null) {
                var id = new OrganisationId(row.getObject("organisation_id", UUID.class));
                var known = new Known(
                        id,
                        cell,
                        row.getBoolean("partial"),
                        row.getBoolean("base"),
                        new ArrayList<>(),
                        new TreeMap<>());
                byId.put(id.id(), known);
                all.add(known);
            }
        });
    }

    private void help(JdbcClient jdbc, RegisterProperties.Sample days) {
        jdbc.sql("""
                        select organisation_id, member_id from (
                            select s.organisation_id, s.member_id, m.file_number,
                                row_number() over (partition by s.organisation_id order by m.file_number) as place
                            from membership.standing s join member.member m on m.id = s.member_id
                            where s.status = 'OFFICIAL' and s.valid @> cast(:opening as date)
                                and s.valid @> cast(:today as date)
                                and not exists (select from membership.exemption x where x.member_id = s.member_id)) as stood
                        where place <= :helpers order by file_number
                        """)
                .param("opening", days.openingDay())
                .param("today", days.businessDay())
                .param("helpers", HELPERS)
                .query(row -> {
                    of(row.getObject("organisation_id", UUID.class))
                            .helpers()
                            .add(new MemberId(row.getObject("member_id", UUID.class)));
                });
    }

    /** Who is exempt does not vote where they are absent. */
    private void vote(JdbcClient jdbc) {
        jdbc.sql("""
                        with vote as (
                            select organisation_id, valid, 1 as votes from membership.standing where status = 'OFFICIAL'
                            union all
                            select s.organisation_id, s.valid * x.valid, -1 from membership.standing s
                            join membership.exemption x on x.member_id = s.member_id and x.valid && s.valid
                            where s.status = 'OFFICIAL')
                        select organisation_id, day, sum(votes) as votes from (
                            select organisation_id, lower(valid) as day, votes from vote
                            union all
                            select organisation_id, upper(valid), - votes from vote where not upper_inf(valid)) as change
                        group by organisation_id, day
                        """).query(row -> {
            of(row.getObject("organisation_id", UUID.class))
                    .votes()
                    .put(row.getObject("day", LocalDate.class), row.getInt("votes"));
        });
    }

    /** How many may vote in a cell; on a day before the register was opened, as many as when it was. */
    int votes(Known cell, LocalDate day) {
        return cell.votes().headMap(SamplePerson.latest(day, opening), true).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    Known of(UUID id) {
        return Objects.requireNonNull(byId.get(id), id::toString);
    }

    /** All of them, in the order of their codes. */
    List<Known> all() {
        return all;
    }
}

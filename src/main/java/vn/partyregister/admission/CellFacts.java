package vn.partyregister.admission;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.admission.StageRule.Condition;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.VietnameseText;

/** What a cell is and who its official members are, on a day. */
@Component
class CellFacts {
    private static final String BASE_OF_CELL = """
            select a.ancestor_id from organisation.ancestry a
            join organisation.organisation_version v on v.organisation_id = a.ancestor_id and v.valid @> cast(:day as date)
            join organisation.organisation_type t on t.code = v.type
            where a.descendant_id = :cell and a.valid @> cast(:day as date) and t.tier in ('BASE', 'CELL')
            order by t.tier = 'BASE' desc limit 1
            """;

    private final JdbcClient jdbc;

    CellFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which conditions of the procedure hold for a cell. */
    Set<Condition> where(OrganisationId cell, LocalDate day) {
        var tiers = jdbc.sql("""
                        select t.tier from organisation.ancestry a
                        join organisation.organisation_version v
                            on v.organisation_id = a.ancestor_id and v.valid @> cast(:day as date)
                        join organisation.organisation_type t on t.code = v.type
                        where a.descendant_id = :cell and a.valid @> cast(:day as date) and a.depth > 0
                        """)
                .param("cell", cell.id())
                .param("day", day)
                .query((row, _) -> row.getString("tier"))
                .list();
        var where = EnumSet.noneOf(Condition.class);
        if (tiers.contains("PARTIAL")) {
            where.add(Condition.PARTIAL);
        }
        if (tiers.contains("BASE")) {
            where.add(Condition.BASE_COMMITTEE);
        }
        return where;
    }

    /** The organisations above a cell on a day. */
    Upward upward(OrganisationId cell, LocalDate day) {
        var names = new HashMap<String, String>();
        jdbc.sql("""
                        select t.tier, v.name from organisation.ancestry a
                        join organisation.organisation_version v
                            on v.organisation_id = a.ancestor_id and v.valid @> cast(:day as date)
                        join organisation.organisation_type t on t.code = v.type
                        where a.descendant_id = :cell and a.valid @> cast(:day as date)
                        order by a.depth desc
                        """).param("cell", cell.id()).param("day", day).query(row -> {
            names.put(row.getString("tier"), row.getString("name"));
        });
        return new Upward(
                names.get("CELL"),
                names.get("PARTIAL"),
                names.get("BASE"),
                names.getOrDefault("DIRECT", names.get("PROVINCE")),
                names.get("PROVINCE"));
    }

    /** The same for all organisations at once; one that lies below neither is left out. */
    Map<UUID, Set<Condition>> whereAll(LocalDate day) {
        var all = new HashMap<UUID, Set<Condition>>();
        jdbc.sql("""
                        select distinct a.descendant_id, t.tier from organisation.ancestry a
                        join organisation.organisation_version v
                            on v.organisation_id = a.ancestor_id and v.valid @> cast(:day as date)
                        join organisation.organisation_type t on t.code = v.type
                        where a.valid @> cast(:day as date) and a.depth > 0 and t.tier in ('PARTIAL', 'BASE')
                        """).param("day", day).query(row -> {
            all.computeIfAbsent(row.getObject("descendant_id", UUID.class), _ -> EnumSet.noneOf(Condition.class))
                    .add(row.getString("tier").equals("PARTIAL") ? Condition.PARTIAL : Condition.BASE_COMMITTEE);
        });
        return all;
    }

    /** How many official members a cell had on a day, and how many of these are left out of a vote while absent. */
    Officials officials(OrganisationId cell, LocalDate day) {
        return jdbc.sql("""
                        select count(*) as all_of_them, count(*) filter (where exists (
                                select from membership.exemption e
                                where e.member_id = s.member_id and e.valid @> cast(:day as date))
                            or exists (select from membership.dated_fact f where f.member_id = s.member_id
                                and f.kind = 'TEMPORARY_OUT' and f.withdrawn_at is null and f.valid @> cast(:day as date))) as left_out
                        from membership.standing s
                        where s.organisation_id = :cell and s.status = 'OFFICIAL' and s.valid @> cast(:day as date)
                        """)
                .param("cell", cell.id())
                .param("day", day)
                .query(new RecordRows<>(Officials.class))
                .single();
    }

    /** Whether each of them is an official member on a day; who is not comes back by name. */
    List<String> notOfficial(List<MemberId> members, LocalDate day) {
        return jdbc.sql("""
                        select m.full_name from member.member m
                        where m.id = any(:members) and not exists (select from membership.standing s
                            where s.member_id = m.id and s.status = 'OFFICIAL' and s.valid @> cast(:day as date))
                        order by m.full_name
                        """)
                .param("members", ids(members))
                .param("day", day)
                .query((row, _) -> row.getString("full_name"))
                .list();
    }

    /** Who of them was not a member of the cell's base organisation all the time from a day to another. */
    List<String> notTogether(List<MemberId> members, OrganisationId cell, LocalDate from, LocalDate day) {
        return jdbc.sql("""
                        with base as (%s)
                        select m.full_name from member.member m
                        where m.id = any(:members) and not coalesce((
                            select range_agg(s.valid * a.valid) @> daterange(:from, :day, '[]')
                            from membership.standing s
                            join organisation.ancestry a on a.descendant_id = s.organisation_id and a.valid && s.valid
                            where s.member_id = m.id and a.ancestor_id = (select ancestor_id from base)), false)
                        order by m.full_name
                        """.formatted(BASE_OF_CELL))
                .param("members", ids(members))
                .param("cell", cell.id())
                .param("from", from)
                .param("day", day)
                .query((row, _) -> row.getString("full_name"))
                .list();
    }

    /** Official members of the cell, for a picker. */
    List<MemberChoice> choices(OrganisationId cell, LocalDate day) {
        return jdbc.sql("""
                        select m.id, m.full_name, m.born_earliest from membership.standing s
                        join member.member m on m.id = s.member_id
                        where s.organisation_id = :cell and s.status = 'OFFICIAL' and s.valid @> cast(:day as date)
                        order by m.given_name collate "vi-x-icu", m.middle_name collate "vi-x-icu", m.full_name
                        limit 100
                        """)
                .param("cell", cell.id())
                .param("day", day)
                .query(new RecordRows<>(MemberChoice.class))
                .list();
    }

    /** The one member of the cell's base organisation who is meant by a name, with the birth date or without, or by a card number. */
    Optional<MemberId> meant(String typed, OrganisationId cell, LocalDate day) {
        var text = VietnameseText.tidy(typed);
        var found = jdbc.sql("""
                        with base as (%s)
                        select m.id from membership.standing s
                        join organisation.ancestry a on a.descendant_id = s.organisation_id and a.valid @> cast(:day as date)
                        join member.member m on m.id = s.member_id
                        where a.ancestor_id = (select ancestor_id from base) and s.valid @> cast(:day as date)
                        and (m.card_number = :text or m.full_name = :text or platform.folded(m.full_name) = :folded
                            or m.full_name || ' – ' || to_char(m.born_earliest, 'DD/MM/YYYY') = :text)
                        limit 2
                        """.formatted(BASE_OF_CELL))
                .param("cell", cell.id())
                .param("day", day)
                .param("text", text)
                .param("folded", VietnameseText.folded(text))
                .query((row, _) -> new MemberId(row.getObject("id", UUID.class)))
                .list();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static UUID[] ids(List<MemberId> members) {
        return members.stream().map(MemberId::id).toArray(UUID[]::new);
    }

    /**
     * What a cell and the organisations above it are called.
     *
     * @param above the committee directly above the base organisation
     */
    record Upward(
            @Nullable String cell,
            @Nullable String partial,
            @Nullable String base,
            @Nullable String above,
            @Nullable String province) {}

    /**
     * The official members of a cell.
     *
     * @param leftOut exempt, or in party life elsewhere for a time: they count only where they attend
     */
    record Officials(int allOfThem, int leftOut) {
        boolean fits(int entitled) {
            return allOfThem - leftOut <= entitled && entitled <= allOfThem;
        }
    }
}

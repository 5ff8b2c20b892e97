package vn.partyregister.membership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Remembered;
import vn.partyregister.reference.Code;
import vn.partyregister.reference.CodeLists;

/**
 * Counts the members of an organisation and of everything below it, all at once: every member is looked at one time.
 * Each figure is the total of the {@link MemberList} with the same condition.
 */
@Service
public class MemberFigures {
    private final JdbcClient jdbc;
    private final CodeLists lists;
    private final EntryPeriods periods;
    private final Remembered remembered;

    MemberFigures(JdbcClient jdbc, CodeLists lists, EntryPeriods periods, Remembered remembered) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.periods = periods;
        this.remembered = remembered;
    }

    /** The figures of an organisation on a day. The caller has made sure that the reader may see it. */
    public Figures of(UUID organisation, LocalDate asAt) {
        var bands = bands();
        var cells =
                remembered.of(List.of("members", organisation, asAt, bands), () -> cells(organisation, asAt, bands));
        var ages = new LinkedHashMap<AgeBand, Tally>();
        bands.reversed().forEach(band -> ages.put(band, Tally.NONE));
        cells.forEach(cell -> ages.merge(bands.get(cell.age), cell.tally(), Tally::plus));
        return new Figures(
                cells.stream().map(Cell::tally).reduce(Tally.NONE, Tally::plus),
                ages,
                byCode("general-education", cells, cell -> cell.education),
                byCode("qualification", cells, cell -> cell.qualification),
                byEntry(cells),
                by(cells, cell -> cell.kind == null ? MemberFilter.NOT_STATED : cell.kind),
                by(cells, Cell::child));
    }

    /** Admissions of each year, told apart by the children there are on the day. */
    public List<Admissions> admissions(UUID organisation, LocalDate asAt, int sinceYear) {
        return remembered.of(
                List.of("admissions", organisation, asAt, sinceYear),
                () -> admissionsCounted(organisation, asAt, sinceYear));
    }

    /** The whole is counted beside its children and what no child holds is the rest: two joins would multiply. */
    private List<Admissions> admissionsCounted(UUID organisation, LocalDate asAt, int sinceYear) {
        return jdbc.sql("""
                        with top as (
                            select cast(:organisation as uuid) as id
                            union all
                            select organisation_id from organisation.organisation_version
                            where parent_id = :organisation and valid @> cast(:asAt as date)
                        ), counted as (
                            select extract(year from t.effective_on)::int as year,
                                nullif(a.ancestor_id, :organisation) as child, count(*) as admitted
                            from membership.told t
                            join organisation.ancestry a on a.descendant_id = t.to_organisation_id
                                and a.valid @> t.effective_on
                            join top on top.id = a.ancestor_id
                            where t.kind = 'ADMITTED' and t.effective_on between :since and :asAt
                            group by 1, 2
                        )
                        select year, child, case when child is null
                            then admitted - coalesce(sum(admitted) filter (where child is not null)
                                over (partition by year), 0)
                            else admitted end as admitted
                        from counted order by year, child
                        """)
                .param("organisation", organisation)
                .param("asAt", asAt)
                .param("since", LocalDate.of(sinceYear, 1, 1))
                .query(new RecordRows<>(Admissions.class))
                .list();
    }

    /** From the oldest to the youngest; last whoever is younger than the first band. */
    private List<AgeBand> bands() {
        var bands = new ArrayList<>(jdbc.sql("select from_age, to_age from membership.age_band order by from_age desc")
                .query(new RecordRows<>(AgeBand.class))
                .list());
        var first = bands.getLast().fromAge();
        bands.add(new AgeBand(null, first == null ? null : first - 1));
        return bands;
    }

    /**
     * One row for each combination that occurs. The key is a single number on purpose: it is hashed many times faster
     * than its six parts, and told apart again afterwards.
     */
    private List<Cell> cells(UUID organisation, LocalDate asAt, List<AgeBand> bands) {
        return jdbc.sql("""
                        with kind as (
                            select a.descendant_id, k.whole as code
                            from organisation.organisation_version b
                            join organisation.organisation_type t on t.code = b.type and t.tier = 'BASE'
                            join membership.kind_sum k on k.code = b.kind and k.is_top
                            join organisation.ancestry a on a.ancestor_id = b.organisation_id
                                and a.valid @> cast(:asAt as date)
                            where b.valid @> cast(:asAt as date)
                        ), child as (
                            select c.descendant_id, c.ancestor_id
                            from organisation.organisation_version v
                            join organisation.ancestry c on c.ancestor_id = v.organisation_id
                                and c.valid @> cast(:asAt as date)
                            where v.parent_id = :organisation and v.valid @> cast(:asAt as date)
                        ), place as materialized (
                            select a.descendant_id as id, child.ancestor_id as child, kind.code as kind,
                                dense_rank() over (order by child.ancestor_id, kind.code) as spot
                            from organisation.ancestry a
                            left join child on child.descendant_id = a.descendant_id
                            left join kind on kind.descendant_id = a.descendant_id
                            where a.ancestor_id = :organisation and a.valid @> cast(:asAt as date)
                        ), spot as (
                            select distinct spot, child, kind from place
                        ), stood as (
                            select (p.spot << 32) + (width_bucket(m.joined_on, cast(:entries as date[]))::bigint << 24)
                                    + (width_bucket(m.born_earliest, cast(:births as date[])) << 16)
                                    + (%s << 8) + %s as key,
                                s.status = 'OFFICIAL' as official, m.sex = 'FEMALE' as woman,
                                %s as minority, e.member_id as exempt
                            from membership.standing s
                            join place p on p.id = s.organisation_id
                            join member.member m on m.id = s.member_id
                            left join membership.exemption e on e.member_id = s.member_id
                                and e.valid @> cast(:asAt as date)
                            where s.valid @> cast(:asAt as date)
                            offset 0
                        ), counted as materialized (
                            select key, count(*) as members, count(*) filter (where official) as official,
                                count(*) filter (where woman) as women, count(*) filter (where minority) as minority,
                                count(exempt) as exempt
                            from stood group by key
                        )
                        select spot.child, spot.kind, (key >> 24 & 255)::int as entry, (key >> 16 & 255)::int as age, (key >> 8 & 255)::int as education,
                            (key & 255)::int as qualification, members, official, women, minority, exempt
                        from counted join spot on spot.spot = key >> 32
                        """.formatted(
                                place("m.general_education", codes("general-education")),
                                place("m.qualification", codes("qualification")),
                                MemberQuery.minority("m.ethnicity")))
                .param("organisation", organisation)
                .param("asAt", asAt)
                .param("births", births(bands, asAt), java.sql.Types.ARRAY)
                .param("entries", entries(), java.sql.Types.ARRAY)
                .query(new RecordRows<>(Cell.class))
                .list();
    }

    /** The first day on which one must be born to be too young for each band but the last. */
    private static String[] births(List<AgeBand> bands, LocalDate asAt) {
        return bands.stream()
                .map(AgeBand::fromAge)
                .filter(java.util.Objects::nonNull)
                .map(age -> asAt.minusYears(age).plusDays(1).toString())
                .toArray(String[]::new);
    }

    /** The first days of the periods of entry but the first, which has none. */
    private String[] entries() {
        return periods.all().stream()
                .map(EntryPeriods.Period::starts)
                .filter(java.util.Objects::nonNull)
                .map(LocalDate::toString)
                .toArray(String[]::new);
    }

    private Map<String, Tally> byEntry(List<Cell> cells) {
        var tallies = new LinkedHashMap<String, Tally>();
        periods.all().forEach(period -> tallies.put(period.code(), Tally.NONE));
        cells.forEach(cell -> tallies.merge(periods.all().get(cell.entry).code(), cell.tally(), Tally::plus));
        return tallies;
    }

    /** The place of a code in its list, from 1; 0 for none. Compared here, not joined: that takes half the time. */
    private static String place(String column, String[] codes) {
        return IntStream.range(0, codes.length)
                .mapToObj(place -> " when '%s' then %d".formatted(codes[place], place + 1))
                .collect(Collectors.joining("", "case " + column, " else 0 end"));
    }

    private String[] codes(String list) {
        return lists.of(list).stream().map(Code::code).toArray(String[]::new);
    }

    private Map<String, Tally> byCode(String list, List<Cell> cells, Function<Cell, Integer> index) {
        var codes = codes(list);
        var tallies = new LinkedHashMap<String, Tally>();
        for (var code : codes) {
            tallies.put(code, Tally.NONE);
        }
        cells.forEach(cell -> {
            var n = index.apply(cell);
            tallies.merge(n == 0 ? MemberFilter.NOT_STATED : codes[n - 1], cell.tally(), Tally::plus);
        });
        return tallies;
    }

    private static <K extends @Nullable Object> Map<K, Tally> by(List<Cell> cells, Function<Cell, K> key) {
        var tallies = new LinkedHashMap<K, Tally>();
        cells.forEach(cell -> {
            var of = key.apply(cell);
            var before = tallies.get(of);
            tallies.put(of, before == null ? cell.tally() : before.plus(cell.tally()));
        });
        return tallies;
    }

    /**
     * The figures of an organisation.
     *
     * @param ages from the youngest band to the oldest
     * @param educations by code of general education; {@link MemberFilter#NOT_STATED} last, where there are any
     * @param entryPeriods by code of the period of joining, the earliest first
     * @param kinds by kind of base organisation
     * @param children by the organisation right below; null for those in the organisation itself
     */
    public record Figures(
            Tally all,
            Map<AgeBand, Tally> ages,
            Map<String, Tally> educations,
            Map<String, Tally> qualifications,
            Map<String, Tally> entryPeriods,
            Map<String, Tally> kinds,
            Map<@Nullable UUID, Tally> children) {}

    /** Admissions of a year below a child; null for those below none of today's children. */
    public record Admissions(int year, @Nullable UUID child, long admitted) {}

    private record Cell(
            @Nullable UUID child,
            @Nullable String kind,
            int entry,
            int age,
            int education,
            int qualification,
            long members,
            long official,
            long women,
            long minority,
            long exempt) {
        Tally tally() {
            return new Tally(members, official, women, minority, exempt);
        }
    }
}

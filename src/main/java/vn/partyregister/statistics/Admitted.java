package vn.partyregister.statistics;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.organisation.OrganisationId;

/** Counts the newly admitted of an organisation and period by the rows of forms 2 and 2B. */
@Component
class Admitted {
    /**
     * {@code h}: who was admitted below {@code :organisation} from {@code :from} to {@code :to}, each where the cell lay on its
     * day; {@code m}: who they are; {@code c}: their case of admission.
     */
    static final String FROM = """
            (select e.member_id, e.effective_on as day, e.to_organisation_id as place, e.again, e.decision_id, e.recorded
                from membership.told e where e.kind = 'ADMITTED' and e.effective_on between :from and :to) h
            join organisation.ancestry a on a.ancestor_id = :organisation and a.descendant_id = h.place and a.valid @> h.day
            join member.member m on m.id = h.member_id
            left join lateral (select k.mass_organisation, k.category, k.foreign_spouse from admission.admission_case k
                where k.member_id = h.member_id and k.joined_on = h.day order by k.id limit 1) c on true\
            """;

    private static final String AGE = "cast(extract(year from age(h.day, m.born_earliest)) as integer)";

    /** Holds for a row {@code r} of {@code statistics.admitted_group} that counts {@code h}. */
    static final String COUNTED_BY = """
            r.form = :form and r.valid @> cast(:to as date) and case r.attribute
                when 'ALL' then true
                when 'AGE' then %1$s between coalesce(r.least, 0) and coalesce(r.most, 999)
                else (case r.attribute %2$s end) = any(r.among) end\
            """.formatted(
                    AGE,
                    Arrays.stream(Attribute.values())
                            .filter(one -> one != Attribute.ALL && one != Attribute.AGE)
                            .map(one -> "when '%s' then %s".formatted(one, one.value()))
                            .collect(Collectors.joining(" ")));

    private final JdbcClient jdbc;

    Admitted(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The figures of each row. The caller has made sure that the reader may see the organisation. */
    Counted count(String form, OrganisationId organisation, Period period) {
        var rows = new HashMap<String, Tally>();
        jdbc.sql("""
                        select r.code, count(*) as people, count(*) filter (where m.sex = 'FEMALE') as women
                        from %s join statistics.admitted_group r on %s
                        group by r.code
                        """.formatted(FROM, COUNTED_BY))
                .params(params(form, organisation, period))
                .query(row -> {
                    rows.put(row.getString("code"), new Tally(row.getLong("people"), row.getLong("women")));
                });
        bases(form, organisation, period, rows);
        return new Counted(rows, averageAge(organisation, period), parts(organisation, period));
    }

    /** Base organisations on the last day, and those where somebody was admitted in the period. */
    private void bases(String form, OrganisationId organisation, Period period, Map<String, Tally> rows) {
        jdbc.sql("""
                        with base as materialized (
                            select v.organisation_id as id, v.type from organisation.organisation_version v
                            join organisation.ancestry a on a.descendant_id = v.organisation_id
                                and a.ancestor_id = :organisation and a.valid @> cast(:to as date)
                            where v.valid @> cast(:to as date)),
                        admitting as materialized (
                            select distinct p.ancestor_id as id from %s
                            join organisation.ancestry p on p.descendant_id = h.place and p.valid @> h.day)
                        select r.code, count(*) as bases from statistics.admitted_group r
                        join base b on b.type = any(r.among)
                        where r.form = :form and r.valid @> cast(:to as date) and (r.attribute = 'BASE'
                            or r.attribute = 'BASE_ADMITTING' and b.id in (select id from admitting))
                        group by r.code
                        """.formatted(FROM)).params(params(form, organisation, period)).query(row -> {
            rows.put(row.getString("code"), new Tally(row.getLong("bases"), 0));
        });
    }

    private @Nullable BigDecimal averageAge(OrganisationId organisation, Period period) {
        return jdbc.sql("select round(avg(%s), 1) as average from %s".formatted(AGE, FROM))
                .params(params("", organisation, period))
                .query((row, _) -> new Average(row.getBigDecimal("average")))
                .single()
                .years();
    }

    /** How many were admitted in each part, by what the part is called on the day. */
    private Map<OrganisationId, Part> parts(OrganisationId organisation, Period period) {
        var parts = new HashMap<OrganisationId, Part>();
        jdbc.sql("""
                        select k.organisation_id as id, max(k.name) as name, bool_or(k.organisation_id = :organisation) as own,
                            count(*) as people, count(*) filter (where m.sex = 'FEMALE') as women
                        from %s
                        join organisation.ancestry p on p.descendant_id = h.place and p.valid @> h.day
                        join organisation.organisation_version k on k.organisation_id = p.ancestor_id and k.valid @> h.day
                            and (k.parent_id = :organisation or k.organisation_id = :organisation and h.place = :organisation)
                        group by k.organisation_id
                        """.formatted(FROM)).params(params("", organisation, period)).query(row -> {
            parts.put(
                    new OrganisationId(row.getObject("id", UUID.class)),
                    new Part(
                            row.getBoolean("own") ? null : row.getString("name"),
                            new Tally(row.getLong("people"), row.getLong("women"))));
        });
        return parts;
    }

    static Map<String, Object> params(String form, OrganisationId organisation, Period period) {
        return Map.of("form", form, "organisation", organisation.id(), "from", period.from(), "to", period.to());
    }

    /** How many, and how many of these are women. */
    record Tally(long people, long women) {
        static final Tally NOBODY = new Tally(0, 0);
    }

    /** A part by its name; null for those admitted in the organisation itself. */
    record Part(@Nullable String name, Tally tally) {}

    private record Average(@Nullable BigDecimal years) {}

    /** All of an organisation in a period. */
    record Counted(Map<String, Tally> rows, @Nullable BigDecimal averageAge, Map<OrganisationId, Part> parts) {
        Tally of(String code) {
            return rows.getOrDefault(code, Tally.NOBODY);
        }
    }
}

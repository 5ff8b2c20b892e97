package vn.partyregister.statistics;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.membership.ClosedPeriods;
import vn.partyregister.organisation.OrganisationId;

/** Tells the journal which closed periods an entry comes too late for. */
@Component
class HeldPeriods implements ClosedPeriods {
    private final JdbcClient jdbc;

    HeldPeriods(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ClosedPeriod> heldOn(Collection<OrganisationId> organisations, LocalDate day) {
        var told = organisations.stream().map(one -> new Told(one, day)).toList();
        return held(told, _ -> 0).stream().map(Held::period).toList();
    }

    @Override
    public Map<Told, List<ClosedPeriod>> heldOn(Set<Told> entries) {
        var told = List.copyOf(entries);
        return isAnyHeldSince(told)
                ? held(told, place -> place).stream()
                        .collect(groupingBy(held -> told.get(held.entry()), mapping(Held::period, toList())))
                : Map.of();
    }

    /** A register is filled long before anything is closed in it. */
    private boolean isAnyHeldSince(List<Told> told) {
        return told.stream()
                .map(Told::day)
                .min(LocalDate::compareTo)
                .map(first ->
                        jdbc.sql("""
                                select exists (select from statistics.closing where reopened_at is null and to_on >= :first)
                                """).param("first", first).query(Boolean.class).single())
                .orElse(false);
    }

    /** What is told under one number is one entry, which concerns several organisations. */
    private List<Held> held(List<Told> told, IntUnaryOperator entry) {
        return jdbc.sql("""
                        with told as (
                            select * from unnest(:entries, :organisations, cast(:days as date[])) as told (entry, organisation_id, day)
                        ), held as (
                            select distinct t.entry, c.organisation_id, c.name, k.position, c.from_on, c.to_on,
                                case :language when 'en' then k.name_en else k.name_vi end as period,
                                t.day between c.from_on and c.to_on as inside
                            from told t
                            join organisation.ancestry a on a.descendant_id = t.organisation_id
                            join statistics.closing c on c.organisation_id = a.ancestor_id and c.reopened_at is null
                                and c.to_on >= t.day and (a.valid @> t.day or a.valid @> c.to_on)
                            join statistics.period_kind k on k.code = c.kind
                        ), first as (
                            select distinct on (entry, organisation_id) * from held h
                            where not exists (select from held i
                                where i.entry = h.entry and i.organisation_id = h.organisation_id and i.inside)
                            order by entry, organisation_id, from_on, position
                        )
                        select entry, organisation_id, name, period, from_on, to_on from (
                            select * from held where inside union all select * from first) told
                        order by name, from_on, position
                        """)
                .param("language", LocaleContextHolder.getLocale().getLanguage())
                .param(
                        "entries",
                        IntStream.range(0, told.size()).map(entry).boxed().toArray(Integer[]::new))
                .param(
                        "organisations",
                        told.stream().map(one -> one.organisation().id()).toArray(UUID[]::new))
                .param("days", told.stream().map(one -> one.day().toString()).toArray(String[]::new))
                .query((row, _) -> new Held(
                        row.getInt("entry"),
                        new ClosedPeriod(
                                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                                row.getString("name"),
                                row.getString("period"),
                                row.getObject("from_on", LocalDate.class),
                                row.getObject("to_on", LocalDate.class))))
                .list();
    }

    /** @param entry the number of what comes too late */
    private record Held(int entry, ClosedPeriod period) {}
}

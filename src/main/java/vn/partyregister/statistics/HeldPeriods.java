package vn.partyregister.statistics;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.membership.ClosedPeriods;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.RecordRows;

/** Tells the journal which closed periods an entry comes too late for. */
@Component
class HeldPeriods implements ClosedPeriods {
    private final JdbcClient jdbc;

    HeldPeriods(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ClosedPeriod> heldOn(Collection<OrganisationId> organisations, LocalDate day) {
        return jdbc
                .sql("""
                        with held as (
                            select distinct c.organisation_id, c.name, k.position, c.from_on, c.to_on,
                                case :language when 'en' then k.name_en else k.name_vi end as period,
                                cast(:day as date) between c.from_on and c.to_on as inside
                            from organisation.ancestry a
                            join statistics.closing c on c.organisation_id = a.ancestor_id and c.reopened_at is null
                                and c.to_on >= cast(:day as date)
                            join statistics.period_kind k on k.code = c.kind
                            where a.descendant_id = any(:organisations)
                                and (a.valid @> cast(:day as date) or a.valid @> c.to_on)
                        ), first as (
                            select distinct on (organisation_id) * from held h
                            where not exists (select from held i where i.organisation_id = h.organisation_id and i.inside)
                            order by organisation_id, from_on, position
                        )
                        select organisation_id, name, period, from_on, to_on from (
                            select * from held where inside union all select * from first) told
                        order by name, from_on, position
                        """)
                .param("language", LocaleContextHolder.getLocale().getLanguage())
                .param("day", day)
                .param(
                        "organisations",
                        organisations.stream().map(OrganisationId::id).toArray(UUID[]::new))
                .query(new RecordRows<>(Held.class))
                .list()
                .stream()
                .map(held -> new ClosedPeriod(
                        new OrganisationId(held.organisationId()),
                        held.name(),
                        held.period(),
                        held.fromOn(),
                        held.toOn()))
                .toList();
    }

    /** A closing as it is told. */
    record Held(UUID organisationId, String name, String period, LocalDate fromOn, LocalDate toOn) {}
}

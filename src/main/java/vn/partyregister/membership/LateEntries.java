package vn.partyregister.membership;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.membership.ClosedPeriods.ClosedPeriod;
import vn.partyregister.membership.ClosedPeriods.Told;
import vn.partyregister.organisation.OrganisationId;

/** Entries that come after their period was closed (ghi sau khi khóa sổ): told before they are made, kept as late once they are. */
@Component
class LateEntries {
    private final JdbcClient jdbc;
    private final ObjectProvider<ClosedPeriods> periods;

    LateEntries(JdbcClient jdbc, ObjectProvider<ClosedPeriods> periods) {
        this.jdbc = jdbc;
        this.periods = periods;
    }

    /** The closed periods that an entry of a day in these organisations comes too late for. */
    List<ClosedPeriod> periods(LocalDate day, Collection<OrganisationId> organisations) {
        return organisations.isEmpty()
                ? List.of()
                : periods.stream()
                        .flatMap(source -> source.heldOn(organisations, day).stream())
                        .toList();
    }

    /** The closed periods that each of many entries comes too late for; those that come in time are left out. */
    Map<Told, List<ClosedPeriod>> periods(Set<Told> entries) {
        var found = new HashMap<Told, List<ClosedPeriod>>();
        if (!entries.isEmpty()) {
            periods.stream()
                    .flatMap(source -> source.heldOn(entries).entrySet().stream())
                    .forEach(held -> found.computeIfAbsent(held.getKey(), _ -> new ArrayList<>())
                            .addAll(held.getValue()));
        }
        return found;
    }

    /** Keeps entries as late where they are, each with what it tells. */
    void note(Map<MovementId, Told> entries) {
        var held = periods(Set.copyOf(entries.values()));
        entries.entrySet().stream()
                .filter(entry -> held.containsKey(entry.getValue()))
                .collect(groupingBy(Map.Entry::getValue, mapping(Map.Entry::getKey, toSet())))
                .forEach((told, late) -> Objects.requireNonNull(held.get(told)).forEach(period -> note(late, period)));
    }

    /** Keeps entries as late where they are: each with the organisations that it concerns. */
    void note(LocalDate day, Map<MovementId, Set<OrganisationId>> concerned) {
        var everywhere = concerned.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        if (periods(day, everywhere).isEmpty()) {
            return;
        }
        var alike = new LinkedHashMap<Set<OrganisationId>, Set<MovementId>>();
        concerned.forEach((entry, places) ->
                alike.computeIfAbsent(places, _ -> new LinkedHashSet<>()).add(entry));
        alike.forEach((places, entries) -> periods(day, places).forEach(period -> note(entries, period)));
    }

    private void note(Set<MovementId> entries, ClosedPeriod period) {
        jdbc.sql("""
                        insert into membership.late_entry (movement_id, organisation_id, period, from_on, to_on)
                        select id, :organisation, :period, :from, :to from unnest(:entries) as entry (id)
                        """)
                .param("organisation", period.organisation().id())
                .param("period", period.period())
                .param("from", period.from())
                .param("to", period.to())
                .param("entries", entries.stream().map(MovementId::id).toArray(UUID[]::new))
                .update();
    }
}

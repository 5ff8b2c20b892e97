package vn.partyregister.inbox;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.partyregister.platform.Scope;

/**
 * How much was done in time and how much late (đúng hạn, trễ hạn), of what fell due in a year: by the organisations right
 * below one, and by kind. The parts sum to the whole, and each figure is a list of the inbox.
 */
@Service
public class Punctuality {
    private final InboxQuery query;

    Punctuality(InboxQuery query) {
        this.query = query;
    }

    /** The figures of an organisation of the scope. */
    public Table of(UUID organisation, @Nullable String kind, int year, Scope scope, LocalDate asAt) {
        var filter = InboxFilter.of(organisation, kind, year);
        var counts = Stream.of(ObligationState.values())
                .map(state -> "count(*) filter (where %s) as %s".formatted(state.condition(), state))
                .collect(joining(", "));
        var places = new ArrayList<Line>();
        var kinds = new ArrayList<Line>();
        var whole = new ArrayList<Line>();
        query.ask("""
                        select part.id, part.name, o.kind, grouping(part.id) as all_places, grouping(o.kind) as all_kinds, %s
                        %s
                        group by grouping sets ((part.id, part.name), (o.kind), ())
                        order by part.id is null desc, part.name collate organisation.by_name, o.kind
                        """.formatted(counts, query.byParts(filter, scope)), filter, scope, asAt)
                .query(row -> {
                    var figures = new EnumMap<ObligationState, Long>(ObligationState.class);
                    for (var state : ObligationState.values()) {
                        figures.put(state, row.getLong(state.name()));
                    }
                    var allPlaces = row.getInt("all_places") == 1;
                    var allKinds = row.getInt("all_kinds") == 1;
                    if (allPlaces && allKinds) {
                        whole.add(new Line(organisation, null, null, filter, figures));
                    } else if (allPlaces) {
                        var of = row.getString("kind");
                        kinds.add(new Line(organisation, null, of, filter.ofKind(of), figures));
                    } else {
                        var part = row.getObject("id", UUID.class);
                        places.add(new Line(
                                part == null ? organisation : part,
                                row.getString("name"),
                                null,
                                part == null ? filter.at(organisation, true) : filter.at(part, false),
                                figures));
                    }
                });
        return new Table(whole.getFirst(), places, kinds);
    }

    /**
     * What fell due in a year.
     *
     * @param places by the organisations right below; what the organisation owes itself has no name
     */
    public record Table(Line whole, List<Line> places, List<Line> kinds) {
        public Table {
            places = List.copyOf(places);
            kinds = List.copyOf(kinds);
        }
    }

    /** A row: the figures of a part, each the list behind it. */
    public record Line(
            UUID organisation,
            @Nullable String name,
            @Nullable String kind,
            InboxFilter filter,
            Map<ObligationState, Long> figures) {
        public Line {
            figures = Map.copyOf(figures);
        }

        public long of(ObligationState state) {
            return figures.getOrDefault(state, 0L);
        }

        public long total() {
            return figures.values().stream().mapToLong(Long::longValue).sum();
        }

        /** What was in time of what is over, in whole percent rounded down; absent where nothing is over. */
        public @Nullable Long percent() {
            var over = total() - of(ObligationState.DUE);
            return over == 0 ? null : of(ObligationState.IN_TIME) * 100 / over;
        }
    }
}

package vn.partyregister.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * A reorganisation as every module that keeps rows of organisations sees it.
 *
 * @param day the first day of the new tree; the day before is the last one of what ends
 * @param mergers those that end, each with the one it goes into
 * @param closed those that end and go into none
 * @param splits those that begin, each with the one it is split off from
 * @param begun all that begin, those that are split off among them
 * @param after what those that go on or begin are called and of which type they are, as far as they are touched
 * @param decision null as long as nothing is carried out
 */
public record Reorganised(
        ReorganisationId id,
        LocalDate day,
        Map<OrganisationId, OrganisationId> mergers,
        Set<OrganisationId> closed,
        Map<OrganisationId, OrganisationId> splits,
        Set<OrganisationId> begun,
        Map<OrganisationId, After> after,
        Map<OrganisationId, String> names,
        @Nullable UUID decision) {
    public Reorganised {
        mergers = Map.copyOf(mergers);
        closed = Set.copyOf(closed);
        splits = Map.copyOf(splits);
        begun = Set.copyOf(begun);
        after = Map.copyOf(after);
        names = Map.copyOf(names);
    }

    /** All that end. */
    public List<OrganisationId> ended() {
        return Stream.concat(mergers.keySet().stream(), closed.stream()).toList();
    }

    /** All that end, as a parameter of SQL. */
    public UUID[] endedIds() {
        return ids(ended());
    }

    public UUID[] begunIds() {
        return ids(begun);
    }

    /** Those that end by going into another; {@link #successorIds} are in the same order. */
    public UUID[] mergedIds() {
        return mergers.entrySet().stream().map(one -> one.getKey().id()).toArray(UUID[]::new);
    }

    public UUID[] successorIds() {
        return mergers.entrySet().stream().map(one -> one.getValue().id()).toArray(UUID[]::new);
    }

    /** Those that are split off; {@link #sourceIds} are in the same order. */
    public UUID[] splitIds() {
        return splits.entrySet().stream().map(one -> one.getKey().id()).toArray(UUID[]::new);
    }

    public UUID[] sourceIds() {
        return splits.entrySet().stream().map(one -> one.getValue().id()).toArray(UUID[]::new);
    }

    /** The decision, once there is one. */
    public UUID decided() {
        if (decision == null) {
            throw new IllegalStateException("nothing is decided yet");
        }
        return decision;
    }

    /** What an organisation is or was called. */
    public String name(UUID organisation) {
        return names.getOrDefault(new OrganisationId(organisation), "");
    }

    /** What the organisations are called that a question about {@code organisation_id} finds, in their order. */
    public List<String> named(StatementSpec question) {
        return question.query((row, _) -> name(row.getObject("organisation_id", UUID.class))).list().stream()
                .sorted()
                .toList();
    }

    Reorganised by(UUID decided) {
        return new Reorganised(id, day, mergers, closed, splits, begun, after, names, decided);
    }

    private static UUID[] ids(java.util.Collection<OrganisationId> organisations) {
        return organisations.stream().map(OrganisationId::id).toArray(UUID[]::new);
    }

    /**
     * What an organisation is from the day on.
     *
     * @param holdsMembers whether members can belong to it: only to cells
     */
    public record After(String type, boolean holdsMembers) {}
}

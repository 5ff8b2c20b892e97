package vn.partyregister.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.Step;

/** A tree that is reorganised, as somebody keeps it by hand: what it began as, and the plans that were carried out. */
@NullMarked
final class ReplannedTree implements NaiveTree {
    private final Map<String, Node> begun = new HashMap<>();
    private final List<Turn> turns = new ArrayList<>();
    private final Map<LocalDate, Map<String, Node>> drawn = new HashMap<>();

    void begin(UUID id, String type, @Nullable UUID parent) {
        begun.put(id.toString(), new Node(type, parent == null ? null : parent.toString()));
    }

    void carryOut(Turn turn) {
        turns.add(turn);
        drawn.clear();
    }

    void takeBack(Turn turn) {
        turns.remove(turn);
        drawn.clear();
    }

    List<LocalDate> days() {
        return turns.stream().map(Turn::day).toList();
    }

    @Override
    public OrganisationId id(String name) {
        return OrganisationId.of(name);
    }

    @Override
    public List<String> line(String name, LocalDate on) {
        var nodes = on(on);
        var line = new ArrayList<String>();
        for (String at = name;
                at != null && nodes.containsKey(at);
                at = node(nodes, at).parent()) {
            line.add(at);
        }
        return line;
    }

    @Override
    public boolean isDistrict(String name, LocalDate on) {
        return node(on(on), name).type().equals("DB_HUYEN");
    }

    List<UUID> cells(LocalDate day) {
        return of(Set.of("CB_TT"), day);
    }

    String type(OrganisationId id, LocalDate day) {
        return node(on(day), id.toString()).type();
    }

    /** Those of some types that are there on a day. */
    List<UUID> of(Set<String> types, LocalDate day) {
        return on(day).entrySet().stream()
                .filter(one -> types.contains(one.getValue().type()))
                .map(Map.Entry::getKey)
                .sorted()
                .map(UUID::fromString)
                .toList();
    }

    private Map<String, Node> on(LocalDate day) {
        return drawn.computeIfAbsent(day, _ -> {
            var nodes = new HashMap<>(begun);
            turns.stream().filter(turn -> !turn.day().isAfter(day)).forEach(turn -> turn(nodes, turn.steps()));
            return nodes;
        });
    }

    /** All steps happen at once; who stands below one that goes into another goes along, unless a step says otherwise. */
    private static void turn(Map<String, Node> nodes, List<Step> steps) {
        var placed = new HashSet<String>();
        var into = new HashMap<String, String>();
        for (var step : steps) {
            var one = step.organisation().toString();
            switch (step.act()) {
                case FOUND, SPLIT -> {
                    nodes.put(one, new Node(Objects.requireNonNull(step.type()), name(step.target())));
                    placed.add(one);
                }
                case MOVE -> {
                    nodes.put(one, new Node(node(nodes, one).type(), name(step.target())));
                    placed.add(one);
                }
                case MERGE -> into.put(one, name(step.target()));
                case CHANGE_TYPE ->
                    nodes.put(
                            one,
                            new Node(
                                    Objects.requireNonNull(step.type()),
                                    node(nodes, one).parent()));
                case RENAME, CLOSE -> {}
            }
        }
        steps.stream()
                .filter(step -> step.act().ends())
                .forEach(step -> nodes.remove(step.organisation().toString()));
        nodes.replaceAll((one, node) -> placed.contains(one) || !into.containsKey(node.parent())
                ? node
                : new Node(node.type(), into.get(node.parent())));
    }

    private static String name(@Nullable OrganisationId id) {
        return Objects.requireNonNull(id).toString();
    }

    private static Node node(Map<String, Node> nodes, String name) {
        return Objects.requireNonNull(nodes.get(name), name);
    }

    /** A reorganisation that was carried out. */
    record Turn(LocalDate day, List<Step> steps) {}

    private record Node(String type, @Nullable String parent) {}
}

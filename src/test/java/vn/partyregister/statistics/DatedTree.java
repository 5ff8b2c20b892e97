package vn.partyregister.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Uuids;

/**
 * A tree of a province, two districts, three bases and four cells that changes on one day: something moves, and a cell may
 * end. Known twice: written into the database, and walked by hand.
 */
@NullMarked
final class DatedTree implements NaiveTree {
    static final LocalDate SINCE = LocalDate.of(2010, 1, 1);

    /** What happens to the tree on its day. */
    enum Turn {
        NOTHING,
        A_CELL_MOVES,
        A_BASE_MOVES,
        A_CELL_ENDS,
        A_CELL_MOVES_AND_ANOTHER_ENDS
    }

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final LocalDate day;

    DatedTree(Turn turn, LocalDate day) {
        this.day = day;
        add("province", "DB_TINH", null, null);
        add("east", "DB_HUYEN", "province", "province");
        add("west", "DB_HUYEN", "province", "province");
        add("east base", "DB_CS", "east", "east");
        add("other east base", "DB_CS", "east", turn == Turn.A_BASE_MOVES ? "west" : "east");
        add("west base", "DB_CS", "west", "west");
        var ends = turn == Turn.A_CELL_ENDS || turn == Turn.A_CELL_MOVES_AND_ANOTHER_ENDS;
        var moves = turn == Turn.A_CELL_MOVES || turn == Turn.A_CELL_MOVES_AND_ANOTHER_ENDS;
        add("cell 1", "CB_TT", "east base", ends ? null : "east base");
        add("cell 2", "CB_TT", "east base", moves ? "west base" : "east base");
        add("cell 3", "CB_TT", "other east base", "other east base");
        add("cell 4", "CB_TT", "west base", "west base");
    }

    private void add(String name, String type, @Nullable String before, @Nullable String after) {
        nodes.put(name, new Node(Uuids.next(), name, type, before, after));
    }

    @Override
    public OrganisationId id(String name) {
        return new OrganisationId(node(name).id());
    }

    List<String> names() {
        return List.copyOf(nodes.keySet());
    }

    /** Those that can hold members. */
    List<String> cells() {
        return names().stream().filter(name -> name.startsWith("cell")).toList();
    }

    @Override
    public List<String> line(String name, LocalDate on) {
        var line = new ArrayList<String>();
        if (!isThere(name, on)) {
            return line;
        }
        for (String at = name; at != null; at = parent(at, on)) {
            line.add(at);
        }
        return line;
    }

    @Override
    public boolean isDistrict(String name, LocalDate on) {
        return node(name).type().equals("DB_HUYEN");
    }

    private boolean isThere(String name, LocalDate on) {
        return on.isBefore(day) || node(name).after() != null || node(name).before() == null;
    }

    private @Nullable String parent(String name, LocalDate on) {
        return on.isBefore(day) ? node(name).before() : node(name).after();
    }

    private Node node(String name) {
        return Objects.requireNonNull(nodes.get(name), name);
    }

    void write(JdbcClient jdbc) {
        var all = List.copyOf(nodes.values());
        jdbc.sql("""
                        insert into organisation.organisation (id, version, is_root)
                        select id, 0, root from unnest(cast(:ids as uuid[]), cast(:roots as boolean[])) as node (id, root)
                        """)
                .param("ids", all.stream().map(Node::id).toArray(UUID[]::new))
                .param("roots", all.stream().map(node -> node.before() == null).toArray(Boolean[]::new))
                .update();
        var versions = new ArrayList<Version>();
        for (var node : all) {
            versions.add(new Version(node, SINCE, day, node.before()));
            if (node.before() == null || node.after() != null) {
                versions.add(new Version(node, day, null, node.after()));
            }
        }
        writeVersions(versions, jdbc);
        writeLines(versions, jdbc);
    }

    private void writeVersions(List<Version> versions, JdbcClient jdbc) {
        jdbc.sql("""
                        insert into organisation.organisation_version (organisation_id, valid, name, type, parent_id, act)
                        select id, daterange(cast(begins as date), cast(ends as date)), name, type, parent, 'OPENED'
                        from unnest(cast(:ids as uuid[]), cast(:begins as text[]), cast(:ends as text[]), cast(:names as text[]),
                            cast(:types as text[]), cast(:parents as uuid[])) as version (id, begins, ends, name, type, parent)
                        """)
                .param("ids", versions.stream().map(one -> one.node().id()).toArray(UUID[]::new))
                .param("begins", versions.stream().map(Version::begins).toArray(String[]::new))
                .param("ends", versions.stream().map(Version::ends).toArray(String[]::new))
                .param("names", versions.stream().map(one -> one.node().name()).toArray(String[]::new))
                .param("types", versions.stream().map(one -> one.node().type()).toArray(String[]::new))
                .param(
                        "parents",
                        versions.stream()
                                .map(one -> one.parent() == null
                                        ? null
                                        : node(one.parent()).id())
                                .toArray(UUID[]::new))
                .update();
    }

    private void writeLines(List<Version> versions, JdbcClient jdbc) {
        var lines = versions.stream()
                .flatMap(version -> {
                    var line = line(version.node().name(), version.from());
                    return IntStream.range(0, line.size())
                            .mapToObj(depth ->
                                    new Line(version, node(line.get(depth)).id(), depth));
                })
                .toList();
        jdbc.sql("""
                        insert into organisation.ancestry (ancestor_id, descendant_id, valid, depth)
                        select ancestor, id, daterange(cast(begins as date), cast(ends as date)), depth
                        from unnest(cast(:ancestors as uuid[]), cast(:ids as uuid[]), cast(:begins as text[]), cast(:ends as text[]),
                            cast(:depths as integer[])) as line (ancestor, id, begins, ends, depth)
                        """)
                .param("ancestors", lines.stream().map(Line::ancestor).toArray(UUID[]::new))
                .param("ids", lines.stream().map(one -> one.of().node().id()).toArray(UUID[]::new))
                .param("begins", lines.stream().map(one -> one.of().begins()).toArray(String[]::new))
                .param("ends", lines.stream().map(one -> one.of().ends()).toArray(String[]::new))
                .param("depths", lines.stream().map(Line::depth).toArray(Integer[]::new))
                .update();
    }

    private record Version(
            Node node,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String parent) {
        String begins() {
            return from.toString();
        }

        @Nullable
        String ends() {
            return until == null ? null : until.toString();
        }
    }

    private record Line(Version of, UUID ancestor, int depth) {}

    /**
     * @param before its parent until the day; null for the root
     * @param after its parent from then on; null for the root, and for what ends
     */
    private record Node(
            UUID id,
            String name,
            String type,
            @Nullable String before,
            @Nullable String after) {}
}

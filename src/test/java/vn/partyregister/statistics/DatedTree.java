package vn.partyregister.statistics;

import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    public UUID id(String name) {
        return node(name).id();
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
        for (var node : nodes.values()) {
            jdbc.sql("insert into organisation.organisation (id, version, is_root) values (:id, 0, :root)")
                    .param("id", node.id())
                    .param("root", node.before() == null)
                    .update();
        }
        for (var node : nodes.values()) {
            version(jdbc, node, SINCE, day, node.before());
            if (node.before() == null || node.after() != null) {
                version(jdbc, node, day, null, node.after());
            }
        }
    }

    private void version(
            JdbcClient jdbc, Node node, LocalDate from, @Nullable LocalDate until, @Nullable String parent) {
        jdbc.sql("""
                        insert into organisation.organisation_version (organisation_id, valid, name, type, parent_id, act)
                        values (:id, daterange(:from, :until), :name, :type, :parent, 'OPENED')
                        """)
                .param("id", node.id())
                .param("from", from)
                .param("until", until, Types.DATE)
                .param("name", node.name())
                .param("type", node.type())
                .param("parent", parent == null ? null : id(parent), Types.OTHER)
                .update();
        var line = line(node.name(), from);
        for (var depth = 0; depth < line.size(); depth++) {
            jdbc.sql("""
                            insert into organisation.ancestry (ancestor_id, descendant_id, valid, depth)
                            values (:ancestor, :id, daterange(:from, :until), :depth)
                            """)
                    .param("ancestor", id(line.get(depth)))
                    .param("id", node.id())
                    .param("from", from)
                    .param("until", until, Types.DATE)
                    .param("depth", depth)
                    .update();
        }
    }

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

package vn.partyregister.organisation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import vn.partyregister.organisation.TreeBefore.Node;
import vn.partyregister.platform.VietnameseText;

/**
 * The reform of 01/07/2025 for the sample register of Trà Vinh, as the spreadsheet that a provincial organisation board would
 * draw up: the nine districts end; of their 106 communes 100 new ones begin, directly below the province; base organisations
 * of the districts go below the commune of the district's seat, offices into two cells there, police and military to the
 * provincial committees of theirs, departments of the province to two new committees. What the two communes of a pair both
 * have is merged or gets the name of its place. Made up, as the register is: which communes were joined is not told here.
 */
@NullMarked
final class ReformOf2025 {
    private static final Set<String> COMMUNES = Set.of("XA", "PHUONG", "THI_TRAN");
    private static final int PAIRS = 6;

    private final TreeBefore tree;
    private final Map<OrganisationId, List<Node>> children = new HashMap<>();
    private final List<Map<String, String>> rows = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private int communes;

    private ReformOf2025(TreeBefore tree) {
        this.tree = tree;
        tree.nodes().values().forEach(node -> {
            var parent = node.is().parent();
            if (parent != null) {
                children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(node);
            }
        });
    }

    /** The rows of the spreadsheet, by the keys of its columns. */
    static List<Map<String, String>> rows(TreeBefore tree) {
        var reform = new ReformOf2025(tree);
        reform.reform();
        return reform.rows;
    }

    /** The same as a workbook. */
    static byte[] workbook(List<Map<String, String>> rows) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Sổ Đảng viên", "1.0")) {
            var sheet = workbook.newWorksheet("Sắp xếp 01-07-2025");
            var columns = StepSheet.columns();
            for (var at = 0; at < columns.size(); at++) {
                sheet.inlineString(0, at, columns.get(at).heading());
            }
            for (var row = 0; row < rows.size(); row++) {
                for (var at = 0; at < columns.size(); at++) {
                    var value = rows.get(row).get(columns.get(at).key());
                    if (value != null) {
                        sheet.inlineString(row + 1, at, value);
                    }
                }
            }
            workbook.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void reform() {
        var root = tree.nodes().values().stream()
                .filter(node -> node.is().parent() == null)
                .findFirst()
                .orElseThrow();
        var party = found(
                "Đảng bộ các cơ quan đảng tỉnh Trà Vinh",
                "Đảng bộ cấp trên trực tiếp của tổ chức cơ sở đảng",
                null,
                code(root),
                newDirect(root, 14));
        var state = found(
                "Đảng bộ Ủy ban nhân dân tỉnh Trà Vinh",
                "Đảng bộ cấp trên trực tiếp của tổ chức cơ sở đảng",
                null,
                code(root),
                newDirect(root, 15));
        var districts = below(root.id()).stream()
                .filter(node -> node.is().type().equals("DB_HUYEN"))
                .toList();
        below(root.id())
                .forEach(node -> names.add(VietnameseText.folded(node.is().name())));
        for (var at = 0; at < districts.size(); at++) {
            district(root, districts.get(at), at < PAIRS);
        }
        below(root.id()).stream()
                .filter(node -> node.is().name().contains("Khối Cơ quan"))
                .forEach(bloc -> {
                    below(bloc.id())
                            .forEach(node ->
                                    move(node, "DANG_DOAN_THE".equals(node.is().kind()) ? party : state));
                    close(bloc);
                });
    }

    /** The last two communes of some districts become one; the first is that of the seat. */
    private void district(Node root, Node district, boolean pairs) {
        var old = below(district.id()).stream()
                .filter(node ->
                        COMMUNES.contains(Objects.requireNonNullElse(node.is().kind(), "")))
                .toList();
        var seat = "";
        for (var at = 0; at < old.size(); at++) {
            var last = pairs && at == old.size() - 2;
            var begun = commune(root, district, old.get(at));
            merge(old.get(at), begun);
            seat = seat.isEmpty() ? begun : seat;
            if (last) {
                join(old.get(at), old.get(at + 1), begun);
                at++;
            }
        }
        offices(root, district, seat);
        close(district);
    }

    private String commune(Node root, Node district, Node old) {
        var name = old.is().name().replace("thị trấn", "xã").replace("Thị trấn", "xã");
        if (!names.add(VietnameseText.folded(name))) {
            name = name + " (" + district.is().name().replace("Đảng bộ ", "") + ")";
            names.add(VietnameseText.folded(name));
        }
        return found(
                name,
                "Đảng bộ xã, phường, thị trấn, đặc khu",
                "PHUONG".equals(old.is().kind()) ? "Phường" : "Xã",
                code(root),
                newCommune(root));
    }

    /** The second commune goes into the same one: cells of one purpose become one, others of one name are told apart. */
    private void join(Node first, Node second, String begun) {
        merge(second, begun);
        var held = new LinkedHashMap<String, Node>();
        below(first.id()).forEach(cell -> held.put(purpose(cell, first), cell));
        var taken = new LinkedHashSet<String>();
        below(first.id())
                .forEach(cell -> taken.add(VietnameseText.folded(cell.is().name())));
        for (var cell : below(second.id())) {
            var same = held.get(purpose(cell, second));
            if (same != null
                    && !purpose(cell, second).startsWith("chi bo ap")
                    && !purpose(cell, second).startsWith("chi bo khom")) {
                merge(cell, code(same));
            } else if (!taken.add(VietnameseText.folded(cell.is().name()))) {
                var name = cell.is().name() + " (" + second.is().name().replace("Đảng bộ ", "") + ")";
                rows.add(row("Đổi tên", code(cell), name, null, null, null, null));
            }
        }
    }

    /** What a cell is for: its name without that of its commune. */
    private static String purpose(Node cell, Node commune) {
        var place = commune.is().name().replace("Đảng bộ ", "");
        var bare = place.substring(place.indexOf(' ') + 1);
        return VietnameseText.folded(cell.is().name().replace(place, "").replace(bare, ""))
                .strip();
    }

    private void offices(Node root, Node district, String seat) {
        var place = district.is().name().replace("Đảng bộ ", "");
        var party = found("Chi bộ các cơ quan đảng (từ " + place + ")", "CB_TT", null, seat, null);
        var state = found("Chi bộ Ủy ban nhân dân (từ " + place + ")", "CB_TT", null, seat, null);
        for (var node : below(district.id())) {
            switch (Objects.requireNonNullElse(node.is().kind(), "")) {
                case "XA", "PHUONG", "THI_TRAN" -> {}
                case "CONG_AN" -> move(node, direct(root, "Công an tỉnh"));
                case "QUAN_DOI" -> move(node, direct(root, "Quân sự tỉnh"));
                case "DANG_DOAN_THE" -> dissolve(node, party);
                case "NHA_NUOC" -> dissolve(node, state);
                default -> move(node, seat);
            }
        }
    }

    /** An office goes into a cell: its own cells do so one by one, itself it ends. */
    private void dissolve(Node node, String cell) {
        if (node.is().type().equals("CB_CS")) {
            merge(node, cell);
            return;
        }
        for (var below : below(node.id())) {
            if (below(below.id()).isEmpty()) {
                merge(below, cell);
            } else {
                below(below.id()).forEach(one -> merge(one, cell));
                close(below);
            }
        }
        close(node);
    }

    private String direct(Node root, String part) {
        return below(root.id()).stream()
                .filter(node -> node.is().name().contains(part))
                .map(ReformOf2025::code)
                .findFirst()
                .orElseThrow();
    }

    /** Founds one, and says how it is meant from then on: by its code, or its name where it has none. */
    private String found(String name, String type, @Nullable String kind, String parent, @Nullable String code) {
        rows.add(row("Thành lập", null, name, type, kind, parent, code));
        return code == null ? name : code;
    }

    private void merge(Node node, String into) {
        rows.add(row("Sáp nhập", code(node), null, null, null, into, null));
    }

    private void move(Node node, String parent) {
        rows.add(row("Đổi trực thuộc", code(node), null, null, null, parent, null));
    }

    private void close(Node node) {
        rows.add(row("Kết thúc hoạt động", code(node), null, null, null, null, null));
    }

    private static Map<String, String> row(
            String act,
            @Nullable String organisation,
            @Nullable String name,
            @Nullable String type,
            @Nullable String kind,
            @Nullable String target,
            @Nullable String code) {
        var row = new LinkedHashMap<String, String>();
        row.put("act", act);
        put(row, "organisation", organisation);
        put(row, "name", name);
        put(row, "type", type);
        put(row, "kind", kind);
        put(row, "target", target);
        put(row, "code", code);
        return row;
    }

    private static void put(Map<String, String> row, String key, @Nullable String value) {
        if (value != null) {
            row.put(key, value);
        }
    }

    private List<Node> below(OrganisationId id) {
        return children.getOrDefault(id, List.of());
    }

    private static String code(Node node) {
        return Objects.requireNonNull(node.is().code());
    }

    private String newCommune(Node root) {
        communes++;
        return String.format(Locale.ROOT, "%s.000.%03d.000.000", code(root).split("\\.")[0], communes);
    }

    private static String newDirect(Node root, int number) {
        return String.format(Locale.ROOT, "%s.%03d.000.000.000", code(root).split("\\.")[0], number);
    }
}

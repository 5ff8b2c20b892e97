package vn.partyregister.sample;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.SplittableRandom;

/** Grows the tree of a sample register from its tables: committees, then bases, then as many cells as the figures have. */
final class SampleGrowth {
    private record Direct(String number, String type, String code, String place, int khmer) {}

    /** A base organisation before it has cells; {@code hamlets} is nought where it is no commune. */
    private record Base(
            SampleOrganisation row, Direct direct, String trade, int weight, int hamlets, String name, int khmer) {
        boolean isCommune() {
            return hamlets > 0;
        }

        boolean hasCells() {
            return row.type().equals("DB_CS");
        }
    }

    /** A cell before it has its size. */
    private record Seedling(
            SampleOrganisation row, String trade, boolean base, boolean commune, int khmer, SampleTree.Place place) {}

    private static final int LEAST_CELLS = 5;
    private static final int LEAST_IN_COMMUNE_CELL = 4;
    private static final int LEAST_IN_CELL = 6;
    private static final int MOST_IN_CELL = 75;
    private static final int LEAST_IN_BASE_CELL = 5;
    private static final int MOST_IN_BASE_CELL = 29;

    private final SampleFolder folder;
    private final SampleFigures figures;
    private final SplittableRandom chance;
    private final Properties cellNames;
    private final Properties hamletNames;
    private final Properties trades;
    private final List<SampleOrganisation> rows = new ArrayList<>();
    private final List<Seedling> seedlings = new ArrayList<>();

    SampleGrowth(SampleFolder folder, SampleFigures figures) {
        this.folder = folder;
        this.figures = figures;
        this.chance = new SplittableRandom(figures.seed());
        this.cellNames = folder.properties("cells");
        this.hamletNames = folder.properties("hamlets");
        this.trades = folder.properties("trades");
    }

    SampleTree grow() {
        var bases = new ArrayList<Base>();
        for (var direct : directs()) {
            bases.addAll(bases(direct));
        }
        var cells = cellsOf(bases);
        for (var at = 0; at < bases.size(); at++) {
            var base = bases.get(at);
            rows.add(base.row());
            if (!base.hasCells()) {
                seedlings.add(new Seedling(base.row(), base.trade(), true, false, base.khmer(), place(base)));
            } else if (base.isCommune()) {
                growCommune(base);
            } else {
                growUnit(base, cells[at]);
            }
        }
        return new SampleTree(List.copyOf(rows), sized());
    }

    private List<Direct> directs() {
        var directs = new ArrayList<Direct>();
        for (var line : folder.table("directs")) {
            var number = text(line, "number");
            var code = code(number, "000", "000", "000");
            var isRoot = number.equals("000");
            rows.add(new SampleOrganisation(
                    code,
                    text(line, "name"),
                    text(line, "type"),
                    null,
                    isRoot ? null : code("000", "000", "000", "000")));
            if (!isRoot) {
                directs.add(new Direct(
                        number, text(line, "type"), code, text(line, "place"), Integer.parseInt(text(line, "khmer"))));
            }
        }
        return directs;
    }

    private List<Base> bases(Direct direct) {
        var bases = new ArrayList<Base>();
        for (var line : folder.table("communes")) {
            if (text(line, "direct").equals(direct.number())) {
                var name = text(line, "name");
                var unit = called("unit." + text(line, "kind"), name);
                bases.add(new Base(
                        row(direct, bases.size() + 1, called("committee", unit), "DB_CS", text(line, "kind")),
                        direct,
                        "hamlet",
                        0,
                        Integer.parseInt(text(line, "hamlets")),
                        unit,
                        Math.min(800, direct.khmer() * (40 + chance.nextInt(120)) / 100)));
            }
        }
        for (var line : folder.table("bases")) {
            var of = text(line, "direct");
            if (of.equals(direct.number())
                    || (of.equals("DISTRICT") && direct.type().equals("DB_HUYEN"))) {
                var name = text(line, "name").replace("{place}", direct.place());
                bases.add(new Base(
                        row(direct, bases.size() + 1, name, text(line, "type"), text(line, "kind")),
                        direct,
                        text(line, "trade").toLowerCase(Locale.ROOT),
                        Integer.parseInt(text(line, "weight")),
                        0,
                        name,
                        direct.khmer()));
            }
        }
        return bases;
    }

    private SampleOrganisation row(Direct direct, int number, String name, String type, String kind) {
        return new SampleOrganisation(
                code(direct.number(), three(number), "000", "000"), name, type, kind, direct.code());
    }

    /** How many cells each base has; together exactly as many as there have to be. */
    private int[] cellsOf(List<Base> bases) {
        var size = bases.size();
        var weights = new double[size];
        var least = new int[size];
        var most = new int[size];
        for (var at = 0; at < size; at++) {
            var base = bases.get(at);
            if (base.isCommune()) {
                least[at] = base.hamlets() + list("commune").length;
                most[at] = least[at];
            } else if (base.hasCells()) {
                weights[at] = base.weight();
                least[at] = LEAST_CELLS;
                most[at] = list(base.trade()).length;
            }
        }
        return Shares.of(figures.cells(), weights, least, most);
    }

    private void growCommune(Base base) {
        var unit = base.name();
        var isTown = !"XA".equals(base.row().kind());
        var taken = new HashSet<String>();
        var number = 0;
        for (var hamlet = 1; hamlet <= base.hamlets(); hamlet++) {
            var name = isTown
                    ? called("town", Integer.toString(hamlet))
                    : called("commune", hamletName(base.khmer(), taken));
            var place = new SampleTree.Place(name, unit, base.direct().place());
            add(base, "000", ++number, name, "hamlet", place);
        }
        for (var cell : list("commune")) {
            var colon = cell.indexOf(':');
            var name = cell.substring(colon + 1)
                    .replace("{unit}", unit)
                    .replace("{name}", isTown ? unit : unit.substring(unit.indexOf(' ') + 1));
            add(
                    base,
                    "000",
                    ++number,
                    name,
                    cell.substring(0, colon).toLowerCase(Locale.ROOT),
                    new SampleTree.Place(null, unit, base.direct().place()));
        }
    }

    private String hamletName(int khmer, HashSet<String> taken) {
        var from = Integer.parseInt(text(hamletNames, "khmer.from"));
        while (true) {
            var tongue = khmer >= from && chance.nextInt(1000) < khmer ? "khmer" : "vietnamese";
            var names = text(hamletNames, tongue).split("\\|");
            var name = names[chance.nextInt(names.length)];
            if (taken.add(name)) {
                return name;
            }
        }
    }

    private void growUnit(Base base, int cells) {
        var names = list(base.trade());
        var partials = partials(base);
        var number = 0;
        for (var partial = 0; partial < partials.size(); partial++) {
            var line = partials.get(partial);
            var middle = three(partial + 1);
            var code = code(base.direct().number(), baseNumber(base), middle, "000");
            rows.add(new SampleOrganisation(
                    code, text(line, "name"), "DB_BP", null, base.row().code()));
            for (var inside = Integer.parseInt(text(line, "cells")); inside > 0; inside--) {
                number++;
                add(base, middle, number, names[cells - number], base.trade(), place(base));
            }
        }
        for (var name : List.of(names).subList(0, cells - number)) {
            add(base, "000", ++number, name, base.trade(), place(base));
        }
    }

    private List<Map<String, String>> partials(Base base) {
        return folder.table("partials").stream()
                .filter(line -> text(line, "base").equals(base.row().name()))
                .toList();
    }

    private void add(Base base, String partial, int number, String name, String trade, SampleTree.Place place) {
        var direct = base.direct().number();
        var row = new SampleOrganisation(
                code(direct, baseNumber(base), partial, three(number)),
                called("cell", name),
                "CB_TT",
                null,
                code(direct, baseNumber(base), partial, "000"));
        rows.add(row);
        seedlings.add(new Seedling(row, trade, false, base.isCommune(), base.khmer(), place));
    }

    /** Gives each cell its size; together exactly all members. */
    private List<SampleTree.Cell> sized() {
        var size = seedlings.size();
        var weights = new double[size];
        var least = new int[size];
        var most = new int[size];
        for (var at = 0; at < size; at++) {
            var seedling = seedlings.get(at);
            weights[at] = Integer.parseInt(text(trades, seedling.trade() + ".size"))
                    * (0.6 + 0.4 * chance.nextDouble() + 0.4 * chance.nextDouble());
            least[at] =
                    seedling.base() ? LEAST_IN_BASE_CELL : seedling.commune() ? LEAST_IN_COMMUNE_CELL : LEAST_IN_CELL;
            most[at] = seedling.base() ? MOST_IN_BASE_CELL : MOST_IN_CELL;
        }
        var sizes = Shares.of(figures.members(), weights, least, most);
        var cells = new ArrayList<SampleTree.Cell>();
        for (var at = 0; at < size; at++) {
            var seedling = seedlings.get(at);
            cells.add(new SampleTree.Cell(
                    seedling.row().code(), seedling.trade(), sizes[at], seedling.khmer(), seedling.place()));
        }
        return List.copyOf(cells);
    }

    private static SampleTree.Place place(Base base) {
        return new SampleTree.Place(null, null, base.direct().place());
    }

    private static String baseNumber(Base base) {
        return base.row().code().split("\\.")[2];
    }

    private String[] list(String trade) {
        return text(cellNames, trade).split("\\|");
    }

    private String called(String pattern, String name) {
        return text(hamletNames, pattern).replace("{name}", name);
    }

    private static String three(int number) {
        return String.format(Locale.ROOT, "%03d", number);
    }

    private static String text(Map<String, String> line, String name) {
        return Objects.requireNonNull(line.get(name), name);
    }

    private static String text(Properties properties, String name) {
        return Objects.requireNonNull(properties.getProperty(name), name);
    }

    private String code(String direct, String base, String partial, String cell) {
        return String.join(".", figures.code(), direct, base, partial, cell);
    }
}

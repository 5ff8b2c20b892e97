package vn.partyregister.exchange;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a file mean, shown with its first rows below the headings.
 *
 * @param labels the names of the columns in the reader's language, by key
 * @param missing mandatory columns that no heading means
 * @param sheets the sheets that could be read, where there are several
 * @param encodings how the texts could be read instead, where there is a choice
 */
public record Mapping(
        List<Line> lines,
        List<Column> columns,
        Map<String, String> labels,
        List<Column> missing,
        List<String> sheets,
        List<Encoding> encodings) {
    private static final int SHOWN_ROWS = 5;
    private static final int SHOWN_LETTERS = 60;

    public Mapping {
        lines = List.copyOf(lines);
        columns = List.copyOf(columns);
        labels = Map.copyOf(labels);
        missing = List.copyOf(missing);
        sheets = List.copyOf(sheets);
        encodings = List.copyOf(encodings);
    }

    /** The name of a column in the reader's language. */
    public String label(Column column) {
        return labels.getOrDefault(column.key(), column.heading());
    }

    public String missingNames() {
        return missing.stream().map(this::label).collect(Collectors.joining(", "));
    }

    /** A column of the file: its heading, what it means, and what stands below it. */
    public record Line(Heading heading, List<String> cells) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    /** A way to read the texts of the file. */
    public record Encoding(String code, String label) {}

    static Mapping of(Upload upload, SheetFile file, List<Heading> headings, RowKind kind, ColumnLabels names) {
        List<SheetRow> rows;
        try (var all = file.rows()) {
            rows = all.filter(row -> row.number() >= upload.firstRow())
                    .limit(SHOWN_ROWS)
                    .toList();
        }
        var lines = headings.stream()
                .map(heading -> new Line(
                        heading,
                        rows.stream()
                                .map(row -> shown(row.at(heading.position()), column(kind, heading)))
                                .toList()))
                .toList();
        var missing = kind.columns().stream()
                .filter(Column::mandatory)
                .filter(column ->
                        headings.stream().noneMatch(heading -> column.key().equals(heading.column())))
                .toList();
        var encodings = file.encodings().stream()
                .map(encoding -> new Encoding(encoding.name(), encoding.label()))
                .toList();
        var labels = kind.columns().stream().collect(Collectors.toMap(Column::key, names::label));
        return new Mapping(lines, kind.columns(), labels, missing, file.sheets(), encodings);
    }

    private static @Nullable Column column(RowKind kind, Heading heading) {
        return Staging.column(kind, heading.column()).orElse(null);
    }

    private static String shown(Cell cell, @Nullable Column column) {
        var text = cell.kind() == Cell.Kind.FORMULA && !cell.text().startsWith("=") ? "=" + cell.text() : cell.text();
        var masked = column == null ? text : Staging.shown(text, column);
        return masked.length() <= SHOWN_LETTERS ? masked : masked.substring(0, SHOWN_LETTERS) + "…";
    }
}

package vn.partyregister.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The table of figures beside their floors, printed and kept under target/bench. */
final class Report {
    private static final Path FOLDER = Path.of("target", "bench");
    private final String name;
    private final List<String> lines = new ArrayList<>();

    Report(String name) {
        this.name = name;
        lines.add("| Work | Measured | Floor of the same run | Must reach | |");
        lines.add("| --- | ---: | ---: | --- | --- |");
    }

    void line(String work, String measured, String floor, String budget, boolean reached) {
        lines.add("| %s | %s | %s | %s | %s |".formatted(work, measured, floor, budget, reached ? "yes" : "**no**"));
        System.out.println(lines.getLast());
    }

    void write() throws IOException {
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve(name + ".md"), String.join("\n", lines) + "\n");
    }
}

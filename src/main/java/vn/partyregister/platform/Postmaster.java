package vn.partyregister.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the pid file of a cluster says of the server that wrote it: its process, its folder, when it began. The number of
 * a process is given again, and a folder is copied with its pid file, so a number alone is nobody's name.
 */
record Postmaster(Path cluster, List<String> lines) {
    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    static Postmaster of(Path cluster) throws IOException {
        var file = file(cluster);
        return new Postmaster(cluster, Files.exists(file) ? Files.readAllLines(file) : List.of());
    }

    /** The server of this cluster, if it runs; nothing where the file is broken or speaks of another process. */
    Optional<ProcessHandle> process() throws IOException {
        var folder = line(1);
        if (folder.isEmpty() || !Files.isDirectory(Path.of(folder)) || !Files.isSameFile(Path.of(folder), cluster)) {
            return Optional.empty();
        }
        return number(0).flatMap(ProcessHandle::of).filter(this::isTheServer);
    }

    private boolean isTheServer(ProcessHandle process) {
        var began = number(2).map(Instant::ofEpochSecond);
        var said = process.info();
        return said.command().map(Path::of).map(Path::getFileName).stream()
                        .map(Path::toString)
                        .anyMatch(name -> name.equals("postgres") || name.equals("postgres.exe"))
                && began.isPresent()
                && said.startInstant()
                        .map(start -> Duration.between(start, began.get()).abs().compareTo(AT_ONCE) <= 0)
                        .orElse(true);
    }

    private Optional<Long> number(int line) {
        var text = line(line);
        return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private String line(int line) {
        return lines.size() > line ? lines.get(line).strip() : "";
    }
}

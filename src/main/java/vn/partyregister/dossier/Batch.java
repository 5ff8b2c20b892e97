package vn.partyregister.dossier;

import java.util.List;

/** Several scans sent at once, and where each would go. */
public record Batch(BatchId id, List<BatchFile> files) {
    public Batch {
        files = List.copyOf(files);
    }

    public long matched() {
        return files.stream()
                .filter(file -> file.verdict() == BatchFile.Verdict.MATCHED)
                .count();
    }
}

package vn.partyregister.dossier;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.partyregister.membership.MemberFiles;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.reference.Certainty;

/** The papers of one member: what must be there, and what is. */
public record MemberPapers(MemberFiles.Brief member, List<Required> required, List<Scan> scans) {
    public MemberPapers {
        required = List.copyOf(required);
        scans = List.copyOf(scans);
    }

    public long missing() {
        return required.stream().filter(paper -> !paper.there()).count();
    }

    /**
     * A paper that the file must hold.
     *
     * @param directive the guidance that asks for it; null where none was seen
     */
    public record Required(
            String code,
            String name,
            @Nullable String form,
            @Nullable String directive,
            Certainty certainty,
            boolean there) {}

    /**
     * A scan in the file.
     *
     * @param kind in the reader's language
     * @param reason why it was taken back; null while it counts
     */
    public record Scan(
            ScanId id,
            String kind,
            ScanFormat format,
            int pages,
            int bytes,
            @Nullable LocalDate dated,
            @Nullable String note,
            Timestamp recordedAt,
            String recordedBy,
            @Nullable String reason,
            @Nullable String takenBackBy) {
        public LocalDateTime when() {
            return LocalDateTime.ofInstant(recordedAt.toInstant(), BusinessDay.ZONE);
        }

        /** Never none: a small scan has a kilobyte. */
        public int kilobytes() {
            return Math.max(1, bytes / 1024);
        }
    }
}

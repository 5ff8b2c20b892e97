package vn.partyregister.exchange;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Scope;

/**
 * One upload and how far it has come.
 *
 * @param encoding how the text of the file was read; null where its format leaves no choice
 * @param headerRow the row of the headings; null where none was found
 * @param firstRow the first row below the headings
 * @param scope how far the uploader's right to import reaches
 * @param rowsRead rows read so far while staging
 * @param rowsDone rows written, of {@code rowsTotal} to be written
 * @param clearedAt when its file and its rows were deleted; null while they are kept
 * @param refusal why the file or the last step was refused, as a message key
 */
public record Upload(
        ImportId id,
        String kind,
        Purpose purpose,
        String fileName,
        @Nullable String format,
        @Nullable String encoding,
        @Nullable String sheet,
        @Nullable Integer headerRow,
        int firstRow,
        State state,
        @Nullable UUID accountId,
        String username,
        @Nullable String address,
        Scope scope,
        Instant uploadedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant clearedAt,
        int rowsRead,
        int rowsTotal,
        int rowsDone,
        @Nullable String refusal,
        List<String> refusalArguments) {
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm").withZone(BusinessDay.ZONE);

    public Upload {
        refusalArguments = List.copyOf(refusalArguments);
    }

    /** Written rows of a hundred. */
    public int percent() {
        return rowsTotal == 0 ? 0 : (int) (100L * rowsDone / rowsTotal);
    }

    public boolean isComparison() {
        return purpose == Purpose.COMPARE;
    }

    /** Whether its file and its rows are deleted already. */
    public boolean isCleared() {
        return clearedAt != null;
    }

    /** When it was uploaded, as people write it here. */
    public String when() {
        return WRITTEN.format(uploadedAt);
    }

    Author author() {
        return new Author(accountId, username, address);
    }

    static Scope scope(boolean everything, UUID[] organisations) {
        return everything ? Scope.EVERYTHING : Scope.of(Set.copyOf(Arrays.asList(organisations)));
    }
}

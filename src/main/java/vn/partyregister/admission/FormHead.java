package vn.partyregister.admission;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.partyregister.admission.CellFacts.Upward;
import vn.partyregister.reference.DossierForm.Writer;

/**
 * Who writes a form, and where: what stands at the head of the page.
 *
 * @param place the locality that an organisation is named after
 */
record FormHead(
        @Nullable String superior,
        @Nullable String body,
        @Nullable String place) {
    /** {@code Đảng bộ xã Bình Phú} lies in Bình Phú. */
    private static final Pattern LOCALITY =
            Pattern.compile("(?iu).*?(?:xã|phường|thị trấn|đặc khu|huyện|thị xã|quận|thành phố|tỉnh) (\\p{Lu}.*)");

    /** @param decider who issued the decision, as the case knows it */
    static FormHead of(Writer writer, Upward upward, @Nullable String decider) {
        return switch (writer) {
            case CELL, CELL_COMMITTEE ->
                new FormHead(
                        first(upward.partial(), upward.base(), upward.above()),
                        upward.cell(),
                        place(upward.base(), upward.above(), upward.province()));
            case PARTIAL ->
                new FormHead(upward.base(), upward.partial(), place(upward.base(), upward.above(), upward.province()));
            case BASE ->
                new FormHead(upward.above(), upward.base(), place(upward.base(), upward.above(), upward.province()));
            case COMPETENT ->
                new FormHead(
                        Objects.equals(decider, upward.province()) ? null : upward.province(),
                        decider,
                        place(decider, upward.above(), upward.province()));
            case CANDIDATE, INTRODUCER, HELPER, UNION, WORKPLACE, RESIDENCE, TRAINING_CENTRE ->
                new FormHead(null, null, null);
        };
    }

    private static @Nullable String first(@Nullable String... names) {
        return Stream.of(names).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static @Nullable String place(@Nullable String... names) {
        return Stream.of(names)
                .filter(Objects::nonNull)
                .map(LOCALITY::matcher)
                .filter(name -> name.matches())
                .map(name -> name.group(1))
                .findFirst()
                .orElse(null);
    }
}

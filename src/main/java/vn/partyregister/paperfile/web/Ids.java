package vn.partyregister.paperfile.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Ids that a page sends with its boxes and buttons: what is no id was not ticked on any page of ours, and is left out. */
final class Ids {
    private Ids() {}

    static List<UUID> read(List<String> written) {
        return written.stream().flatMap(Ids::one).distinct().toList();
    }

    private static Stream<UUID> one(String written) {
        try {
            return Stream.of(UUID.fromString(written));
        } catch (IllegalArgumentException _) {
            return Stream.empty();
        }
    }
}

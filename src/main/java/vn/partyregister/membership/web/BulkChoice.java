package vn.partyregister.membership.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/**
 * What was sent from a member list to begin a work.
 *
 * @param act what is to be done
 * @param all for all that the list finds, instead of those ticked
 * @param members those ticked; what is no id is nobody
 */
record BulkChoice(String act, boolean all, List<UUID> members) {
    static BulkChoice of(MultiValueMap<String, String> given) {
        var act = given.getFirst("act");
        return new BulkChoice(
                act == null ? "" : act,
                given.containsKey("all"),
                given.getOrDefault("member", List.of()).stream()
                        .flatMap(BulkChoice::id)
                        .distinct()
                        .toList());
    }

    private static Stream<UUID> id(String written) {
        try {
            return Stream.of(UUID.fromString(written));
        } catch (IllegalArgumentException _) {
            return Stream.empty();
        }
    }
}

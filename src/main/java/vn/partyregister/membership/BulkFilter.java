package vn.partyregister.membership;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.partyregister.platform.Parameters;

/**
 * Which people of a work a page shows; a part that is null leaves them as they are.
 *
 * @param reason a reason's message key
 */
public record BulkFilter(
        @Nullable BulkVerdict verdict, @Nullable String reason) {
    public static BulkFilter read(Parameters given) {
        return new BulkFilter(given.oneOf("verdict", BulkVerdict.class), given.text("reason"));
    }

    /** The address of the people under a path. */
    public String address(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        if (verdict != null) {
            address.queryParam("verdict", verdict);
        }
        if (reason != null) {
            address.queryParam("reason", "{reason}");
        }
        return address.encode()
                .build(reason == null ? Map.of() : Map.of("reason", reason))
                .toString();
    }
}

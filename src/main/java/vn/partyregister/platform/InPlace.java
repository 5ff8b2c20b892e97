package vn.partyregister.platform;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** In whose place something is done: by a role that somebody who is away has lent, where one's own do not reach. */
@FunctionalInterface
public interface InPlace {
    /** By roles of one's own. */
    InPlace OF_NOBODY = _ -> List.of();

    /**
     * The usernames of those who are away.
     *
     * @param organisation where what is done belongs, null where it belongs to the whole register
     */
    List<String> of(@Nullable UUID organisation);
}

package vn.partyregister.membership;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;
import vn.partyregister.organisation.Decision;

/**
 * Somebody who has long been a member and is missing from the register.
 *
 * @param cells what is known of them, by the columns of the member sheet and as one would write it there
 * @param decision of their admission, where it is known
 * @param source the paper that says all this
 */
public record Opening(Map<String, String> cells, @Nullable Decision decision, String source) {
    public Opening {
        cells = Map.copyOf(cells);
        Assert.hasText(source, "an opening rests on a paper");
    }
}

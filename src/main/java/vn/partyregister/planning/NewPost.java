package vn.partyregister.planning;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.partyregister.member.MemberId;

/**
 * Somebody who comes to hold a post of a place.
 *
 * @param post a code of {@code hamlet-post}
 * @param holder as they are called; a member is called as in the register
 * @param member null for who is no member
 */
public record NewPost(
        PlaceId place,
        String post,
        @Nullable String holder,
        @Nullable MemberId member,
        LocalDate from) {}

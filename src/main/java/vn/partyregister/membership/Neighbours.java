package vn.partyregister.membership;

import org.jspecify.annotations.Nullable;
import vn.partyregister.member.MemberId;

/**
 * Where somebody stands in a member list.
 *
 * @param place from 1
 * @param total how many the list has
 * @param previous who stands before them, null for the first
 * @param next who stands behind them, null for the last
 */
public record Neighbours(
        long place,
        long total,
        @Nullable MemberId previous,
        @Nullable MemberId next) {}

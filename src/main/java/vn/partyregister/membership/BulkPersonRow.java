package vn.partyregister.membership;

import org.jspecify.annotations.Nullable;
import vn.partyregister.member.MemberId;

/**
 * One person of a work, as its pages show them.
 *
 * @param fullName null, as {@code organisation} is, where the reader's right does not reach
 * @param verdict null until judged
 * @param before what stood there before, where the act takes its place
 */
public record BulkPersonRow(
        MemberId member,
        @Nullable String fullName,
        @Nullable String organisation,
        @Nullable BulkVerdict verdict,
        @Nullable String before,
        @Nullable BulkReason reason) {}

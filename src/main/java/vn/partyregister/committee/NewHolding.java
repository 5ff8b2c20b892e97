package vn.partyregister.committee;

import java.time.LocalDate;
import vn.partyregister.member.MemberId;

/**
 * Somebody who comes to a post.
 *
 * @param place the order in which the holders of a post are named, from 1
 */
public record NewHolding(TermId term, MemberId member, String post, Manner manner, int place, LocalDate from) {}

/** The pages of plans, targets and places. Nothing imports this package. */
@NullMarked
package vn.partyregister.planning.web;

import org.jspecify.annotations.NullMarked;

/** The pages of committees and of who holds which post. Nothing imports this package. */
@NullMarked
package vn.partyregister.committee.web;

import org.jspecify.annotations.NullMarked;

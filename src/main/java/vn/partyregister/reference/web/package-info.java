/** The pages of the rulebook. Nothing imports this package. */
@NullMarked
package vn.partyregister.reference.web;

import org.jspecify.annotations.NullMarked;

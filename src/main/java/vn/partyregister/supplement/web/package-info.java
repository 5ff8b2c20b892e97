/** The pages of supplements and their campaigns. Nothing imports this package. */
@NullMarked
package vn.partyregister.supplement.web;

import org.jspecify.annotations.NullMarked;

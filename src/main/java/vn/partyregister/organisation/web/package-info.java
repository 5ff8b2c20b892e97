/** The pages of the tree. Nothing imports this package. */
@NullMarked
package vn.partyregister.organisation.web;

import org.jspecify.annotations.NullMarked;

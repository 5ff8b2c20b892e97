/** The pages of the journal and of the member list. Nothing imports this package. */
@NullMarked
package vn.partyregister.membership.web;

import org.jspecify.annotations.NullMarked;

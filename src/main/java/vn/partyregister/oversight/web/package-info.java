/** The pages on accounts and on the audit trail. Nothing imports this package. */
@NullMarked
package vn.partyregister.oversight.web;

import org.jspecify.annotations.NullMarked;

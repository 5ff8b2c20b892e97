/** Pages of transfers. */
@NullMarked
package vn.partyregister.transfer.web;

import org.jspecify.annotations.NullMarked;

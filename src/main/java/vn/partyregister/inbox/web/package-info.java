/** The page of the inbox. */
@NullMarked
package vn.partyregister.inbox.web;

import org.jspecify.annotations.NullMarked;

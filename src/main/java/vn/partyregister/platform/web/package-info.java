/** The shell around every page; nothing imports this package. */
@NullMarked
package vn.partyregister.platform.web;

import org.jspecify.annotations.NullMarked;

/** The home page. Nothing imports this package. */
@NullMarked
package vn.partyregister.dashboard.web;

import org.jspecify.annotations.NullMarked;

/** Signing in. Nothing imports this package. */
@NullMarked
package vn.partyregister.access.web;

import org.jspecify.annotations.NullMarked;

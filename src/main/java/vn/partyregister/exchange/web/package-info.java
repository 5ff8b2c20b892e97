/** The pages of the imports; nothing imports this package. */
@NullMarked
package vn.partyregister.exchange.web;

import org.jspecify.annotations.NullMarked;

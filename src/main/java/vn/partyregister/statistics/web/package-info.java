/** The pages of the statistical forms. Nothing imports this package. */
@NullMarked
package vn.partyregister.statistics.web;

import org.jspecify.annotations.NullMarked;

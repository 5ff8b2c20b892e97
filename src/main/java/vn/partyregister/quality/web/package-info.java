/** The pages of data quality. Nothing imports this package. */
@NullMarked
package vn.partyregister.quality.web;

import org.jspecify.annotations.NullMarked;

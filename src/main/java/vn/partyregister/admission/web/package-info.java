/** The pages of admissions; nothing else uses this package. */
@NullMarked
package vn.partyregister.admission.web;

import org.jspecify.annotations.NullMarked;

/** The pages of members' papers. Nothing imports this package. */
@NullMarked
package vn.partyregister.dossier.web;

import org.jspecify.annotations.NullMarked;

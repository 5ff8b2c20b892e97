/** The pages of the paper files, their hand-overs and their counts. Nothing imports this package. */
@NullMarked
package vn.partyregister.paperfile.web;

import org.jspecify.annotations.NullMarked;

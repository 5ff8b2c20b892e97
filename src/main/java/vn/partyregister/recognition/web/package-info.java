/** The pages of cards, badges and their stock. Nothing imports this package. */
@NullMarked
package vn.partyregister.recognition.web;

import org.jspecify.annotations.NullMarked;

/** The pages of classes, of those who attend them and of their certificates. Nothing imports this package. */
@NullMarked
package vn.partyregister.training.web;

import org.jspecify.annotations.NullMarked;

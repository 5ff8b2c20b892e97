@org.jspecify.annotations.NullMarked
package vn.partyregister;

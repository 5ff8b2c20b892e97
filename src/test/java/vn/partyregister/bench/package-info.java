/** What the program takes, beside the least it could take: {@code mvn -Pbench verify}. */
@org.jspecify.annotations.NullMarked
package vn.partyregister.bench;

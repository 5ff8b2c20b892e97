package vn.partyregister.exchange;

import java.util.Optional;

/** Finds a code by its code, name or synonym. */
@FunctionalInterface
interface Codes {
    Optional<String> match(String list, String written);
}

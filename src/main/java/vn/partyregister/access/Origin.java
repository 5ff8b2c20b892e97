package vn.partyregister.access;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.net.InetAddress;

/**
 * Where a sign-in comes from.
 *
 * @param thisMachine the very machine the program runs on, asked directly and not through a proxy
 */
record Origin(String address, boolean thisMachine) implements Serializable {
    static Origin of(HttpServletRequest request) {
        var address = request.getRemoteAddr();
        return new Origin(
                address,
                isLoopback(address)
                        && request.getHeader("Forwarded") == null
                        && request.getHeader("X-Forwarded-For") == null);
    }

    private static boolean isLoopback(String address) {
        return InetAddress.ofLiteral(address).isLoopbackAddress();
    }
}

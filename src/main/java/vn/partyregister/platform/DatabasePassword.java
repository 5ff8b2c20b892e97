package vn.partyregister.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The password of the embedded database's roles: random, made at the first start, kept beside the key. */
final class DatabasePassword {
    private static final int BYTES = 24;

    private DatabasePassword() {}

    static String in(Path data) throws IOException {
        var file = data.resolve("keys").resolve("database.key");
        return new String(PrivateFile.readOrMake(file, DatabasePassword::fresh), StandardCharsets.US_ASCII);
    }

    private static byte[] fresh() {
        var random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random).getBytes(StandardCharsets.US_ASCII);
    }
}

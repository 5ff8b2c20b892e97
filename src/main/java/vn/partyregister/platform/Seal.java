package vn.partyregister.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Seals what may not lie open in the database: citizen numbers and uploaded files. The key stands in a file beside the
 * database, never in it; without that file nothing sealed can be read again.
 */
@Component
public class Seal {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /** One for each thread: to find it among the providers takes longer than to open a number with it. */
    private static final ThreadLocal<Cipher> CIPHER = ThreadLocal.withInitial(Seal::cipher);

    private final SecureRandom random = new SecureRandom();
    private final SecretKey sealing;
    private final SecretKey hashing;

    Seal(RegisterProperties register) {
        var key = read(register.data().resolve("keys").resolve("register.key"));
        sealing = new SecretKeySpec(Arrays.copyOf(key, KEY_BYTES), "AES");
        hashing = new SecretKeySpec(Arrays.copyOfRange(key, KEY_BYTES, 2 * KEY_BYTES), "HmacSHA256");
    }

    /** Sealed so that only this register's key opens it; never the same twice. */
    public byte[] seal(byte[] open) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var cipher = CIPHER.get();
            cipher.init(Cipher.ENCRYPT_MODE, sealing, new GCMParameterSpec(TAG_BITS, nonce));
            var sealed = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(open.length));
            cipher.doFinal(open, 0, open.length, sealed, NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What was sealed. */
    public byte[] open(byte[] sealed) {
        try {
            var cipher = CIPHER.get();
            cipher.init(Cipher.DECRYPT_MODE, sealing, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE_BYTES));
            return cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (GeneralSecurityException foreign) {
            throw new IllegalStateException("not sealed with this register's key", foreign);
        }
    }

    public byte[] seal(String open) {
        return seal(open.getBytes(StandardCharsets.UTF_8));
    }

    public String openText(byte[] sealed) {
        return new String(open(sealed), StandardCharsets.UTF_8);
    }

    /** A keyed hash: equal for equal texts, and tells nothing without the key. */
    public byte[] hash(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(hashing);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] read(Path file) {
        try {
            var key = PrivateFile.readOrMake(file, () -> {
                var fresh = new byte[2 * KEY_BYTES];
                random.nextBytes(fresh);
                return fresh;
            });
            if (key.length != 2 * KEY_BYTES) {
                throw new IllegalStateException("the key file " + file + " is not whole");
            }
            return key;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package vn.partyregister.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.VietnameseText;

/** What a password must be, and how it is kept. */
@Component
class Passwords {
    /** BCrypt reads no further. */
    private static final int MOST_BYTES = 72;

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUP = 4;
    private static final int FEWEST_GROUPS = 4;

    private final SecureRandom random = new SecureRandom();
    private final PasswordEncoder encoder;
    private final SignInProperties properties;

    Passwords(PasswordEncoder encoder, SignInProperties properties) {
        this.encoder = encoder;
        this.properties = properties;
    }

    /** Composed, so that the same letters typed on another keyboard are the same password. */
    static String composed(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC);
    }

    /** The hash of a password that is long enough and does not repeat the user name. */
    String chosen(String username, String typed) {
        var password = composed(typed);
        if (password.codePointCount(0, password.length()) < properties.passwordLength()) {
            throw new Refusal.RuleBroken("access.password.too-short", properties.passwordLength());
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new Refusal.RuleBroken("access.password.too-long", MOST_BYTES);
        }
        if (username.length() >= GROUP && VietnameseText.folded(password).contains(username)) {
            throw new Refusal.RuleBroken("access.password.tells-the-username");
        }
        if (password.codePoints().distinct().count() <= GROUP) {
            throw new Refusal.RuleBroken("access.password.repeats-itself");
        }
        return hash(password);
    }

    String hash(String password) {
        return hashed(composed(password));
    }

    boolean matches(String typed, String hash) {
        return encoder.matches(composed(typed), hash);
    }

    /** A password to read out or write down once: no letters that look alike. */
    String temporary() {
        var groups = Math.max(FEWEST_GROUPS, Math.ceilDiv(properties.passwordLength() + 1, GROUP + 1));
        var password = new StringBuilder();
        for (var group = 0; group < groups; group++) {
            password.append(group == 0 ? "" : "-");
            for (var letter = 0; letter < GROUP; letter++) {
                password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
        }
        return password.toString();
    }

    private String hashed(String password) {
        var hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("a password has a hash");
        }
        return hash;
    }
}

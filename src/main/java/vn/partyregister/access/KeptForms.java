package vn.partyregister.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.partyregister.platform.KeptFields;
import vn.partyregister.platform.Seal;

/** What people had typed when their session ended: sealed, for whoever typed it alone, shown once, for an hour. */
@Service
@Transactional
class KeptForms {
    private static final int TOKEN_BYTES = 24;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Seal seal;
    private final Duration lasts;

    KeptForms(JdbcClient jdbc, JsonMapper json, Seal seal, SignInProperties properties) {
        this.jdbc = jdbc;
        this.json = json;
        this.seal = seal;
        this.lasts = properties.typedTextKept();
    }

    /** Keeps the fields of a form, and tells the word that finds them again. */
    String keep(UUID account, KeptFields fields) {
        sweep();
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("insert into access.kept_form (token_hash, account_id, sealed) values (:hash, :account, :sealed)")
                .param("hash", seal.hash(token))
                .param("account", account)
                .param("sealed", seal.seal(json.writeValueAsString(new Kept(fields.action(), fields.fields()))))
                .update();
        return token;
    }

    /** The fields behind the word, where this account typed them; they are gone then. */
    Optional<KeptFields> take(String token, UUID account) {
        sweep();
        return jdbc.sql(
                        "delete from access.kept_form where token_hash = :hash and account_id = :account returning sealed")
                .param("hash", seal.hash(token))
                .param("account", account)
                .query((row, _) -> json.readValue(seal.openText(row.getBytes("sealed")), Kept.class))
                .optional()
                .map(kept -> new KeptFields(kept.action(), kept.fields()));
    }

    private void sweep() {
        jdbc.sql("delete from access.kept_form where kept_at < now() - make_interval(secs => :seconds)")
                .param("seconds", lasts.toSeconds())
                .update();
    }

    private record Kept(String action, Map<String, List<String>> fields) {}
}

package vn.partyregister.access;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Refusal;

/** Somebody who can sign in. What they may do is told by their grants. */
@Entity
@Table(schema = "access")
public class Account {
    @EmbeddedId
    private AccountId id;

    @Version
    private @Nullable Integer version;

    private String username;
    private String name;
    private String passwordHash;
    private boolean mustChange;
    private boolean sample;
    private @Nullable LocalDate endedOn;

    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    private Account(String username, String name, String passwordHash, boolean mustChange, boolean sample) {
        this.id = AccountId.next();
        this.username = username;
        this.name = name;
        this.passwordHash = passwordHash;
        this.mustChange = mustChange;
        this.sample = sample;
    }

    /** With a temporary password, to be changed at the first sign-in. */
    static Account open(String username, String name, String temporaryHash) {
        return new Account(username, name, temporaryHash, true, false);
    }

    /** With a password of the owner's own choosing. */
    static Account openByOwner(String username, String name, String passwordHash) {
        return new Account(username, name, passwordHash, false, false);
    }

    /** Signs in only in a sample register, and only from the machine it runs on. */
    static Account openForSample(String username, String name, String passwordHash) {
        return new Account(username, name, passwordHash, false, true);
    }

    Account choosePassword(String hash) {
        passwordHash = hash;
        mustChange = false;
        return this;
    }

    Account takeTemporaryPassword(String hash) {
        requireNotEnded();
        passwordHash = hash;
        mustChange = true;
        return this;
    }

    Account end(LocalDate day) {
        requireNotEnded();
        endedOn = day;
        return this;
    }

    Account requireNotEnded() {
        if (endedOn != null) {
            throw new Refusal.RuleBroken("access.account-ended", username);
        }
        return this;
    }

    String passwordHash() {
        return passwordHash;
    }

    public AccountId id() {
        return id;
    }

    public String username() {
        return username;
    }

    public String name() {
        return name;
    }

    /** Whether the password is a temporary one. */
    public boolean mustChange() {
        return mustChange;
    }

    public boolean sample() {
        return sample;
    }

    /** The first day on which the account is no more. */
    public @Nullable LocalDate endedOn() {
        return endedOn;
    }
}

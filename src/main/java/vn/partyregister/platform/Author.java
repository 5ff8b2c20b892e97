package vn.partyregister.platform;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who writes: the account, as it stood, and the address it came from. Bound to the running request or job, so that no
 * method has to hand it on.
 *
 * @param account null for the program itself (first start, schedules)
 * @param inPlace whose roles they use; asked for when something is written
 */
public record Author(
        @Nullable UUID account, String username, @Nullable String address, InPlace inPlace) {
    /** The name of somebody who is not signed in. */
    public static final String UNKNOWN = "?";

    /** The program itself. */
    public static final Author PROGRAM = new Author(null, "program", null);

    private static final ScopedValue<Author> CURRENT = ScopedValue.newInstance();

    public Author(@Nullable UUID account, String username, @Nullable String address) {
        this(account, username, address, InPlace.OF_NOBODY);
    }

    /** The author of what runs now; the program itself where nobody asked. */
    public static Author current() {
        return CURRENT.isBound() ? CURRENT.get() : PROGRAM;
    }

    /** Does the work in this author's name. */
    public <T extends @Nullable Object, X extends Throwable> T writing(ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }
}

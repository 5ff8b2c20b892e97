package vn.partyregister.audit;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Visitor;

/** Tells who reads the trail what subjects of one kind are called. Each module answers for its own. */
public interface SubjectNames {
    /** The kind of {@link AuditTrail.Subject} that is named here. */
    String kind();

    /** The names of those that this visitor may look at, all in one question; the others are left out. */
    Map<UUID, Name> names(Collection<UUID> subjects, Visitor visitor);

    /**
     * What a subject is called.
     *
     * @param address its page, null where the visitor may not open it
     */
    record Name(String text, @Nullable String address) {}
}

package vn.partyregister.platform;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking, and how far each permission of theirs reaches on this business day. Made anew for each request, so
 * that a grant that ends ends at once.
 *
 * @param home the organisation whose figures open the day: the highest one granted; null for who keeps accounts only
 */
public record Visitor(
        UUID account,
        String username,
        String name,
        @Nullable UUID home,
        Map<Permission, Scope> scopes) {
    public Visitor {
        scopes = Map.copyOf(scopes);
    }

    public boolean may(Permission permission) {
        return scopes.containsKey(permission);
    }

    /** For templates: {@code visitor.may('IMPORT')}. */
    public boolean may(String permission) {
        return may(Permission.valueOf(permission));
    }

    /** How far this permission reaches; nothing where it is not held. */
    public Scope scope(Permission permission) {
        return scopes.getOrDefault(permission, Scope.NOTHING);
    }
}

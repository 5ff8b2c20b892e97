package vn.partyregister.access;

import static vn.partyregister.platform.Permission.EXPORT;
import static vn.partyregister.platform.Permission.GOVERN_REGISTER;
import static vn.partyregister.platform.Permission.IMPORT;
import static vn.partyregister.platform.Permission.KEEP_ACCOUNTS;
import static vn.partyregister.platform.Permission.KEEP_COMMITTEES;
import static vn.partyregister.platform.Permission.KEEP_MEMBERS;
import static vn.partyregister.platform.Permission.KEEP_ORGANISATIONS;
import static vn.partyregister.platform.Permission.KEEP_PAPERS;
import static vn.partyregister.platform.Permission.KEEP_SENSITIVE;
import static vn.partyregister.platform.Permission.READ_AUDIT;
import static vn.partyregister.platform.Permission.READ_MEMBERS;
import static vn.partyregister.platform.Permission.READ_ORGANISATIONS;
import static vn.partyregister.platform.Permission.READ_PAPERS;
import static vn.partyregister.platform.Permission.READ_RULEBOOK;
import static vn.partyregister.platform.Permission.READ_SENSITIVE;
import static vn.partyregister.platform.Permission.SEE_CITIZEN_NUMBERS;
import static vn.partyregister.platform.Permission.SEE_HOME;

import java.util.EnumSet;
import java.util.Set;
import vn.partyregister.platform.Permission;

/** What somebody is in the register. A role is granted on an organisation and reaches its subtree. */
public enum Role {
    /** Bí thư chi bộ. */
    CELL_SECRETARY(SEE_HOME, READ_ORGANISATIONS, READ_MEMBERS, READ_RULEBOOK, EXPORT),
    /** Cán bộ của cấp ủy: daily entry. */
    CLERK(
            SEE_HOME,
            READ_ORGANISATIONS,
            KEEP_ORGANISATIONS,
            READ_MEMBERS,
            KEEP_MEMBERS,
            SEE_CITIZEN_NUMBERS,
            READ_SENSITIVE,
            KEEP_SENSITIVE,
            KEEP_COMMITTEES,
            READ_PAPERS,
            KEEP_PAPERS,
            EXPORT,
            IMPORT,
            READ_RULEBOOK),
    /** Ban Tổ chức Tỉnh ủy. */
    BOARD(
            SEE_HOME,
            READ_ORGANISATIONS,
            KEEP_ORGANISATIONS,
            READ_MEMBERS,
            KEEP_MEMBERS,
            SEE_CITIZEN_NUMBERS,
            READ_SENSITIVE,
            KEEP_SENSITIVE,
            KEEP_COMMITTEES,
            READ_PAPERS,
            KEEP_PAPERS,
            EXPORT,
            IMPORT,
            GOVERN_REGISTER,
            READ_RULEBOOK),
    /** Ủy ban Kiểm tra: files read-only. */
    INSPECTOR(SEE_HOME, READ_ORGANISATIONS, READ_MEMBERS, READ_SENSITIVE, READ_PAPERS, READ_RULEBOOK, EXPORT),
    /** The audit trail, read-only. */
    AUDITOR(SEE_HOME, READ_ORGANISATIONS, READ_MEMBERS, READ_RULEBOOK, READ_AUDIT),
    /** Accounts and settings; no member data. */
    ADMIN(KEEP_ACCOUNTS, READ_RULEBOOK);

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy
    private final Set<Permission> permissions;

    Role(Permission first, Permission... others) {
        this.permissions = Set.copyOf(EnumSet.of(first, others));
    }

    /** Whether its holder checks what others keep. */
    boolean checks() {
        return this == INSPECTOR || this == AUDITOR;
    }

    /** Whether its holder keeps what others check. */
    boolean keeps() {
        return permissions.contains(KEEP_MEMBERS);
    }

    /** What it lets its holder do. */
    public Set<Permission> permissions() {
        return permissions;
    }

    /** What it lets its holder do besides, while there is no organisation that a role could be granted on. */
    Set<Permission> beforeTheFirstOrganisation() {
        return this == ADMIN ? Set.of(READ_ORGANISATIONS, KEEP_ORGANISATIONS) : Set.of();
    }
}

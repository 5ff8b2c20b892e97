package vn.partyregister.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import vn.partyregister.platform.Permission;

/** Who may what, written out once more beside the code: whoever changes a role changes it in two places, knowingly. */
@NullMarked
class RoleTests {
    /** Each permission with the roles that hold it; the own account is everybody's and no role's. */
    private static final String TABLE = """
            SEE_HOME            CELL_SECRETARY CLERK BOARD INSPECTOR AUDITOR
            READ_ORGANISATIONS  CELL_SECRETARY CLERK BOARD INSPECTOR AUDITOR
            KEEP_ORGANISATIONS  CLERK BOARD
            READ_MEMBERS        CELL_SECRETARY CLERK BOARD INSPECTOR AUDITOR
            KEEP_MEMBERS        CLERK BOARD
            SEE_CITIZEN_NUMBERS CLERK BOARD
            READ_SENSITIVE      CLERK BOARD INSPECTOR
            KEEP_SENSITIVE      CLERK BOARD
            KEEP_COMMITTEES     CLERK BOARD
            READ_PAPERS         CLERK BOARD INSPECTOR
            KEEP_PAPERS         CLERK BOARD
            EXPORT              CELL_SECRETARY CLERK BOARD INSPECTOR
            IMPORT              CLERK BOARD
            GOVERN_REGISTER     BOARD
            READ_RULEBOOK       CELL_SECRETARY CLERK BOARD INSPECTOR AUDITOR ADMIN
            READ_AUDIT          AUDITOR
            KEEP_ACCOUNTS       ADMIN
            OWN_ACCOUNT
            """;

    @Test
    void eachRoleMayWhatItsTableSaysAndNothingElse() {
        var held = Arrays.stream(Permission.values())
                .map(permission -> permission
                        + Arrays.stream(Role.values())
                                .filter(role -> role.permissions().contains(permission))
                                .map(role -> " " + role)
                                .collect(Collectors.joining()))
                .toList();
        assertThat(held)
                .isEqualTo(TABLE.lines()
                        .map(line -> line.strip().replaceAll(" +", " "))
                        .toList());
    }

    @Test
    void whoReadsTheTrailOrOpensAccountsKeepsNothingOfAMember() {
        for (var role : List.of(Role.AUDITOR, Role.INSPECTOR, Role.ADMIN)) {
            assertThat(role.keeps()).as("%s", role).isFalse();
        }
    }

    /** The work of ten is Spring Security's own; the tests of the program are content with four. */
    @Test
    void aPasswordIsHashedAsSpringSecurityDoesToday() {
        var properties = new Binder(org.springframework.boot.context.properties.source.ConfigurationPropertySources.get(
                        new MockEnvironment()))
                .bindOrCreate("register.sign-in", SignInProperties.class);
        var hash = new Security().passwordEncoder(properties).encode("trời xanh mây trắng");
        var usual = PasswordEncoderFactories.createDelegatingPasswordEncoder().encode("trời xanh mây trắng");
        assertThat(hash).matches("\\{bcrypt}\\$2a\\$10\\$[./0-9A-Za-z]{53}");
        assertThat(usual).startsWith("{bcrypt}$2a$10$").hasSameSizeAs(hash);
    }
}

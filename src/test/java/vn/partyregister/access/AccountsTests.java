package vn.partyregister.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.Orgs;
import vn.partyregister.RegisterTest;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.RegisterProperties;

@RegisterTest
@Transactional
@NullUnmarked
class AccountsTests {
    private static final AtomicInteger SAMPLES = new AtomicInteger();

    @Autowired
    private Accounts accounts;

    @Autowired
    private FirstAdministrator first;

    @Autowired
    private AccountsToSignIn toSignIn;

    @Autowired
    private Grants grants;

    @Autowired
    private Passwords passwords;

    @Autowired
    private AccountRepository repository;

    @Autowired
    private PasswordEncoder encoder;

    @Autowired
    private Throttle throttle;

    @Autowired
    private Today today;

    @Autowired
    private Orgs orgs;

    @Autowired
    private JdbcClient jdbc;

    private OrganisationId district;

    @BeforeEach
    void district() {
        district = orgs.tree().east();
    }

    @Test
    void aNewAccountHasATemporaryPasswordThatMustBeChanged() {
        var issued = accounts.open("an", "Nguyễn Văn An");
        assertThat(accounts.get(issued.account()).mustChange()).isTrue();
        assertThat(passwords.matches(
                        issued.password(), accounts.get(issued.account()).passwordHash()))
                .isTrue();
        accounts.changePassword(issued.account(), issued.password(), "trời xanh mây trắng", null);
        assertThat(accounts.get(issued.account()).mustChange()).isFalse();
    }

    @Test
    void aUserNameIsTakenOnce() {
        accounts.open("an", "Nguyễn Văn An");
        refuses("access.username-taken", () -> accounts.open("an", "Lê Thị An"));
    }

    @Test
    void aPasswordHasTwelveLettersElevenAreTooFew() {
        var issued = accounts.open("an", "Nguyễn Văn An");
        refuses("access.password.too-short", () -> choose(issued, "mười một ký"));
        choose(issued, "mười hai ký ");
    }

    @Test
    void aPasswordIsNeitherTheUserNameNorTheOneBeforeNorOneLetterOverAndOver() {
        var issued = accounts.open("nguyenvanan", "Nguyễn Văn An");
        refuses("access.password.tells-the-username", () -> choose(issued, "123NGUYENVANAN"));
        refuses("access.password.same", () -> choose(issued, issued.password()));
        refuses("access.password.repeats-itself", () -> choose(issued, "aaaaaaaaaaaaaaaa"));
        refuses("access.password.too-long", () -> choose(issued, "ậ".repeat(25) + "abc"));
        refuses(
                "access.password.wrong",
                () -> accounts.changePassword(issued.account(), "không phải", "trời xanh mây trắng", null));
    }

    @Test
    void aPasswordTypedOnAnotherKeyboardIsTheSamePassword() {
        var issued = accounts.open("an", "Nguyễn Văn An");
        choose(issued, "trời xanh mây trắng");
        var decomposed = java.text.Normalizer.normalize("trời xanh mây trắng", java.text.Normalizer.Form.NFD);
        assertThat(passwords.matches(decomposed, accounts.get(issued.account()).passwordHash()))
                .isTrue();
    }

    @Test
    void aGrantHoldsFromItsFirstDayToItsLastAndNoDayLonger() {
        var issued = accounts.open("an", "Nguyễn Văn An");
        accounts.grant(issued.account(), Role.CLERK, district, day().minusDays(2), day());
        accounts.grant(issued.account(), Role.INSPECTOR, district, day().minusDays(2), day().minusDays(1));
        accounts.grant(issued.account(), Role.AUDITOR, district, day().plusDays(1), null);
        assertThat(may(Permission.KEEP_MEMBERS)).isTrue();
        assertThat(may(Permission.READ_AUDIT)).isFalse();
        assertThat(accounts.grants(issued.account()))
                .extracting(GrantRow::role, GrantRow::current)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Role.CLERK, true),
                        org.assertj.core.groups.Tuple.tuple(Role.AUDITOR, false),
                        org.assertj.core.groups.Tuple.tuple(Role.INSPECTOR, false));
    }

    @Test
    void theSameRoleIsNotHeldTwiceOnTheSameDay() {
        var issued = accounts.open("an", "Nguyễn Văn An");
        accounts.grant(issued.account(), Role.CLERK, district, day(), day().plusDays(5));
        accounts.grant(issued.account(), Role.CLERK, district, day().plusDays(6), null);
        refuses(
                "access.grant.overlaps",
                () -> accounts.grant(issued.account(), Role.CLERK, district, day().plusDays(6), null));
    }

    @Test
    void aGrantEndedYesterdayIsGoneAtOnce() {
        var issued = accounts.open("an", "Nguyễn Văn An");
        accounts.grant(issued.account(), Role.CLERK, district, day().minusDays(9), null);
        var grant = accounts.grants(issued.account()).getFirst();
        accounts.endGrant(issued.account(), grant.id(), day().minusDays(1));
        assertThat(may(Permission.READ_MEMBERS)).isFalse();
        assertThat(accounts.grants(issued.account()).getFirst().to()).isEqualTo(day().minusDays(1));
    }

    @Test
    void onlyAnAdministratorStandsOutsideTheTree() {
        var issued = accounts.open("an", "Nguyễn Văn An");
        refuses(
                "access.grant.needs-an-organisation",
                () -> accounts.grant(issued.account(), Role.CLERK, null, day(), null));
        refuses(
                "access.grant.outside-the-tree",
                () -> accounts.grant(issued.account(), Role.ADMIN, district, day(), null));
        refuses(
                "access.grant.ends-before-it-begins",
                () -> accounts.grant(issued.account(), Role.CLERK, district, day(), day().minusDays(1)));
    }

    @Test
    void anEndedAccountHasNoRightsAndTakesNone() {
        var issued = accounts.open("an", "Nguyễn Văn An");
        accounts.grant(issued.account(), Role.CLERK, district, day(), null);
        accounts.end(issued.account());
        assertThat(grants.admitted(toSignIn.find("an").orElseThrow())).isNull();
        refuses("access.account-ended", () -> accounts.end(issued.account()));
        refuses("access.account-ended", () -> accounts.resetPassword(issued.account()));
        refuses("access.account-ended", () -> accounts.grant(issued.account(), Role.AUDITOR, district, day(), null));
    }

    @Test
    void theLastAdministratorCannotBeLockedOut() {
        withoutAdministrators();
        var last = accounts.openByOwner("an", "Nguyễn Văn An", "trời xanh mây trắng");
        refuses("access.last-administrator", () -> accounts.end(last));
    }

    @Test
    void theLastAdministratorsRoleCannotEndEither() {
        withoutAdministrators();
        var last = accounts.openByOwner("an", "Nguyễn Văn An", "trời xanh mây trắng");
        var grant = accounts.grants(last).getFirst().id();
        refuses("access.last-administrator", () -> accounts.endGrant(last, grant, day().plusDays(30)));
    }

    @Test
    void anAdministratorGoesWhenAnotherStays() {
        withoutAdministrators();
        var one = accounts.openByOwner("an", "Nguyễn Văn An", "trời xanh mây trắng");
        accounts.openByOwner("binh", "Lê Thị Bình", "trời xanh mây trắng");
        accounts.end(one);
        assertThat(accounts.get(one).endedOn()).isEqualTo(day());
    }

    @Test
    void theCodeFromTheLogOpensTheFirstAdministratorAndIsGone() {
        withoutAdministrators();
        var code = first.issue();
        assertThat(code).matches("([A-Z2-9]{5}-){3}[A-Z2-9]{5}");
        refuses("access.first.wrong-code", () -> first.admit("AAAAA", "an", "An", "trời xanh mây trắng"));
        first.admit(code.toLowerCase(java.util.Locale.ROOT), "an", "Nguyễn Văn An", "trời xanh mây trắng");
        assertThat(may(Permission.KEEP_ACCOUNTS)).isTrue();
        assertThat(first.isAwaited()).isFalse();
        refuses("access.first.wrong-code", () -> first.admit(code, "binh", "Bình", "trời xanh mây trắng"));
        assertThat(first.issue()).isNull();
        assertThat(jdbc.sql("select count(*) from access.first_code")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aNewStartMakesANewCodeAndTheOldOneOpensNothing() {
        withoutAdministrators();
        var old = first.issue();
        var fresh = first.issue();
        refuses("access.first.wrong-code", () -> first.admit(old, "an", "An", "trời xanh mây trắng"));
        first.admit(fresh, "an", "Nguyễn Văn An", "trời xanh mây trắng");
    }

    @Test
    void theCodeIsKeptAsAHashOnly() {
        withoutAdministrators();
        var code = first.issue().replace("-", "");
        var kept = jdbc.sql("select code_hash from access.first_code")
                .query((row, _) -> row.getBytes(1))
                .single();
        assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(code);
        assertThat(kept).hasSize(32);
    }

    @Test
    void everyActIsWrittenDownWithoutAPassword() {
        var issued = accounts.open("an", "Nguyễn Văn An");
        accounts.grant(issued.account(), Role.CLERK, district, day(), null);
        var temporary = accounts.resetPassword(issued.account());
        accounts.endGrant(
                issued.account(), accounts.grants(issued.account()).getFirst().id(), day());
        accounts.end(issued.account());
        var acts = jdbc.sql("""
                        select act || coalesce(before::text, '') || coalesce(after::text, '')
                        from audit.entry where subject_id = :id order by id
                        """)
                .param("id", issued.account().id())
                .query(String.class)
                .list();
        assertThat(acts)
                .satisfiesExactly(
                        act -> assertThat(act).startsWith("account.opened"),
                        act -> assertThat(act)
                                .startsWith("account.role-granted")
                                .contains("CLERK"),
                        act -> assertThat(act).startsWith("account.password-reset"),
                        act -> assertThat(act).startsWith("account.role-ended"),
                        act -> assertThat(act).startsWith("account.ended"))
                .noneMatch(act -> act.contains(temporary) || act.contains(issued.password()) || act.contains("bcrypt"));
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, , , true",
        "::1, , , true",
        "127.0.0.1, X-Forwarded-For, 127.0.0.1, false",
        "127.0.0.1, X-Forwarded-For, 203.0.113.7, false",
        "127.0.0.1, Forwarded, for=203.0.113.7, false",
        "192.168.1.20, , , false",
        "203.0.113.71, X-Forwarded-For, 127.0.0.1, false",
        "2001:db8::1, , , false"
    })
    void aSampleAccountSignsInFromThisMachineAloneAndNotThroughAProxy(
            String address, String header, String value, boolean admitted) {
        var username = "mau-thu-" + SAMPLES.incrementAndGet(); // wrong attempts outlive the test
        accounts.openForSample(username, "Mẫu Thử", "sample", Role.CLERK, district);
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        if (header != null) {
            request.addHeader(header, value);
        }
        assertThat(signsIn(gate("tra-vinh"), username, "sample", request)).isEqualTo(admitted);
        assertThat(signsIn(gate("none"), username, "sample", request)).isFalse();
    }

    @Test
    void anAccountOfARealPersonSignsInFromAnywhere() {
        accounts.openByOwner("an", "Nguyễn Văn An", "trời xanh mây trắng");
        var request = new MockHttpServletRequest();
        request.setRemoteAddr("203.0.113.70");
        assertThat(signsIn(gate("tra-vinh"), "an", "trời xanh mây trắng", request))
                .isTrue();
    }

    /** The gate of a register of this name; none of those that the tests run is a sample. */
    private SignInGate gate(String sample) {
        var day = LocalDate.of(2022, 4, 30);
        var register = new RegisterProperties(
                Path.of("target"), sample, null, Map.of("tra-vinh", new RegisterProperties.Sample(day, day)));
        return new SignInGate(toSignIn, repository, encoder, throttle, today, register);
    }

    private static boolean signsIn(SignInGate gate, String username, String password, HttpServletRequest request) {
        var typed = UsernamePasswordAuthenticationToken.unauthenticated(username, password);
        typed.setDetails(Origin.of(request));
        try {
            return gate.authenticate(typed).isAuthenticated();
        } catch (BadCredentialsException refused) {
            return false;
        }
    }

    private void choose(Accounts.Issued issued, String password) {
        accounts.changePassword(issued.account(), issued.password(), password, null);
    }

    private boolean may(Permission permission) {
        return grants.admitted(toSignIn.find("an").orElseThrow()).visitor().may(permission);
    }

    private LocalDate day() {
        return today.day();
    }

    /** Within this test's transaction alone. */
    private void withoutAdministrators() {
        jdbc.sql("delete from access.grant_of_role where role = 'ADMIN'").update();
    }

    private static void refuses(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(act).returns(key, RuleBroken::key);
    }
}

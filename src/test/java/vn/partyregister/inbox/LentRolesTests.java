package vn.partyregister.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.AccountId;
import vn.partyregister.access.Accounts;
import vn.partyregister.access.GrantRow;
import vn.partyregister.access.Role;
import vn.partyregister.access.Today;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Uuids;

/** An administrator lends the roles of who is away to who stands in: on these days, no further and no longer than the other holds them. */
@RegisterTest
class LentRolesTests {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Today today;

    private Orgs.Tree tree;
    private SignIn.Account away;
    private SignIn.Account colleague;
    private RequestPostProcessor administrator;
    private MemberId western;
    private LocalDate now;

    /** A clerk of the eastern cell and of the western one, who keeps accounts besides; and a secretary of the eastern cell alone. */
    @BeforeEach
    void aCommittee() {
        tree = orgs.tree();
        now = today.day();
        away = signIn.account(Role.CLERK, tree.eastCell());
        signIn.grant(away, Role.CLERK, tree.westCell());
        signIn.grant(away, Role.ADMIN, null);
        colleague = signIn.account(Role.CELL_SECRETARY, tree.eastCell());
        administrator = signIn.asAdministrator();
        western = people.add(tree.westCell(), person -> person.named("Lâm Phía Tây"));
    }

    private UUID delegated(SignIn.Account to, LocalDate from, LocalDate last) {
        var id = Uuids.next();
        jdbc.sql("""
                        insert into inbox.delegation (id, of_account_id, to_account_id, valid, reason, recorded_by)
                        values (:id, :of, :to, daterange(:from, :last, '[]'), 'Nghỉ phép', 'test')
                        """)
                .param("id", id)
                .param("of", away.id())
                .param("to", to.id())
                .param("from", from)
                .param("last", last)
                .update();
        return id;
    }

    private MvcTestResult lend(SignIn.Account to, UUID delegation, RequestPostProcessor by) {
        return mvc.post()
                .uri("/accounts/" + to.id() + "/stand-in?lang=vi")
                .param("delegation", delegation.toString())
                .with(by)
                .with(csrf())
                .exchange();
    }

    private int opensWestern() {
        return mvc.get()
                .uri("/members/" + western.id())
                .with(signIn.as(colleague))
                .exchange()
                .getResponse()
                .getStatus();
    }

    private int keeps() {
        return mvc.get()
                .uri("/admissions/new")
                .with(signIn.as(colleague))
                .exchange()
                .getResponse()
                .getStatus();
    }

    private List<String> lent() {
        return accounts.grants(new AccountId(colleague.id())).stream()
                .filter(one -> one.inPlaceOf() != null)
                .map(one -> one.role() + " " + one.from() + " " + one.to())
                .sorted()
                .toList();
    }

    @Test
    void whoStandsInActsWithTheOthersRolesUntilTheyWithdraw() {
        var delegation = delegated(colleague, now.minusDays(1), now.plusDays(2));
        assertThat(opensWestern()).isEqualTo(404);
        assertThat(keeps()).isEqualTo(403);
        assertThat(mvc.get().uri("/accounts/" + colleague.id()).with(administrator))
                .bodyText()
                .contains("Thay người đi vắng", "Nghỉ phép");
        assertThat(lend(colleague, delegation, administrator)).hasStatus3xxRedirection();
        assertThat(lent())
                .containsExactly("CLERK " + now + " " + now.plusDays(2), "CLERK " + now + " " + now.plusDays(2));
        assertThat(opensWestern()).isEqualTo(200);
        assertThat(keeps()).isEqualTo(200);
        assertThat(mvc.get().uri("/accounts").with(signIn.as(colleague)))
                .as("the administrator's role is never lent")
                .hasStatus(403);
        assertThat(mvc.get().uri("/accounts/" + colleague.id()).with(administrator))
                .bodyText()
                .contains("đã giao", "thay ");
        assertThat(jdbc.sql("""
                                select count(*) from audit.entry where act = 'account.role-lent' and subject_id = :account
                                and after ->> 'inPlaceOf' = :away
                                """)
                        .param("account", colleague.id())
                        .param("away", away.username())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        assertThat(mvc.post()
                        .uri("/inbox/delegations/withdrawal")
                        .param("delegation", delegation.toString())
                        .with(signIn.as(away))
                        .with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(opensWestern()).isEqualTo(404);
        assertThat(keeps()).isEqualTo(403);
        assertThat(lent()).isEmpty();
    }

    /** The file in the west opens by the lent role alone, the one in the east by a role of their own too. */
    @Test
    void theTrailSaysInWhosePlaceAndOnlyWhereTheOwnRoleDoesNotReach() {
        var eastern = people.add(tree.eastCell(), person -> person.named("Lâm Phía Đông"));
        lend(colleague, delegated(colleague, now, now), administrator);
        assertThat(opensWestern()).isEqualTo(200);
        assertThat(mvc.get().uri("/members/" + eastern.id()).with(signIn.as(colleague)))
                .hasStatusOk();
        assertThat(inPlaceOf("member.read", western)).containsOnly(away.username());
        assertThat(inPlaceOf("member.read", eastern)).containsOnly("nobody");
        assertThat(mvc.get().uri("/audit?who=" + colleague.username()).with(signIn.as(Role.AUDITOR, tree.root())))
                .bodyText()
                .contains("thay " + away.username());
        assertThat(mvc.get().uri("/audit.csv?q=" + away.username()).with(signIn.as(Role.AUDITOR, tree.root())))
                .bodyText()
                .contains(colleague.username());
    }

    /** What a cell secretary may not do at all is done in the other's place wherever it is. */
    @Test
    void whatIsWrittenWithALentRoleNamesWhoIsAway() {
        lend(colleague, delegated(colleague, now, now), administrator);
        assertThat(mvc.post()
                        .uri("/admissions/new")
                        .param("organisation", orgs.name(tree.eastCell()))
                        .param("day", "01/03/2022")
                        .param("fullName", "Lâm Thị Thay Mặt")
                        .param("sex", "FEMALE")
                        .param("born", "15/03/1990")
                        .param("ethnicity", "KINH")
                        .param("religion", "NONE")
                        .param("category", "WORKER")
                        .param("massOrganisation", "NEITHER")
                        .with(signIn.as(colleague))
                        .with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(jdbc.sql("""
                                select e.in_place_of[1] from audit.entry e join admission.admission_case c on c.id = e.subject_id
                                where e.act = 'admission.opened' and c.full_name = 'Lâm Thị Thay Mặt' and e.username = :who
                                """)
                        .param("who", colleague.username())
                        .query(String.class)
                        .single())
                .isEqualTo(away.username());
    }

    private List<String> inPlaceOf(String act, MemberId member) {
        return jdbc.sql("""
                        select coalesce(array_to_string(in_place_of, ','), 'nobody') from audit.entry
                        where act = :act and subject_id = :member and username = :who
                        """)
                .param("act", act)
                .param("member", member.id())
                .param("who", colleague.username())
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Test
    void theDayBeforeTheFirstAndTheDayAfterTheLastNothingIsHeld() {
        var delegation = delegated(colleague, now.plusDays(1), now.plusDays(1));
        assertThat(lend(colleague, delegation, administrator)).hasStatus3xxRedirection();
        assertThat(opensWestern()).isEqualTo(404);
        lentOn(now);
        assertThat(opensWestern()).isEqualTo(200);
        lentOn(now.minusDays(1));
        assertThat(opensWestern()).isEqualTo(404);
    }

    private void lentOn(LocalDate day) {
        jdbc.sql("update access.grant_of_role set valid = daterange(:day, :day, '[]') where for_account_id = :away")
                .param("day", day)
                .param("away", away.id())
                .update();
    }

    @Test
    void aLentRoleEndsWithTheRoleOfTheOneItIsHeldFor() {
        lend(colleague, delegated(colleague, now, now.plusDays(5)), administrator);
        assertThat(opensWestern()).isEqualTo(200);
        jdbc.sql("""
                        update access.grant_of_role set valid = daterange(lower(valid), :today)
                        where account_id = :away and organisation_id = :west
                        """)
                .param("today", now)
                .param("away", away.id())
                .param("west", tree.westCell().id())
                .update();
        assertThat(opensWestern()).isEqualTo(404);
        assertThat(keeps()).as("the role on the eastern cell is still there").isEqualTo(200);
        accounts.end(new AccountId(away.id()));
        assertThat(keeps()).isEqualTo(403);
    }

    @Test
    void whatIsLentIsNotLentFurtherAndMakesNobodyAColleague() {
        lend(colleague, delegated(colleague, now, now), administrator);
        var third = signIn.account(Role.CLERK, tree.westCell());
        accounts.lend(new AccountId(third.id()), new AccountId(colleague.id()), now, now);
        assertThat(accounts.grants(new AccountId(third.id())))
                .filteredOn(one -> one.inPlaceOf() != null)
                .extracting(GrantRow::role)
                .containsExactly(Role.CELL_SECRETARY);
        assertThat(mvc.get().uri("/inbox/delegations").with(signIn.as(colleague)))
                .bodyText()
                .doesNotContain(third.username());
    }

    @Test
    void nobodyBothKeepsFilesAndChecksThem() {
        for (var role : List.of(Role.INSPECTOR, Role.AUDITOR)) {
            var checks = signIn.account(role, tree.eastCell());
            assertThatExceptionOfType(RuleBroken.class)
                    .isThrownBy(() -> accounts.lend(new AccountId(checks.id()), new AccountId(away.id()), now, now))
                    .returns("access.lend.checks", RuleBroken::key);
            assertThatExceptionOfType(RuleBroken.class)
                    .isThrownBy(() -> accounts.lend(new AccountId(away.id()), new AccountId(checks.id()), now, now))
                    .returns("access.lend.checks", RuleBroken::key);
        }
        var inspector = signIn.account(Role.INSPECTOR, tree.eastCell());
        assertThat(lend(inspector, delegated(inspector, now, now), administrator))
                .hasStatus(409)
                .bodyText()
                .contains("không vừa cập nhật vừa kiểm tra");
    }

    @Test
    void onlyAnAdministratorLendsAndOnlyWhatWasAskedFor() {
        var delegation = delegated(colleague, now, now);
        assertThat(lend(colleague, delegation, administrator)).hasStatus3xxRedirection();
        assertThat(lend(colleague, delegation, signIn.as(Role.BOARD, tree.root())))
                .hasStatus(403);
        assertThat(lend(colleague, delegation, administrator)).as("again").hasStatus(409);
        assertThat(lend(colleague, Uuids.next(), administrator)).hasStatus(404);
        assertThat(lend(signIn.account(Role.CLERK, tree.eastCell()), delegation, administrator))
                .as("of somebody else")
                .hasStatus(404);
        assertThat(mvc.post()
                        .uri("/accounts/" + colleague.id() + "/stand-in")
                        .param("delegation", "không phải mã")
                        .with(administrator)
                        .with(csrf()))
                .hasStatus(404);
        assertThat(lent()).hasSize(2);
    }
}

package vn.partyregister.oversight.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.Statements;
import vn.partyregister.access.Role;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.oversight.AuditEntry;
import vn.partyregister.platform.Listing;

@RegisterTest
@NullUnmarked
class AuditPagesTests {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private Orgs.Tree tree;

    @BeforeEach
    void plant() {
        tree = orgs.tree();
    }

    private MemberId read(String name) {
        var member = people.add(tree.eastCell(), person -> person.named(name));
        open("/members/" + member, Role.CLERK, tree.east());
        return member;
    }

    private void open(String address, Role role, OrganisationId organisation) {
        assertThat(mvc.get().uri(address).with(signIn.as(role, organisation))).hasStatusOk();
    }

    private String trail(String address, OrganisationId organisation) throws Exception {
        var shown = mvc.get()
                .uri(address)
                .with(signIn.as(Role.AUDITOR, organisation))
                .exchange();
        assertThat(shown).hasStatusOk();
        return shown.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void aMemberIsNamedToTheAuditorAndTheNameOpensTheFile() throws Exception {
        var member = read("Thạch Sa Rươn");
        assertThat(trail("/audit?lang=vi&q=" + member, tree.east()))
                .contains("Mở hồ sơ đảng viên", "href=\"/members/%s\">Thạch Sa Rươn</a>".formatted(member));
        assertThat(trail("/audit.csv?lang=vi&q=" + member, tree.east())).contains("Thạch Sa Rươn");
    }

    @Test
    void whoHasLeftTheSubtreeIsNamedNoMore() throws Exception {
        var member = read("Kim Ngọc Hân");
        people.moved(member, tree.eastCell(), tree.westCell(), LocalDate.of(2022, 4, 30));
        assertThat(trail("/audit?lang=vi&q=" + member, tree.east()))
                .contains("Mở hồ sơ đảng viên", member.toString().substring(24))
                .doesNotContain("Kim Ngọc Hân", "/members/" + member);
        assertThat(trail("/audit.csv?lang=vi&q=" + member, tree.east()))
                .contains(member.toString())
                .doesNotContain("Kim Ngọc Hân");
        assertThat(trail("/audit?lang=vi&q=" + member, tree.root())).contains("Kim Ngọc Hân");
    }

    @Test
    void anOrganisationIsNamedAndOpens() throws Exception {
        open("/organisations/" + tree.eastBase(), Role.CLERK, tree.east());
        assertThat(trail("/audit?lang=vi&q=" + tree.eastBase(), tree.east()))
                .contains("href=\"/organisations/%s\">".formatted(tree.eastBase()));
    }

    /** A day is one of Việt Nam: it begins and ends seven hours before that of the clock of the world. */
    @Test
    void aDayOfTheTrailBeginsAtMidnightInVietnam() throws Exception {
        entry("truoc", "member.read", "member", "2021-03-04T16:59:59.999999Z");
        entry("dau-ngay", "member.read", "member", "2021-03-04T17:00:00Z");
        entry("cuoi-ngay", "member.read", "member", "2021-03-05T16:59:59.999999Z");
        entry("sau", "member.read", "member", "2021-03-05T17:00:00Z");
        assertThat(who("/audit?from=05/03/2021&to=2021-03-05")).containsExactly("cuoi-ngay", "dau-ngay");
        assertThat(who("/audit?to=05/03/2021&sort=at,asc")).containsExactly("truoc", "dau-ngay", "cuoi-ngay");
        assertThat(who("/audit?from=06/03/2021&to=07/03/2021")).containsExactly("sau");
        assertThat(trail("/audit?from=05/03/2021&to=05/03/2021&lang=vi", tree.east()))
                .contains("05/03/2021 00:00:00", "05/03/2021 23:59:59")
                .doesNotContain("06/03/2021 00:00");
        assertThat(trail("/audit.csv?from=05/03/2021&to=05/03/2021&sort=at,asc", tree.east())
                        .lines()
                        .skip(1)
                        .map(line -> line.replaceAll(".*\\b(dau-ngay|cuoi-ngay|truoc|sau)\\b.*", "$1")))
                .containsExactly("dau-ngay", "cuoi-ngay");
    }

    @Test
    void whoWhatAndOnWhatNarrowTheTrailAloneAndTogether() throws Exception {
        entry("an", "member.read", "member", "2021-05-01T03:00:00Z");
        entry("an", "member.exported", "list", "2021-05-01T03:01:00Z");
        entry("binh", "member.read", "member", "2021-05-01T03:02:00Z");
        entry("binh", "organisation.opened", "organisation", "2021-05-01T03:03:00Z");
        var day = "from=01/05/2021&to=01/05/2021";
        assertThat(acts("/audit?who=an&" + day)).containsExactly("member.exported", "member.read");
        assertThat(acts("/audit?who=a&" + day)).isEmpty();
        assertThat(who("/audit?act=member.read&" + day)).containsExactly("binh", "an");
        assertThat(acts("/audit?subject=organisation&" + day)).containsExactly("organisation.opened");
        assertThat(who("/audit?act=member.read&who=binh&subject=member&" + day)).containsExactly("binh");
        assertThat(who("/audit?act=member.read&who=an&subject=list&" + day)).isEmpty();
        assertThat(who("/audit?sort=at,asc&" + day)).containsExactly("an", "an", "binh", "binh");
        assertThat(who("/audit?sort=at,desc&" + day)).containsExactly("binh", "binh", "an", "an");
    }

    @Test
    void theSecondPageGoesOnWhereTheFirstEnds() throws Exception {
        for (var number = 1; number <= 51; number++) {
            entry("nguoi-" + number, "member.read", "member", "2021-07-01T03:00:00Z");
        }
        var day = "from=01/07/2021&to=01/07/2021&sort=at,asc";
        assertThat(who("/audit?" + day)).hasSize(50).startsWith("nguoi-1").endsWith("nguoi-50");
        assertThat(who("/audit?page=2&" + day)).containsExactly("nguoi-51");
        assertThat(trail("/audit?" + day, tree.east())).contains("1–50 trong 51", "page=2");
        assertThat(trail("/audit.csv?" + day, tree.east()).lines()).hasSize(52);
    }

    private void entry(String username, String act, String subject, String at) {
        jdbc.sql("""
                        insert into audit.entry (at, username, act, subject, organisation_id)
                        values (cast(:at as timestamptz), :username, :act, :subject, :cell)
                        """)
                .param("at", at)
                .param("username", username)
                .param("act", act)
                .param("subject", subject)
                .param("cell", tree.eastCell().id())
                .update();
    }

    private List<String> who(String address) {
        return entries(address).stream().map(AuditEntry::username).toList();
    }

    private List<String> acts(String address) {
        return entries(address).stream().map(AuditEntry::act).toList();
    }

    private List<AuditEntry> entries(String address) {
        var shown = mvc.get()
                .uri(address)
                .with(signIn.as(Role.AUDITOR, tree.east()))
                .exchange();
        assertThat(shown).hasStatusOk();
        var listing =
                (Listing<?>) shown.getMvcResult().getModelAndView().getModel().get("listing");
        return listing.rows().stream().map(AuditEntry.class::cast).toList();
    }

    @Test
    void namesCostOneQuestionForEachKindHoweverManyEntriesThereAre() throws Exception {
        read("Một Người");
        open("/organisations/" + tree.east(), Role.CLERK, tree.east());
        trail("/audit", tree.east()); // the auditor's account is made on the way
        var few = Statements.of(() -> trail("/audit", tree.east()));
        for (var name : new String[] {"Hai Người", "Ba Người", "Bốn Người"}) {
            read(name);
        }
        open("/organisations/" + tree.eastBase(), Role.CLERK, tree.east());
        assertThat(Statements.of(() -> trail("/audit", tree.east()))).hasSameSizeAs(few);
    }
}

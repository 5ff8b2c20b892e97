package vn.partyregister.oversight.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.Statements;
import vn.partyregister.access.Role;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationId;

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

package vn.partyregister.membership.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Uuids;

/** Who goes with a cell that is split off. */
@RegisterTest
@NullUnmarked
class SplitPagesTests {
    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private SignIn signIn;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    private Orgs.Tree tree;
    private UUID draft;

    @Test
    void whoIsOfAnotherCellKeepsTheChoiceMadeForThem() {
        tree = orgs.tree();
        draft = Uuids.next();
        jdbc.sql("""
                        insert into organisation.reorganisation
                            (id, version, organisation_id, name, effective_on, state, drafted_by, changed_by)
                        values (?, 0, ?, 'Chia tách chi bộ', '2022-04-20', 'DRAFT', 'clerk', 'clerk')
                        """).param(draft).param(tree.east().id()).update();
        var mine = people.add(tree.eastCell(), person -> person).id();
        var theirs = people.add(tree.otherEastCell(), person -> person).id();
        var one = split(1, tree.eastCell());
        var other = split(2, tree.otherEastCell());

        choose(other, 0, theirs);
        choose(one, 1, mine, theirs);

        assertThat(chosen()).containsOnly(entry(mine, one), entry(theirs, other));
    }

    private UUID split(int number, OrganisationId cell) {
        var begun = Uuids.next();
        jdbc.sql("insert into organisation.organisation (id, version) values (?, 0)")
                .param(begun)
                .update();
        jdbc.sql("""
                        insert into organisation.reorganisation_step
                            (reorganisation_id, number, act, organisation_id, source_id, target_id, name, type)
                        values (:id, :number, 'SPLIT', :begun, :cell, :base, 'Chi bộ ấp tách', 'CB_TT')
                        """)
                .param("id", draft)
                .param("number", number)
                .param("begun", begun)
                .param("cell", cell.id())
                .param("base", tree.eastBase().id())
                .update();
        return begun;
    }

    private void choose(UUID begun, int revision, UUID... members) {
        var request = mvc.post()
                .uri("/reorganisations/{draft}/splits/{begun}", draft, begun)
                .param("revision", String.valueOf(revision))
                .with(signIn.as(Role.CLERK, tree.east()))
                .with(csrf());
        for (var member : members) {
            request.param("member", member.toString());
        }
        assertThat(request.exchange()).hasStatus3xxRedirection();
    }

    private Map<UUID, UUID> chosen() {
        var chosen = new HashMap<UUID, UUID>();
        jdbc.sql("select member_id, organisation_id from membership.split_choice where reorganisation_id = ?")
                .param(draft)
                .query(row -> {
                    chosen.put(row.getObject("member_id", UUID.class), row.getObject("organisation_id", UUID.class));
                });
        return chosen;
    }
}

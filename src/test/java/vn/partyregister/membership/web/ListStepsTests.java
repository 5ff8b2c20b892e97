package vn.partyregister.membership.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.Statements;
import vn.partyregister.access.Role;

@RegisterTest
@NullUnmarked
class ListStepsTests {
    private static final Pattern NAME = Pattern.compile("<h1>([^<]*)</h1>");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    private Orgs.Tree tree;
    private RequestPostProcessor clerk;

    @BeforeEach
    void aTreeOfItsOwn() {
        tree = orgs.tree();
        clerk = signIn.as(Role.CLERK, tree.east());
    }

    @ParameterizedTest
    @ValueSource(strings = {"name,asc", "name,desc", "born,asc", "organisation,desc", "card,asc"})
    void nextLeadsThroughTheWholeListAndPreviousBackAgain(String sort) {
        for (var name : List.of("Lê Văn An", "Lê Văn Bình", "Lê Văn Bình", "Lê Văn Chi", "Lê Văn Dũng")) {
            people.add(tree.eastCell(), person -> person.named(name));
        }
        people.add(tree.eastCell(), person -> person.named("Phạm Thị Ngoài").woman());
        people.add(tree.westCell(), person -> person.named("Tây Bên Kia"));
        var list = "/members?q=le+van&sort=" + sort;
        var first = link(body(list), "<th scope=\"row\"><a href=\"([^\"]+)\"");
        var forth = walk(first, "next");
        assertThat(forth).hasSize(5).doesNotHaveDuplicates();
        assertThat(walk(forth.getLast(), "prev")).isEqualTo(forth.reversed());
        assertThat(body(first)).contains("1 / 5").doesNotContain("rel=\"prev\"");
        assertThat(body(forth.getLast())).contains("5 / 5").doesNotContain("rel=\"next\"");
        assertThat(body(forth.get(2))).contains("3 / 5", "rel=\"prev\"", "rel=\"next\"", "&amp;page=1\"");
        assertThat(forth.stream().map(file -> link(body(file), NAME.pattern())))
                .allMatch(name -> name.startsWith("Lê Văn"));
    }

    @Test
    void theDayOfTheListGoesAlong() {
        people.add(tree.eastCell(), person -> person.named("Một Người"));
        people.add(tree.eastCell(), person -> person.named("Người Khác"));
        var first = link(body("/members?asAt=2021-06-15"), "<th scope=\"row\"><a href=\"([^\"]+)\"");
        assertThat(first).contains("asAt=2021-06-15");
        assertThat(body(first)).contains("1 / 2", "15/06/2021");
    }

    @Test
    void nothingIsShownWhereTheListHasChangedSinceOrWasNeverOpened() {
        var one = people.add(tree.eastCell(), person -> person.named("Chỉ Một Người"));
        for (var address : List.of(
                "/members/" + one,
                "/members/" + one + "?sort=name,asc",
                "/members/" + one + "?place=2",
                "/members/" + one + "?place=0",
                "/members/" + one + "?place=x",
                "/members/" + one + "?place=1&sex=FEMALE",
                "/members/" + one + "?place=1&organisation=" + tree.west())) {
            assertThat(body(address)).doesNotContain("class=\"steps");
        }
        assertThat(body("/members/" + one + "?place=1")).contains("1 / 1", "class=\"steps");
    }

    @Test
    void theWayNeverLeadsOutOfTheScope() {
        var mine = people.add(tree.eastCell(), person -> person.named("Bên Này An"));
        people.add(tree.otherEastCell(), person -> person.named("Bên Kia Bình"));
        var secretary = signIn.as(Role.CELL_SECRETARY, tree.eastCell());
        assertThat(body(clerk, "/members/" + mine + "?place=1")).contains("1 / 2");
        assertThat(body(secretary, "/members/" + mine + "?place=1"))
                .contains("1 / 1")
                .doesNotContain("rel=\"next\"");
    }

    @Test
    void theWayCostsAsManyQueriesInALongListAsInAShortOne() throws Exception {
        var first = people.add(tree.eastCell(), person -> person.named("An"));
        people.add(tree.eastCell(), person -> person.named("Bình"));
        body("/members/" + first + "?place=1");
        var few = Statements.of(() -> body("/members/" + first + "?place=1"));
        for (var number = 1; number <= 60; number++) {
            people.add(tree.eastCell(), person -> person.named("Chi"));
        }
        assertThat(Statements.of(() -> body("/members/" + first + "?place=1"))).hasSameSizeAs(few);
    }

    private List<String> walk(String from, String rel) {
        var seen = new ArrayList<String>();
        for (var at = from;
                at != null && seen.size() < 10;
                at = link(body(at), "rel=\"" + rel + "\" href=\"([^\"]+)\"")) {
            seen.add(at);
        }
        return seen;
    }

    private static String link(String page, String pattern) {
        var found = Pattern.compile(pattern).matcher(page);
        return found.find() ? found.group(1).replace("&amp;", "&") : null;
    }

    private String body(String address) {
        return body(clerk, address);
    }

    private String body(RequestPostProcessor who, String address) {
        var answer = mvc.get().uri(URI.create(address)).with(who).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}

package vn.partyregister.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Visitor;

@NullMarked
class MenuTests {
    @Test
    void theGroupAndThePageOfTheReaderAreMarked() {
        var menu = Menu.of(somebody(Permission.READ_MEMBERS, Permission.SEE_HOME), "/movements");
        assertThat(menu.groups())
                .filteredOn(Menu.Link::current)
                .extracting(Menu.Link::address)
                .containsOnly("/members");
        assertThat(menu.pages())
                .filteredOn(Menu.Link::current)
                .extracting(Menu.Link::address)
                .containsOnly("/movements");
    }

    @Test
    void whatIsBelowAPageBelongsToIt() {
        var visitor = somebody(Permission.READ_MEMBERS);
        assertThat(Menu.of(visitor, "/members/01a/sections/IDENTITY").pages())
                .filteredOn(Menu.Link::current)
                .extracting(Menu.Link::address)
                .containsOnly("/members");
        assertThat(Menu.of(visitor, "/statistics/1/people").groups())
                .filteredOn(Menu.Link::current)
                .extracting(Menu.Link::address)
                .containsOnly("/statistics/1");
        assertThat(Menu.of(visitor, "/temporary-members").pages())
                .filteredOn(Menu.Link::current)
                .extracting(Menu.Link::address)
                .containsOnly("/members");
        assertThat(Menu.of(visitor, "/memberships").groups()).noneMatch(Menu.Link::current);
    }

    @Test
    void aGroupLeadsToTheFirstPageThatTheVisitorMayOpen() {
        assertThat(Menu.of(somebody(Permission.READ_MEMBERS), "/").groups())
                .extracting(Menu.Link::address)
                .containsExactly("/inbox", "/members", "/admissions", "/supplements", "/statistics/1");
    }

    @Test
    void aPageBesideOneOfTheMenuStandsBelowIt() {
        var visitor = somebody(Permission.READ_MEMBERS);
        assertThat(Menu.of(visitor, "/plans/places").above())
                .returns("/plans", Menu.Link::address)
                .returns("platform.menu.plans", Menu.Link::label);
        assertThat(Menu.of(visitor, "/plans").above()).isNull();
        assertThat(Menu.of(visitor, "/account/password").above()).isNull();
    }

    @Test
    void whoKeepsAccountsSeesNothingElse() {
        var menu = Menu.of(somebody(Permission.KEEP_ACCOUNTS), "/accounts");
        assertThat(menu.groups()).extracting(Menu.Link::address).containsExactly("/accounts");
        assertThat(menu.pages()).isEmpty();
    }

    private static Visitor somebody(Permission... permissions) {
        return new Visitor(
                UUID.randomUUID(),
                "clerk",
                "Cán bộ",
                null,
                Arrays.stream(permissions).collect(Collectors.toMap(Function.identity(), _ -> Scope.EVERYTHING)));
    }
}

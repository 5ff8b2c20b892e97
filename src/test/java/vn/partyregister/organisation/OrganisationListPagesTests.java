package vn.partyregister.organisation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.partyregister.Orgs;
import vn.partyregister.RegisterTest;
import vn.partyregister.access.Role;
import vn.partyregister.platform.Listing;

/** The list of organisations, the file that it leaves as, and the picker. */
@RegisterTest
class OrganisationListPagesTests extends OrganisationDesk {
    @Test
    void aSearchGoesThroughAllLevelsWithoutAccents() {
        var place = orgs.tree();
        assertThat(get(Role.CLERK, place.east(), "/organisations?q=chi%20bo%20ap&kind=&sort=name,desc"))
                .hasStatusOk()
                .bodyText()
                .contains("Chi bộ ấp Đông 1", "Chi bộ ấp Đông 2");
    }

    @Test
    void aListLeavesAsAFile() {
        var place = orgs.tree();
        assertThat(get(Role.CLERK, place.east(), "/organisations.csv?deep=true"))
                .hasStatusOk()
                .bodyText()
                .contains("Tên tổ chức đảng", "Chi bộ ấp Đông 1");
        assertThat(get(Role.CLERK, place.east(), "/organisations.xlsx")).hasStatusOk();
        assertThat(get(Role.AUDITOR, place.east(), "/organisations.csv")).hasStatus(403);
    }

    @Test
    void aPickerOffersWhatMatches() {
        var place = orgs.tree();
        assertThat(get(Role.CLERK, place.east(), "/organisations/choices?parent=dong"))
                .hasStatusOk()
                .bodyText()
                .contains("<option")
                .doesNotContain("Tây");
        assertThat(get(Role.CLERK, place.west(), "/organisations/choices?parent=tay"))
                .bodyText()
                .contains("<option", "Tây");
    }

    @Test
    void aPickerOffersNothingBeyondTheScope() {
        var place = orgs.tree();
        for (var asked : List.of("parent=tay", "organisation=tay", "parent=Tây", "parent=Đảng bộ xã Tây")) {
            assertThat(get(Role.CLERK, place.east(), "/organisations/choices?" + asked.replace(" ", "%20")))
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain("Tây", "<option");
        }
    }

    @Test
    void theFileOfAListHoldsJustWhatTheListShows() {
        var place = orgs.tree();
        var base = orgs.add("Đảng bộ công ty Đông", "DB_CS", "DOANH_NGHIEP", place.east());
        var cell = orgs.add("Chi bộ xưởng Đông", "CB_TT", null, base);
        for (var asked : List.of(
                "",
                "deep=true",
                "q=xuong&deep=true",
                "type=DB_CS&deep=true",
                "kind=DOANH_NGHIEP&deep=true",
                "organisation=" + base,
                "organisation=" + base + "&deep=true",
                "type=CB_TT&q=dong&deep=true",
                "asAt=2009-12-31&deep=true",
                "deep=true&sort=name,desc")) {
            var shown = listed(place, "/organisations?" + asked);
            assertThat(taken(place, "/organisations.csv?" + asked)).as(asked).isEqualTo(shown);
        }
        assertThat(taken(place, "/organisations.csv?q=xuong&deep=true")).containsExactly(orgs.name(cell));
        assertThat(taken(place, "/organisations.csv?type=DB_CS&deep=true"))
                .containsExactlyInAnyOrder(orgs.name(place.eastBase()), orgs.name(base));
    }

    private List<String> listed(Orgs.Tree place, String address) {
        var shown = requireNonNull(
                get(Role.CLERK, place.east(), address).getMvcResult().getModelAndView());
        return ((Listing<?>) requireNonNull(shown.getModel().get("listing")))
                .rows().stream().map(row -> ((OrganisationRow) row).name()).toList();
    }

    private List<String> taken(Orgs.Tree place, String address) {
        var bytes = get(Role.CLERK, place.east(), address).getResponse().getContentAsByteArray();
        return new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split("[,;]", -1)[1])
                .toList();
    }
}

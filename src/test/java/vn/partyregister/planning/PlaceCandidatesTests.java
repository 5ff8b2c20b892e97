package vn.partyregister.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.partyregister.Orgs;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;
import vn.partyregister.admission.AdmissionCaseId;
import vn.partyregister.admission.AdmissionFiles;
import vn.partyregister.admission.Admissions;
import vn.partyregister.admission.Candidate;
import vn.partyregister.admission.NewCase;
import vn.partyregister.admission.Stage;
import vn.partyregister.admission.StepEntry;
import vn.partyregister.admission.ToldAnew;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Uuids;

/** Candidates for places without members: which place is meant, and who stands on its page. */
@RegisterTest
class PlaceCandidatesTests {
    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);
    private static final LocalDate NOMINATED = LocalDate.of(2022, 3, 1);

    @Autowired
    private PlaceBook book;

    @Autowired
    private PlaceCandidates candidates;

    @Autowired
    private Admissions admissions;

    @Autowired
    private AdmissionFiles files;

    @Autowired
    private Orgs orgs;

    @Autowired
    private SignIn signIn;

    @Autowired
    private MockMvcTester mvc;

    private Orgs.Tree tree;
    private Scope east;
    private String name;
    private PlaceId place;

    @BeforeEach
    void aHamletWithoutMembers() {
        tree = orgs.tree();
        east = Scope.of(Set.of(tree.east().id()));
        name = "Ấp Xa " + Uuids.next();
        place = place(name, tree.eastBase());
    }

    private PlaceId place(String called, OrganisationId committee) {
        return book.record("HAMLET", called, SINCE, new Situation(committee, null, false, null), Scope.EVERYTHING);
    }

    private String written(OrganisationId committee) {
        return name + " – " + orgs.name(committee);
    }

    private AdmissionCaseId open(OrganisationId cell, @Nullable String told, Scope scope) {
        return admissions.open(new NewCase(candidate("Kim Thị Nguồn"), null, cell, NOMINATED, null, told), scope);
    }

    private static Candidate candidate(String called) {
        return Candidate.named(
                called,
                "FEMALE",
                PartialDate.of(LocalDate.of(1996, 5, 4)),
                "KHMER",
                "NONE",
                "FARMER",
                "NEITHER",
                null,
                null,
                null,
                null,
                false);
    }

    private void correct(AdmissionCaseId id, String called, @Nullable String told) {
        var version = files.open(id, east).one().version();
        admissions.correct(id, version, new ToldAnew(candidate(called), null, false, told, "theo hồ sơ"), east);
    }

    private List<AdmissionCaseId> cases(PlaceId of) {
        return candidates.of(of, east).stream()
                .map(row -> new AdmissionCaseId(row.id()))
                .toList();
    }

    @Test
    void aPlaceIsMeantByItsNameWhereOnlyOneBearsIt() {
        var chosen = open(tree.eastCell(), name.toLowerCase(Locale.ROOT), east);
        open(tree.eastCell(), name + " nữa", east);
        open(tree.eastCell(), null, east);
        assertThat(cases(place)).containsExactly(chosen);
        assertThat(files.open(chosen, east).place()).isEqualTo(place.id());
    }

    @Test
    void ofTwoOfOneNameWhatThePickerWritesMeansOne() {
        var other = place(name, tree.east());
        assertThat(candidates.choices(name, east, 12))
                .extracting(PlaceChoice::written)
                .containsExactlyInAnyOrder(written(tree.eastBase()), written(tree.east()));
        var nobodyKnows = open(tree.eastCell(), name, east);
        var chosen = open(tree.eastCell(), written(tree.east()), east);
        assertThat(cases(place)).isEmpty();
        assertThat(cases(other)).containsExactly(chosen);
        assertThat(files.open(nobodyKnows, east).one().sourcePlace())
                .as("the text stays")
                .isEqualTo(name);
    }

    @Test
    void aPlaceOfAnotherDistrictIsNeitherOfferedNorMeant() {
        var west = Scope.of(Set.of(tree.west().id()));
        assertThat(candidates.choices(name, west, 12)).isEmpty();
        var free = open(tree.westCell(), written(tree.eastBase()), west);
        assertThat(files.open(free, west).place()).isNull();
        var linked = open(tree.westCell(), name, Scope.EVERYTHING);
        assertThat(cases(place)).as("whose cell the east does not answer for").isEmpty();
        assertThat(files.open(linked, west).place())
                .as("nor does the west open its place")
                .isNull();
    }

    @Test
    void theLinkFollowsWhatIsToldAnewAndNothingElse() {
        var id = open(tree.eastCell(), written(tree.eastBase()), east);
        var other = place(name, tree.eastBase());
        correct(id, "Kim Thị Nguồn Mới", written(tree.eastBase()));
        assertThat(cases(place))
                .as("two are called so by now; another name of hers changes nothing")
                .containsExactly(id);
        var third = place(name + " B", tree.eastBase());
        correct(id, "Kim Thị Nguồn Mới", name + " B");
        assertThat(cases(place)).isEmpty();
        assertThat(cases(other)).isEmpty();
        assertThat(cases(third)).containsExactly(id);
        correct(id, "Kim Thị Nguồn Mới", null);
        assertThat(cases(third)).isEmpty();
        assertThat(files.open(id, east).place()).isNull();
    }

    @Test
    void whatIsOverIsNoLongerUnderWay() {
        var id = open(tree.eastCell(), name, east);
        var withdrawn = new StepEntry(NOMINATED.plusDays(1), null, null, null, List.of(), null, null, "xin rút");
        admissions.reach(id, Stage.WITHDRAWN, withdrawn, Scope.EVERYTHING);
        assertThat(cases(place)).isEmpty();
        assertThat(files.open(id, east).place()).as("it stays linked").isEqualTo(place.id());
    }

    @Test
    void thePageOfThePlaceAndThatOfTheCaseLeadToEachOther() {
        var id = open(tree.eastCell(), name, east);
        var clerk = signIn.as(Role.CLERK, tree.east());
        assertThat(mvc.get().uri("/plans/places/" + place + "?lang=vi").with(clerk))
                .bodyText()
                .contains("/admissions/" + id, "Kim Thị Nguồn", "Tạo nguồn");
        assertThat(mvc.get().uri("/admissions/" + id + "?lang=vi").with(clerk))
                .bodyText()
                .contains("/plans/places/" + place);
        assertThat(mvc.get().uri("/admissions/new?lang=vi").with(clerk))
                .bodyText()
                .contains("data-choices=\"/plans/places/choices\"");
        assertThat(mvc.get().uri("/plans/places/choices?place={typed}", name).with(clerk))
                .bodyText()
                .contains(written(tree.eastBase()));
        assertThat(mvc.get().uri("/plans/places/choices?place={typed}", name).with(signIn.as(Role.CLERK, tree.west())))
                .bodyText()
                .doesNotContain("Ấp Xa");
    }
}

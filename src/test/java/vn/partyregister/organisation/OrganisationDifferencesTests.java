package vn.partyregister.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.partyregister.Orgs;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;
import vn.partyregister.organisation.OrganisationDifferences.Asked;
import vn.partyregister.organisation.OrganisationDifferences.Kind;
import vn.partyregister.organisation.OrganisationDifferences.Row;
import vn.partyregister.platform.Scope;

@RegisterTest
class OrganisationDifferencesTests {
    private static final LocalDate DAY = LocalDate.of(2022, 2, 3);
    private static final Decision DECISION = new Decision("Ban Thường vụ", "1-QĐ/BTV", DAY, null);

    @Autowired
    private Organisations organisations;

    @Autowired
    private OrganisationDifferences differences;

    @Autowired
    private Orgs orgs;

    @Autowired
    private SignIn signIn;

    @Autowired
    private MockMvcTester mvc;

    private Orgs.Tree here;

    @BeforeEach
    void aTree() {
        here = orgs.tree();
    }

    @Test
    void whatIsFoundedEndedRenamedAndMovedOnADayIsADifferenceOfTheEve() {
        organisations.rename(here.eastCell(), 0, "Chi bộ ấp Đông Mới", DAY, DECISION, Scope.EVERYTHING);
        organisations.move(here.otherEastCell(), 0, here.westBase(), DAY, DECISION, Scope.EVERYTHING);
        organisations.close(here.westCell(), 0, DAY, DECISION, Scope.EVERYTHING);
        assertThat(rows(here.east(), Kind.RENAMED, DAY.minusDays(1), DAY))
                .extracting(Row::after)
                .containsExactly("Chi bộ ấp Đông Mới");
        assertThat(rows(here.east(), Kind.RENAMED, DAY, DAY.plusDays(1))).isEmpty();
        assertThat(rows(here.east(), Kind.DEPARTED, DAY.minusDays(1), DAY))
                .extracting(Row::id)
                .containsExactly(here.otherEastCell());
        assertThat(rows(here.west(), Kind.ARRIVED, DAY.minusDays(1), DAY))
                .extracting(Row::id)
                .containsExactly(here.otherEastCell());
        assertThat(rows(here.root(), Kind.MOVED, DAY.minusDays(1), DAY))
                .extracting(Row::id)
                .contains(here.otherEastCell());
        assertThat(rows(here.west(), Kind.ENDED, DAY.minusDays(1), DAY)).isEmpty();
        assertThat(rows(here.west(), Kind.ENDED, DAY, DAY.plusDays(1)))
                .extracting(Row::id)
                .containsExactly(here.westCell());
        var page = differences.page(
                new Asked(here.west(), DAY.minusDays(1), DAY.plusDays(1), Kind.ENDED),
                Scope.EVERYTHING,
                OrganisationDifferences.STANDARD_ORDER,
                1);
        assertThat(page.figures().closes()).isTrue();
        assertThat(page.figures().stood()).isEqualTo(3);
        assertThat(page.figures().stands()).isEqualTo(3);
        assertThat(page.listing().total()).isEqualTo(1);
    }

    @Test
    void thePageShowsThemAndLeavesAsAFileAndOnPaper() {
        organisations.rename(here.eastCell(), 0, "Chi bộ ấp Đông Khác", DAY, DECISION, Scope.EVERYTHING);
        var clerk = signIn.as(Role.CLERK, here.east());
        var asked = "?kind=RENAMED&from=2022-02-01&to=2022-02-28&organisation=" + here.east();
        assertThat(mvc.get()
                        .uri("/organisations/differences" + asked)
                        .with(clerk)
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("Chi bộ ấp Đông Khác", "trước: Chi bộ ấp Đông 1", "Số liệu khớp");
        assertThat(mvc.get()
                        .uri("/organisations/differences.csv" + asked)
                        .with(clerk)
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("Chi bộ ấp Đông Khác");
        assertThat(mvc.get()
                        .uri("/organisations/differences.pdf" + asked)
                        .with(clerk)
                        .exchange())
                .hasStatusOk();
        assertThat(mvc.get()
                        .uri("/organisations/differences?organisation=" + here.west())
                        .with(clerk)
                        .exchange())
                .hasStatus(404);
        assertThat(mvc.get()
                        .uri("/organisations/differences?from=31/02/2022&organisation=" + here.east())
                        .with(clerk)
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("31/02/2022");
    }

    private List<Row> rows(OrganisationId organisation, Kind kind, LocalDate from, LocalDate to) {
        return differences.all(
                new Asked(organisation, from, to, kind), Scope.EVERYTHING, OrganisationDifferences.STANDARD_ORDER);
    }
}

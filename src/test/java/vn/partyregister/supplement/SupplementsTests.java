package vn.partyregister.supplement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.member.Ground;
import vn.partyregister.member.MemberId;
import vn.partyregister.member.Section;
import vn.partyregister.member.Sheets;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;

/** A campaign asks whoever stood there on its opening day, takes each supplement once, and counts them. */
@RegisterTest
class SupplementsTests {
    private static final LocalDate TODAY = LocalDate.of(2022, 4, 30);
    private static final LocalDate OPENS = LocalDate.of(2022, 4, 1);
    private static final LocalDate DUE = LocalDate.of(2022, 4, 20);

    @Autowired
    private Supplements supplements;

    @Autowired
    private CampaignList campaigns;

    @Autowired
    private SupplementSheets papers;

    @Autowired
    private Sheets sheets;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private Orgs.Tree tree;
    private Scope east;

    @BeforeEach
    void aTreeOfItsOwn() {
        tree = orgs.tree();
        east = Scope.of(Set.of(tree.east().id()));
    }

    @Test
    void whoStoodThereOnTheOpeningDayIsAskedAndNobodyElse() {
        var there = people.add(tree.eastCell(), person -> person);
        var probationer = people.add(tree.otherEastCell(), person -> person.joined(OPENS, null));
        var dayAfter = people.add(tree.eastCell(), person -> person.joined(OPENS.plusDays(1), null));
        var elsewhere = people.add(tree.westCell(), person -> person);
        var gone = people.add(tree.eastCell(), person -> person);
        people.died(gone, tree.eastCell(), OPENS);
        var campaign = open(OPENS);
        assertThat(asked(campaign)).containsExactlyInAnyOrder(there, probationer);
        assertThat(supplements.addJoiners(campaign, east)).isEqualTo(1);
        assertThat(asked(campaign))
                .containsExactlyInAnyOrder(there, probationer, dayAfter)
                .doesNotContain(elsewhere, gone);
    }

    @Test
    void aCampaignOpensTodayAtTheLatest() {
        people.add(tree.eastCell(), person -> person);
        refused("supplement.in-the-future", () -> open(TODAY.plusDays(1)));
        assertThat(campaigns.get(open(TODAY), east).isOpen()).isTrue();
    }

    @Test
    void aCampaignIsDueOnTheDayItOpensAtTheEarliest() {
        people.add(tree.eastCell(), person -> person);
        refused("supplement.due-before-it-opens", () -> open(OPENS, OPENS.minusDays(1)));
        assertThat(campaigns.get(open(OPENS, OPENS), east).dueOn()).isEqualTo(OPENS);
    }

    @Test
    void aCampaignDoesNotOpenBeforeItsYear() {
        people.add(tree.eastCell(), person -> person);
        refused("supplement.opens-before-its-year", () -> open(LocalDate.of(2021, 12, 31)));
        open(LocalDate.of(2022, 1, 1));
    }

    @Test
    void anOrganisationHasOneOpenCampaignAYear() {
        people.add(tree.eastCell(), person -> person);
        var first = open(OPENS);
        refused("supplement.open-already", () -> open(OPENS));
        supplements.close(first, east);
        assertThat(open(OPENS)).isNotEqualTo(first);
    }

    @Test
    void anOrganisationWithoutMembersAsksNobody() {
        refused("supplement.nobody-there", () -> open(OPENS));
    }

    @Test
    void aSupplementIsHandedInBetweenTheOpeningDayAndToday() {
        var one = people.add(tree.eastCell(), person -> person);
        var other = people.add(tree.eastCell(), person -> person);
        var campaign = open(OPENS);
        refused("supplement.before-it-opens", () -> unchanged(campaign, one, OPENS.minusDays(1)));
        refused("supplement.in-the-future", () -> unchanged(campaign, one, TODAY.plusDays(1)));
        unchanged(campaign, one, OPENS);
        unchanged(campaign, other, TODAY);
        assertThat(campaigns.get(campaign, east).handedIn()).isEqualTo(2);
    }

    @Test
    void aSupplementIsHandedInOnce() {
        var member = people.add(tree.eastCell(), person -> person);
        var campaign = open(OPENS);
        unchanged(campaign, member, OPENS);
        refused("supplement.handed-in-already", () -> unchanged(campaign, member, OPENS));
    }

    @Test
    void nothingIsTakenAfterTheClosing() {
        var member = people.add(tree.eastCell(), person -> person);
        var campaign = open(OPENS);
        supplements.close(campaign, east);
        refused("supplement.closed", () -> unchanged(campaign, member, OPENS));
        refused("supplement.closed", () -> supplements.addJoiners(campaign, east));
        refused("supplement.closed", () -> supplements.close(campaign, east));
    }

    @Test
    void whatTheMemberDeclaresAgreesWithWhatWasEntered() {
        var member = people.add(tree.eastCell(), person -> person);
        var campaign = open(OPENS);
        refused("supplement.no-change-entered", () -> supplements.handIn(campaign, member, TODAY, true, east));
        amend(member, "Ấp 2");
        refused("supplement.change-entered", () -> unchanged(campaign, member, TODAY));
        supplements.handIn(campaign, member, TODAY, true, east);
    }

    @Test
    void aSupplementShowsOnlyWhatChangedSinceTheOneBefore() {
        var member = people.add(tree.eastCell(), person -> person);
        var first = open(OPENS);
        amend(member, "Ấp 2");
        supplements.handIn(first, member, TODAY, true, east);
        supplements.close(first, east);
        var second = open(OPENS);
        amend(member, "Ấp 3");
        assertThat(shown(first, member)).containsExactly("Ấp 2");
        assertThat(shown(second, member)).containsExactly("Ấp 3");
    }

    @Test
    void whoMayNotBeSeenIsNotThere() {
        var member = people.add(tree.westCell(), person -> person);
        people.add(tree.eastCell(), person -> person);
        var campaign = open(OPENS);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> unchanged(campaign, member, TODAY));
        var west = Scope.of(Set.of(tree.west().id()));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> campaigns.get(campaign, west));
        var cell = Scope.of(Set.of(tree.eastCell().id()));
        assertThat(campaigns.get(campaign, cell).expected()).isEqualTo(1);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> supplements.close(campaign, cell));
    }

    @Test
    void theCountsOfTheOrganisationsAreThoseOfANaiveCountAndSumUp() {
        var base = orgs.add("Đảng bộ xã thứ hai " + tree.east(), "DB_CS", "XA", tree.east());
        var cells = List.of(tree.eastCell(), tree.otherEastCell(), orgs.add("Chi bộ riêng", "CB_TT", null, base));
        for (int number = 0; number < 30; number++) {
            people.add(cells.get(number % cells.size()), person -> person);
        }
        var campaign = open(OPENS);
        var place = 0;
        for (var member : asked(campaign)) {
            if (place++ % 3 > 0) {
                unchanged(campaign, member, place % 2 == 0 ? DUE : DUE.plusDays(1));
            }
        }
        for (var organisation : List.of(tree.east(), tree.eastBase(), base)) {
            var figures = campaigns.below(campaign, organisation, east);
            assertThat(figures.sum()).isEqualTo(naive(campaign, organisation, null));
            assertThat(figures.rows())
                    .isNotEmpty()
                    .allSatisfy(row ->
                            assertThat(row).isEqualTo(naive(campaign, Objects.requireNonNull(row.id()), row.name())));
            assertThat(figures.rows().stream().mapToLong(FigureRow::expected).sum())
                    .isEqualTo(figures.sum().expected());
        }
    }

    private FigureRow naive(CampaignId campaign, OrganisationId organisation, @Nullable String name) {
        return jdbc.sql("""
                        with recursive below as (
                            select cast(:organisation as uuid) as id
                            union select v.organisation_id from organisation.organisation_version v
                            join below on v.parent_id = below.id)
                        select count(*), count(h.member_id), count(*) filter (where h.handed_in_on > :due)
                        from supplement.expected e left join supplement.handing_in h using (campaign_id, member_id)
                        where e.campaign_id = :campaign and e.organisation_id in (select id from below)
                        """)
                .param("organisation", organisation.id())
                .param("campaign", campaign.id())
                .param("due", DUE)
                .query((row, _) -> new FigureRow(
                        name == null ? null : organisation, name, row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    private CampaignId open(LocalDate day) {
        return open(day, day.isAfter(DUE) ? day : DUE);
    }

    private CampaignId open(LocalDate day, LocalDate due) {
        return supplements.open(new NewCampaign(tree.east(), 2022, day, due, "12-CV/HU"), east);
    }

    private void unchanged(CampaignId campaign, MemberId member, LocalDate day) {
        supplements.handIn(campaign, member, day, false, east);
    }

    private void amend(MemberId member, String hamlet) {
        sheets.amend(
                member,
                tree.eastCell(),
                Section.ORIGIN,
                List.of(Map.of("native_detail", hamlet)),
                Ground.supplement("Sổ hộ khẩu"),
                sheets.get(member, Section.ORIGIN).mark());
    }

    private List<String> shown(CampaignId campaign, MemberId member) {
        return papers.of(campaign, member, true).amendments().stream()
                .flatMap(amendment -> amendment.changes().stream())
                .map(change -> change.after())
                .toList();
    }

    private List<MemberId> asked(CampaignId campaign) {
        return jdbc.sql("select member_id from supplement.expected where campaign_id = :id order by member_id")
                .param("id", campaign.id())
                .query((row, _) -> MemberId.of(row.getString(1)))
                .list();
    }

    private static void refused(String key, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.RuleBroken.class).isThrownBy(act).returns(key, Refusal::key);
    }
}

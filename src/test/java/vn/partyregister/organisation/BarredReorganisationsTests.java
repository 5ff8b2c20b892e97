package vn.partyregister.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.partyregister.RegisterTest;
import vn.partyregister.platform.Scope;

/** What keeps a reorganisation from being carried out. */
@RegisterTest
class BarredReorganisationsTests extends ReorganisationDesk {
    @Test
    void aTypeThatFitsNothingBelowIsBarred() {
        assertBarred("organisation.plan.pair-forbidden", Step.changeType(place.eastBase(), "DB_HUYEN", null));
    }

    @Test
    void nothingIsMergedIntoItself() {
        var id = draft();
        refused(
                "organisation.plan.into-itself",
                () -> reorganisations.add(
                        id, 1, List.of(Step.merge(place.eastCell(), place.eastCell())), Scope.EVERYTHING));
        assertThat(reorganisations.steps(id)).isEmpty();
    }

    @Test
    void theSchemaAloneRefusesAMergeIntoItself() {
        assertThatThrownBy(() -> store.add(draft(), List.of(Step.merge(place.eastCell(), place.eastCell()))))
                .hasMessageContaining("nothing_is_merged_into_or_put_under_itself");
    }

    @Test
    void twoThatGoIntoEachOtherGoIntoNothing() {
        assertBarred(
                "organisation.plan.goes-into-nothing",
                Step.merge(place.eastCell(), place.otherEastCell()),
                Step.merge(place.otherEastCell(), place.eastCell()));
    }

    @Test
    void nobodyStandsUnderThoseBelowThem() {
        assertBarred("organisation.parent-in-circle", Step.move(place.eastBase(), place.eastCell()));
    }

    @Test
    void whoEndsChangesInNoOtherWay() {
        assertBarred(
                "organisation.plan.ends-and-changes",
                Step.merge(place.eastCell(), place.otherEastCell()),
                Step.rename(place.eastCell(), "Tên khác"));
    }

    @Test
    void theRootStays() {
        assertBarred("organisation.plan.root-stays", Step.close(place.root()));
        assertBarred("organisation.root-does-not-move", Step.move(place.root(), place.east()));
    }

    @Test
    void anOrganisationDoesNotEndWithMembersLeft() {
        people.add(place.eastCell(), person -> person);
        assertBarred("membership.reorganisation.left-behind", Step.close(place.eastCell()));
        carriedOut(Step.close(place.otherEastCell()));
        assertThat(tree.find(place.otherEastCell(), Scope.EVERYTHING, DAY)).isEmpty();
    }

    @Test
    void anOrganisationDoesNotEndWithChildrenLeft() {
        assertBarred("organisation.plan.closing-with-children", Step.close(place.eastBase()));
    }

    @Test
    void membersGoToCellsAlone() {
        people.add(place.eastCell(), person -> person);
        assertBarred("membership.reorganisation.holds-none", Step.merge(place.eastCell(), place.westBase()));
    }

    @Test
    void aForbiddenPairNamesItsRule() {
        var id = draft(Step.move(place.eastCell(), place.west()));
        assertThat(barring(id))
                .filteredOn(line -> line.key().equals("organisation.plan.pair-forbidden"))
                .singleElement()
                .satisfies(line -> assertThat(line.source()).isNotNull());
    }

    @Test
    void noTwoBelowOneHaveTheSameName() {
        assertBarred("organisation.plan.name-taken", Step.rename(place.eastCell(), orgs.name(place.otherEastCell())));
    }

    @Test
    void whatWasToldOfADayAfterStandsInTheWay() {
        var member = people.add(place.eastCell(), person -> person);
        people.moved(member, place.eastCell(), place.westCell(), DAY.plusDays(1));
        assertBarred("membership.reorganisation.told-later", Step.merge(place.eastCell(), place.otherEastCell()));
    }

    @Test
    void whoeverChangedOnTheDayItselfStandsInTheWay() {
        organisations.rename(
                place.eastCell(), 0, "Chi bộ vừa đổi " + place.eastCell(), DAY, decision(), Scope.EVERYTHING);
        assertBarred("organisation.plan.began-then", Step.merge(place.eastCell(), place.otherEastCell()));
    }

    @Test
    void nothingOutsideOfItsAreaIsTouched() {
        var id = reorganisations.draft(place.east(), outline(), Scope.EVERYTHING);
        reorganisations.add(id, 0, List.of(Step.move(place.eastCell(), place.westBase())), Scope.EVERYTHING);
        assertThat(barring(id)).extracting(Consequence::key).containsOnly("organisation.plan.out-of-area");
    }

    @Test
    void itIsCarriedOutNoDayEarlierAndNotWithoutItsDecision() {
        var today = LocalDate.of(2022, 4, 30);
        var tomorrow = reorganisations.draft(
                place.root(), new Outline("Ngày mai", today.plusDays(1), decision()), Scope.EVERYTHING);
        refused("organisation.plan.day-to-come", () -> reorganisations.apply(tomorrow, 0, Scope.EVERYTHING));
        var undecided =
                reorganisations.draft(place.root(), new Outline("Chưa quyết định", today, null), Scope.EVERYTHING);
        refused("organisation.plan.no-decision", () -> reorganisations.apply(undecided, 0, Scope.EVERYTHING));
    }

    @Test
    void whatIsBarredLeavesEverythingAsItWasAndSaysSo() {
        var before = state();
        var id = draft(Step.move(place.eastBase(), place.eastCell()));
        apply(id);
        assertThat(reorganisations.get(id, Scope.EVERYTHING))
                .returns(ReorganisationState.DRAFT, Reorganisation::state)
                .returns("organisation.plan.barred", Reorganisation::stopped);
        assertThat(state()).isEqualTo(before);
    }

    private void assertBarred(String key, Step... steps) {
        assertThat(barring(draft(steps))).extracting(Consequence::key).contains(key);
    }
}

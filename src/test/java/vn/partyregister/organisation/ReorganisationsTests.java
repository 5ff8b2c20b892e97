package vn.partyregister.organisation;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import vn.partyregister.RegisterTest;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;

/** What a reorganisation does, and that it is taken back whole. */
@RegisterTest
class ReorganisationsTests extends ReorganisationDesk {
    @Autowired
    Succession succession;

    @Autowired
    Enactment enactment;

    @Autowired
    OrganisationHistory histories;

    @Autowired
    Ancestry ancestry;

    @Test
    void whoeverBelongsToACellThatGoesIntoAnotherBelongsThereFromTheDayOn() {
        var member = people.add(place.eastCell(), person -> person);
        var done = carriedOut(Step.merge(place.eastCell(), place.otherEastCell()));
        assertThat(standsIn(member, DAY.minusDays(1)))
                .isEqualTo(place.eastCell().id());
        assertThat(standsIn(member, DAY)).isEqualTo(place.otherEastCell().id());
        assertThat(movements(member)).containsExactly("OPENING", "REASSIGNED");
        assertThat(tree.find(place.eastCell(), Scope.EVERYTHING, DAY.minusDays(1)))
                .isPresent();
        assertThat(tree.find(place.eastCell(), Scope.EVERYTHING, DAY)).isEmpty();
        assertThat(succession.became(place.eastCell()))
                .singleElement()
                .returns(place.otherEastCell().id(), Succession.Link::id);
        assertThat(succession.cameFrom(place.otherEastCell()))
                .singleElement()
                .returns(done.id(), Succession.Link::reorganisation);
        assertThat(done.appliedBy()).isEqualTo("program");
    }

    @Test
    void whatStandsBelowOneThatGoesIntoAnotherGoesAlong() {
        carriedOut(Step.merge(place.eastBase(), place.westBase()));
        assertThat(tree.path(place.eastCell(), Scope.EVERYTHING, DAY).stream().map(OrganisationTree.Named::id))
                .containsExactly(place.root(), place.west(), place.westBase(), place.eastCell());
        assertThat(tree.path(place.eastCell(), Scope.EVERYTHING, DAY.minusDays(1)).stream()
                        .map(OrganisationTree.Named::id))
                .containsExactly(place.root(), place.east(), place.eastBase(), place.eastCell());
        assertThat(histories.of(place.eastCell()).getFirst().act()).isEqualTo("MOVED");
    }

    @Test
    void twoBecomeOneThatBeginsThatDay() {
        var member = people.add(place.eastCell(), person -> person);
        var begun = OrganisationId.next();
        carriedOut(
                Step.merge(place.eastCell(), begun),
                Step.merge(place.otherEastCell(), begun),
                Step.found(begun, "Chi bộ ấp hợp nhất " + begun, "CB_TT", null, place.eastBase()));
        assertThat(standsIn(member, DAY)).isEqualTo(begun.id());
        assertThat(tree.get(begun, Scope.EVERYTHING, DAY).since()).isEqualTo(DAY);
        assertThat(succession.cameFrom(begun)).hasSize(2);
    }

    @Test
    void whoeverWasChosenGoesWithTheOneThatIsSplitOff() {
        var goes = people.add(place.eastCell(), person -> person);
        var stays = people.add(place.eastCell(), person -> person);
        var begun = OrganisationId.next();
        var id = draft(Step.split(begun, place.eastCell(), "Chi bộ tách " + begun, "CB_TT", null, place.eastBase()));
        choose(id, goes, begun);
        var change = changes.of(id, Scope.EVERYTHING).getFirst();
        assertThat(change.manner()).isEqualTo(Change.Manner.SPLIT_OFF);
        assertThat(change.after()).returns(1, Change.Side::members);
        apply(id);
        assertThat(standsIn(goes, DAY)).isEqualTo(begun.id());
        assertThat(standsIn(stays, DAY)).isEqualTo(place.eastCell().id());
    }

    @Test
    void manyChangesOfOneOrganisationAreOneVersion() {
        carriedOut(
                Step.rename(place.eastCell(), "Chi bộ tên khác " + place.eastCell()),
                Step.move(place.eastCell(), place.westBase()).withCode("77." + NUMBERS.incrementAndGet()));
        assertThat(histories.of(place.eastCell())).hasSize(2);
        assertThat(histories.of(place.eastCell()).getFirst())
                .returns("REORGANISED", OrganisationHistory.Past::act)
                .returns(DAY, OrganisationHistory.Past::day);
        assertThat(tree.get(place.eastCell(), Scope.EVERYTHING, DAY).code()).startsWith("77.");
    }

    /** Another type from the day on, with the cells below it and their members; the day before it is what it was. */
    @Test
    void theTypeOfAnOrganisationChangesAndChangesBack() {
        var member = people.add(place.eastCell(), person -> person);
        var before = state();
        var id = carriedOut(Step.changeType(place.eastBase(), "DB_XA", "PHUONG")
                        .withCode("88." + NUMBERS.incrementAndGet()))
                .key();
        assertThat(tree.get(place.eastBase(), Scope.EVERYTHING, DAY.minusDays(1)))
                .returns("DB_CS", OrganisationTree.Facts::type)
                .returns("XA", OrganisationTree.Facts::kind);
        assertThat(tree.get(place.eastBase(), Scope.EVERYTHING, DAY))
                .returns("DB_XA", OrganisationTree.Facts::type)
                .returns("PHUONG", OrganisationTree.Facts::kind)
                .returns(orgs.name(place.eastBase()), OrganisationTree.Facts::name);
        assertThat(histories.of(place.eastBase())).hasSize(2);
        assertThat(changes.of(id, Scope.EVERYTHING))
                .singleElement()
                .returns(Change.Manner.CHANGED, Change::manner)
                .returns(place.eastBase(), Change::id);
        assertThat(standsIn(member, DAY)).isEqualTo(place.eastCell().id());
        assertThat(movements(member)).containsExactly("OPENING");
        assertThat(succession.became(place.eastBase())).isEmpty();
        takeBack(id, "Nhầm loại hình");
        assertThat(state()).isEqualTo(before);
        assertThat(tree.get(place.eastBase(), Scope.EVERYTHING, DAY))
                .returns("DB_CS", OrganisationTree.Facts::type)
                .returns("XA", OrganisationTree.Facts::kind);
        assertClosureIsNaive();
    }

    /** Nothing is lost: the history still tells what was done, and that it no longer holds. */
    @Test
    void whatWasTakenBackIsToldAsTakenBack() {
        var before = orgs.name(place.westCell());
        var id = carriedOut(
                        Step.rename(place.westCell(), "Chi bộ nhầm tên " + place.westCell()),
                        Step.merge(place.eastCell(), place.otherEastCell()))
                .key();
        assertThat(histories.of(place.westCell()).getFirst())
                .returns("RENAMED", OrganisationHistory.Past::act)
                .returns(false, OrganisationHistory.Past::takenBack);
        takeBack(id, "Nhầm");
        assertThat(histories.of(place.westCell()))
                .extracting(OrganisationHistory.Past::act, OrganisationHistory.Past::takenBack)
                .containsExactly(Tuple.tuple("RENAMED", true), Tuple.tuple("OPENED", false));
        assertThat(histories.of(place.eastCell()).getFirst())
                .returns("CLOSED", OrganisationHistory.Past::act)
                .returns(true, OrganisationHistory.Past::takenBack);
        assertThat(tree.get(place.westCell(), Scope.EVERYTHING, DAY).name()).isEqualTo(before);
    }

    @Test
    void whatWasReorganisedTakesASingleActLater() {
        carriedOut(
                Step.rename(place.eastCell(), "Chi bộ xếp lại " + place.eastCell()),
                Step.move(place.eastCell(), place.westBase()));
        organisations.rename(
                place.eastCell(),
                tree.get(place.eastCell(), Scope.EVERYTHING, DAY).revision(),
                "Chi bộ đặt lại " + place.eastCell(),
                DAY.plusDays(1),
                decision(),
                Scope.EVERYTHING);
        assertThat(histories.of(place.eastCell()))
                .extracting(OrganisationHistory.Past::act)
                .containsExactly("RENAMED", "REORGANISED", "OPENED");
    }

    @Test
    void takenBackWholeEverythingIsAsItWas() {
        var member = people.add(place.eastCell(), person -> person);
        var before = state();
        var begun = OrganisationId.next();
        var id = carriedOut(
                        Step.found(begun, "Đảng bộ xã mới " + begun, "DB_CS", "XA", place.east()),
                        Step.merge(place.eastBase(), begun),
                        Step.merge(place.eastCell(), place.otherEastCell()),
                        Step.rename(place.westCell(), "Chi bộ ấp đổi tên " + begun))
                .key();
        assertThat(state()).isNotEqualTo(before);
        takeBack(id, "Nhầm phương án");
        assertThat(reorganisations.get(id, Scope.EVERYTHING))
                .returns(ReorganisationState.REVERSED, Reorganisation::state)
                .returns("Nhầm phương án", Reorganisation::reversedWhy);
        assertThat(state()).isEqualTo(before);
        assertThat(movements(member)).containsExactly("OPENING", "REASSIGNED", "REASSIGNED back");
        assertThat(succession.became(place.eastCell())).isEmpty();
        assertThat(changes.of(id, Scope.EVERYTHING)).hasSize(5);
        assertClosureIsNaive();
    }

    @Test
    void whatRestsOnItKeepsItFromBeingTakenBack() {
        people.add(place.eastCell(), person -> person.named("Trần Thị Hoa"));
        var id = carriedOut(Step.merge(place.eastCell(), place.otherEastCell())).key();
        people.add(place.otherEastCell(), person -> person);
        organisations.rename(
                place.otherEastCell(),
                tree.get(place.otherEastCell(), Scope.EVERYTHING, DAY).revision(),
                "Chi bộ ấp khác " + id,
                DAY,
                decision(),
                Scope.EVERYTHING);
        assertThat(reorganisations.resting(id, Scope.EVERYTHING)).isEmpty();
        var moved = OrganisationId.next();
        var other = carriedOut(
                        Step.found(moved, "Đảng bộ xã mới " + moved, "DB_CS", "XA", place.east()),
                        Step.merge(place.westBase(), moved))
                .key();
        organisations.found(new Founding("Chi bộ thêm", "CB_TT", null, moved, null, DAY), decision(), Scope.EVERYTHING);
        takeBack(other, "Nhầm");
        assertThat(reorganisations.get(other, Scope.EVERYTHING))
                .returns(ReorganisationState.APPLIED, Reorganisation::state)
                .returns("organisation.plan.rests", Reorganisation::stopped)
                .returns(null, Reorganisation::reversedWhy);
        assertThat(reorganisations.resting(other, Scope.EVERYTHING))
                .extracting(Consequence::key)
                .containsExactly("organisation.plan.rests.below");
    }

    @Test
    void whoeverLeftOnTheVeryDayDoesNotMove() {
        var member = people.add(place.eastCell(), person -> person);
        people.moved(member, place.eastCell(), place.westCell(), DAY);
        carriedOut(Step.merge(place.eastCell(), place.otherEastCell()));
        assertThat(standsIn(member, DAY)).isEqualTo(place.westCell().id());
        assertThat(movements(member)).containsExactly("OPENING", "TRANSFERRED");
    }

    @Test
    void aDraftOfOneDistrictIsUnknownToTheOther() {
        var east = Scope.of(Set.of(place.east().id()));
        var id = reorganisations.draft(place.east(), outline(), east);
        assertThat(reorganisations.get(id, east).isDraft()).isTrue();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() ->
                        reorganisations.get(id, Scope.of(Set.of(place.west().id()))));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> reorganisations.draft(place.west(), outline(), east));
    }

    @Test
    void whoHasNotSeenTheOthersStepDoesNotAddTheirOwn() {
        var id = draft(Step.rename(place.eastCell(), "Chi bộ một " + place.eastCell()));
        assertThatExceptionOfType(ObjectOptimisticLockingFailureException.class)
                .isThrownBy(() -> reorganisations.add(
                        id, 0, List.of(Step.rename(place.westCell(), "Chi bộ hai")), Scope.EVERYTHING));
        reorganisations.add(id, 1, List.of(Step.rename(place.westCell(), "Chi bộ hai " + id)), Scope.EVERYTHING);
        assertThat(reorganisations.steps(id)).hasSize(2);
    }

    /** The connection of the job is killed by the server when all modules but the last have written. */
    @Test
    void cutOffInTheMiddleNothingIsThereAndTheJobBeginsAgain() {
        people.add(place.eastCell(), person -> person);
        var id = draft(Step.merge(place.eastCell(), place.otherEastCell()));
        begin(id, ReorganisationState.APPLYING);
        var applying = reorganisations.get(id, Scope.EVERYTHING);
        var before = state();
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    enactment.enact(applying);
                    assertThat(state()).isNotEqualTo(before);
                    jdbc.sql("select pg_terminate_backend(pg_backend_pid())")
                            .query(Boolean.class)
                            .single();
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(state()).isEqualTo(before);
        assertThat(reorganisations.get(id, Scope.EVERYTHING).state()).isEqualTo(ReorganisationState.APPLYING);
        run.work(id);
        assertThat(reorganisations.get(id, Scope.EVERYTHING).state()).isEqualTo(ReorganisationState.APPLIED);
    }

    private void choose(ReorganisationId id, MemberId member, OrganisationId begun) {
        jdbc.sql("insert into membership.split_choice (reorganisation_id, member_id, organisation_id) values (?, ?, ?)")
                .params(id.id(), member.id(), begun.id())
                .update();
    }

    private void assertClosureIsNaive() {
        var kept = closure();
        transaction.executeWithoutResult(state -> {
            ancestry.rebuild();
            var anew = closure();
            assertThat(anew)
                    .as("lines that the closure lacks")
                    .filteredOn(not(kept::contains))
                    .isEmpty();
            assertThat(kept)
                    .as("lines that only the closure has")
                    .filteredOn(not(anew::contains))
                    .isEmpty();
            state.setRollbackOnly();
        });
    }

    private Set<String> closure() {
        return jdbc.sql("""
                        select ancestor_id || ' ' || descendant_id || ' ' || valid || ' ' || depth
                        from organisation.ancestry
                        """).query((row, _) -> row.getString(1)).set();
    }
}

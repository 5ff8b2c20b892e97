package vn.partyregister.organisation;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.partyregister.Orgs;
import vn.partyregister.Orgs.Tree;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;

@RegisterTest
class ReorganisationsTests {
    private static final LocalDate DAY = LocalDate.of(2022, 4, 15);
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Autowired
    Reorganisations reorganisations;

    @Autowired
    Changes changes;

    @Autowired
    Succession succession;

    @Autowired
    Enactment enactment;

    @Autowired
    ReorganisationStore store;

    @Autowired
    ReorganisationRun run;

    @Autowired
    OrganisationTree tree;

    @Autowired
    OrganisationHistory histories;

    @Autowired
    Organisations organisations;

    @Autowired
    Ancestry ancestry;

    @Autowired
    ObjectProvider<FollowsReorganisation> followers;

    @Autowired
    Orgs orgs;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Tree place;

    @BeforeEach
    void aTree() {
        place = orgs.tree();
    }

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
    void aTypeThatFitsNothingBelowIsBarred() {
        assertBarred("organisation.plan.pair-forbidden", Step.changeType(place.eastBase(), "DB_HUYEN", null));
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
    void whoeverLeftOnTheVeryDayDoesNotMove() {
        var member = people.add(place.eastCell(), person -> person);
        people.moved(member, place.eastCell(), place.westCell(), DAY);
        carriedOut(Step.merge(place.eastCell(), place.otherEastCell()));
        assertThat(standsIn(member, DAY)).isEqualTo(place.westCell().id());
        assertThat(movements(member)).containsExactly("OPENING", "TRANSFERRED");
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

    @Test
    void aTermEndsWithItsOrganisationAndGoesOnWhenThatDoes() {
        var member = people.add(place.eastCell(), person -> person);
        var term = term(place.eastCell(), member);
        var id = carriedOut(Step.merge(place.eastCell(), place.otherEastCell())).key();
        assertThat(lastDays(term)).containsExactly(DAY.minusDays(1), DAY.minusDays(1));
        takeBack(id, "Nhầm");
        assertThat(lastDays(term)).containsExactly(LocalDate.of(2025, 5, 31), LocalDate.of(2025, 5, 31));
    }

    @Test
    void aRoleEndsWithItsOrganisationAndPassesOnOnlyToAnHeirThatIsNothingElse() {
        var begun = OrganisationId.next();
        var merged = grant(place.eastCell());
        var renewed = grant(place.westCell());
        var id = carriedOut(
                        Step.merge(place.eastCell(), place.otherEastCell()),
                        Step.found(begun, "Chi bộ thay thế " + begun, "CB_TT", null, place.westBase()),
                        Step.merge(place.westCell(), begun))
                .key();
        assertThat(held(merged)).isEmpty();
        assertThat(held(renewed)).containsExactly(begun.id());
        takeBack(id, "Nhầm");
        assertThat(held(merged)).containsExactly(place.eastCell().id());
        assertThat(held(renewed)).containsExactly(place.westCell().id());
    }

    private UUID term(OrganisationId cell, MemberId member) {
        var decision = transaction.execute(_ -> jdbc.sql("""
                        insert into organisation.decision (id, issuer_name, number, issued_on)
                        values (uuidv7(), :issuer, '1-QĐ', '2020-06-01') returning id
                        """)
                .param("issuer", "Huyện ủy " + cell)
                .query(UUID.class)
                .single());
        return transaction.execute(_ -> {
            var term = jdbc.sql("""
                            insert into committee.term (id, version, organisation_id, label, body, valid, members,
                                decision_id, recorded_by)
                            values (uuidv7(), 0, :cell, '2020–2025', 'SECRETARY_ALONE', '[2020-06-01,2025-06-01)', 1,
                                :decision, 'test') returning id
                            """)
                    .param("cell", cell.id())
                    .param("decision", decision)
                    .query(UUID.class)
                    .single();
            jdbc.sql("""
                            insert into committee.holding (id, term_id, member_id, post, manner, place, valid, decision_id,
                                recorded_by)
                            values (uuidv7(), :term, :member, 'SECRETARY', 'ELECTED', 1, '[2020-06-01,2025-06-01)',
                                :decision, 'test')
                            """)
                    .param("term", term)
                    .param("member", member.id())
                    .param("decision", decision)
                    .update();
            return term;
        });
    }

    private List<LocalDate> lastDays(UUID term) {
        return jdbc.sql("""
                        select upper(valid) - 1 as last from committee.term where id = :term
                        union all select upper(valid) - 1 from committee.holding where term_id = :term
                        """)
                .param("term", term)
                .query((row, _) -> row.getObject("last", LocalDate.class))
                .list();
    }

    private UUID grant(OrganisationId organisation) {
        var account = jdbc.sql("""
                        insert into access.account (id, version, username, name, password_hash)
                        values (uuidv7(), 0, :username, 'Cán bộ', 'x') returning id
                        """)
                .param("username", "sap-xep-" + NUMBERS.incrementAndGet())
                .query(UUID.class)
                .single();
        jdbc.sql("""
                        insert into access.grant_of_role (id, account_id, role, organisation_id, valid)
                        values (uuidv7(), :account, 'CLERK', :organisation, '[2020-01-01,)')
                        """)
                .param("account", account)
                .param("organisation", organisation.id())
                .update();
        return account;
    }

    private List<UUID> held(UUID account) {
        return jdbc.sql("""
                        select organisation_id from access.grant_of_role
                        where account_id = :account and valid @> cast(now() at time zone 'Asia/Ho_Chi_Minh' as date)
                        """)
                .param("account", account)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    private ReorganisationId draft(Step... steps) {
        var id = reorganisations.draft(place.root(), outline(), Scope.EVERYTHING);
        reorganisations.add(id, 0, List.of(steps), Scope.EVERYTHING);
        return id;
    }

    private Reorganisation carriedOut(Step... steps) {
        var id = draft(steps);
        apply(id);
        var done = reorganisations.get(id, Scope.EVERYTHING);
        assertThat(done.state())
                .as("%s %s %s", done.stopped(), done.stoppedAt(), done.isDraft() ? barring(id) : "")
                .isEqualTo(ReorganisationState.APPLIED);
        return done;
    }

    private void apply(ReorganisationId id) {
        begin(id, ReorganisationState.APPLYING);
        run.work(id);
    }

    private void takeBack(ReorganisationId id, String reason) {
        store.giveReason(id, reason);
        begin(id, ReorganisationState.REVERSING);
        run.work(id);
    }

    /** As if a job were planned: here the test itself is the job. */
    private void begin(ReorganisationId id, ReorganisationState state) {
        store.move(reorganisations.get(id, Scope.EVERYTHING), state);
    }

    private void choose(ReorganisationId id, MemberId member, OrganisationId begun) {
        jdbc.sql("insert into membership.split_choice (reorganisation_id, member_id, organisation_id) values (?, ?, ?)")
                .params(id.id(), member.id(), begun.id())
                .update();
    }

    private static Outline outline() {
        return new Outline("Sắp xếp thử", DAY, decision());
    }

    private static Decision decision() {
        return new Decision(
                "Ban Thường vụ Tỉnh ủy", NUMBERS.incrementAndGet() + "-QĐ/TU", LocalDate.of(2022, 4, 1), null);
    }

    private void assertBarred(String key, Step... steps) {
        assertThat(barring(draft(steps))).extracting(Consequence::key).contains(key);
    }

    private List<Consequence> barring(ReorganisationId id) {
        return changes.preview(id, Scope.EVERYTHING).parts().stream()
                .flatMap(part -> part.lines().stream())
                .filter(Consequence::bars)
                .toList();
    }

    private UUID standsIn(MemberId member, LocalDate day) {
        return jdbc.sql("select organisation_id from membership.standing where member_id = ? and valid @> ?")
                .params(member.id(), day)
                .query(UUID.class)
                .single();
    }

    private List<String> movements(MemberId member) {
        return jdbc.sql("""
                        select kind || case when reverses is null then '' else ' back' end from membership.movement
                        where member_id = ? order by effective_on, recorded
                        """)
                .param(member.id())
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** The tree with all that hangs on it, below the two districts of this test. */
    private List<String> state() {
        return jdbc.sql("""
                        with own as (select distinct descendant_id as id from organisation.ancestry
                            where ancestor_id in (:east, :west))
                        select 'version ' || organisation_id || valid || name || type || coalesce(kind, '') || parent_id
                        from organisation.organisation_version where organisation_id in (select id from own)
                        union all
                        select 'line ' || ancestor_id || descendant_id || valid || depth from organisation.ancestry
                        where descendant_id in (select id from own)
                        union all
                        select 'closing ' || organisation_id || last_day from organisation.closing
                        where organisation_id in (select id from own)
                        union all
                        select 'standing ' || member_id || organisation_id || status || valid from membership.standing
                        where organisation_id in (select id from own)
                        union all
                        select 'heads ' || organisation_id || status || day || change from membership.headcount
                        where organisation_id in (select id from own) and change <> 0
                        order by 1
                        """)
                .param("east", place.east().id())
                .param("west", place.west().id())
                .query((row, _) -> row.getString(1))
                .list();
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

    private static void refused(String key, ThrowingCallable act) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(act).returns(key, RuleBroken::key);
    }
}

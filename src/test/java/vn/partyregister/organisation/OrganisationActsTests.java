package vn.partyregister.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.partyregister.Orgs;
import vn.partyregister.RegisterTest;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;

@RegisterTest
class OrganisationActsTests {
    private static final LocalDate DAY = LocalDate.of(2022, 4, 1);
    private static final Decision DECISION =
            new Decision("Ban Thường vụ Tỉnh ủy", "12-QĐ/TU", LocalDate.of(2022, 3, 20), null);

    @Autowired
    Organisations organisations;

    @Autowired
    OrganisationTree tree;

    @Autowired
    OrganisationHistory histories;

    @Autowired
    Ancestry ancestry;

    @Autowired
    Orgs orgs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void anOrganisationIsFoundedUnderItsParentFromItsDay() {
        var place = orgs.tree();
        var id = organisations.found(
                new Founding("Chi bộ  ấp mới", "CB_TT", null, place.eastBase(), null, DAY), DECISION, Scope.EVERYTHING);
        assertThat(tree.find(id, Scope.EVERYTHING, DAY.minusDays(1))).isEmpty();
        assertThat(tree.get(id, Scope.EVERYTHING, DAY))
                .returns("Chi bộ ấp mới", OrganisationTree.Facts::name)
                .returns(DAY, OrganisationTree.Facts::since);
        assertThat(tree.path(id, Scope.EVERYTHING, DAY)).hasSize(4);
        assertThat(histories.of(id)).singleElement().returns(DECISION, OrganisationHistory.Past::decision);
    }

    @Test
    void aForbiddenPairIsRefusedWithTheRule() {
        var place = orgs.tree();
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> organisations.found(
                        new Founding("Chi bộ lạc", "CB_TT", null, place.east(), null, DAY), DECISION, Scope.EVERYTHING))
                .returns("organisation.pair-forbidden", RuleBroken::key)
                .satisfies(refusal -> assertThat(refusal.source()).isNotNull());
    }

    @Test
    void aParentMustBeThereOnTheFoundingDay() {
        var place = orgs.tree();
        var founded = organisations.found(
                new Founding("Đảng bộ trường", "DB_CS", null, place.east(), null, DAY), DECISION, Scope.EVERYTHING);
        refused("organisation.parent-not-there", () -> found("Chi bộ sớm", founded, DAY.minusDays(1)));
        assertThat(found("Chi bộ đúng ngày", founded, DAY)).isNotNull();
    }

    @Test
    void aRenamingKeepsTheOldNameForTheDaysBefore() {
        var cell = orgs.tree().eastCell();
        var before = tree.get(cell, Scope.EVERYTHING, DAY).name();
        organisations.rename(cell, 0, before + " mới", DAY, DECISION, Scope.EVERYTHING);
        assertThat(tree.get(cell, Scope.EVERYTHING, DAY.minusDays(1)).name()).isEqualTo(before);
        assertThat(tree.get(cell, Scope.EVERYTHING, DAY).name()).isEqualTo(before + " mới");
    }

    @Test
    void aParentIsRenamedWhileItsChildrenStand() {
        var base = orgs.tree().eastBase();
        organisations.rename(base, 0, "Đảng bộ xã tên mới " + base, DAY, DECISION, Scope.EVERYTHING);
        assertThat(tree.children(base, Scope.EVERYTHING, DAY)).hasSize(2);
    }

    @Test
    void anActIsNotDatedBeforeTheLatestChangeButMayFallOnItsDay() {
        var cell = orgs.tree().eastCell();
        organisations.rename(cell, 0, "Tên hai " + cell, DAY, DECISION, Scope.EVERYTHING);
        refused(
                "organisation.day-before-version",
                () -> organisations.rename(cell, 1, "Tên ba", DAY.minusDays(1), DECISION, Scope.EVERYTHING));
        organisations.rename(cell, 1, "Tên bốn " + cell, DAY, DECISION, Scope.EVERYTHING);
        assertThat(histories.of(cell))
                .extracting(OrganisationHistory.Past::act)
                .containsExactly("RENAMED", "RENAMED", "OPENED");
    }

    /** The version of the day shows what came of both; neither the founding nor its name is lost. */
    @Test
    void twoActsOfOneDayAreBothToldEachByItsOwnDecision() {
        var place = orgs.tree();
        var renaming = new Decision("Ban Thường vụ Tỉnh ủy", "13-QĐ/TU", LocalDate.of(2022, 3, 28), null);
        var id = found("Chi bộ tên đầu", place.eastBase(), DAY);
        organisations.rename(id, 0, "Chi bộ tên sau", DAY, renaming, Scope.EVERYTHING);
        var history = histories.of(id);
        assertThat(history)
                .extracting(OrganisationHistory.Past::act, past -> past.is().name(), OrganisationHistory.Past::decision)
                .containsExactly(
                        Tuple.tuple("RENAMED", "Chi bộ tên sau", renaming),
                        Tuple.tuple("FOUNDED", "Chi bộ tên đầu", DECISION));
        assertThat(history.getFirst().was()).returns("Chi bộ tên đầu", OrganisationHistory.Side::name);
        assertThat(tree.get(id, Scope.EVERYTHING, DAY).name()).isEqualTo("Chi bộ tên sau");
        assertThat(tree.find(id, Scope.EVERYTHING, DAY.minusDays(1))).isEmpty();
    }

    @Test
    void anEndIsToldWithWhatEndedAndByWhichDecision() {
        var cell = orgs.tree().westCell();
        organisations.close(cell, 0, DAY, DECISION, Scope.EVERYTHING);
        assertThat(histories.of(cell).getFirst())
                .returns("CLOSED", OrganisationHistory.Past::act)
                .returns(DAY, OrganisationHistory.Past::day)
                .returns(DECISION, OrganisationHistory.Past::decision)
                .returns(orgs.name(cell), past -> past.is().name());
    }

    @Test
    void anActIsNotDatedAfterTheBusinessDay() {
        var cell = orgs.tree().eastCell();
        var today = LocalDate.of(2022, 4, 30);
        refused(
                "organisation.day-in-future",
                () -> organisations.rename(cell, 0, "Mai", today.plusDays(1), DECISION, Scope.EVERYTHING));
        organisations.rename(cell, 0, "Nay " + cell, today, DECISION, Scope.EVERYTHING);
    }

    @Test
    void aMoveCarriesTheSubtreeFromItsDay() {
        var place = orgs.tree();
        organisations.move(place.eastBase(), 0, place.west(), DAY, DECISION, Scope.EVERYTHING);
        assertThat(tree.path(place.eastCell(), Scope.EVERYTHING, DAY))
                .anyMatch(step -> step.id().equals(place.west()));
        assertThat(tree.path(place.eastCell(), Scope.EVERYTHING, DAY.minusDays(1)))
                .anyMatch(step -> step.id().equals(place.east()));
        assertThat(closureFollowsFromTheVersions()).isTrue();
    }

    @Test
    void nothingMovesBelowItself() {
        var place = orgs.tree();
        refused(
                "organisation.parent-in-circle",
                () -> organisations.move(place.eastBase(), 0, place.eastCell(), DAY, DECISION, Scope.EVERYTHING));
    }

    @Test
    void aTypeChangesOnlyWhereParentAndChildrenAllowIt() {
        var place = orgs.tree();
        refused(
                "organisation.pair-forbidden",
                () -> organisations.changeType(place.eastBase(), 0, "CB_CS", DAY, DECISION, Scope.EVERYTHING));
        organisations.changeType(place.eastBase(), 0, "DB_XA", DAY, DECISION, Scope.EVERYTHING);
        assertThat(tree.get(place.eastBase(), Scope.EVERYTHING, DAY).type()).isEqualTo("DB_XA");
    }

    @Test
    void anOrganisationWithChildrenIsNotClosedAndWithoutThemIs() {
        var place = orgs.tree();
        refused(
                "organisation.closing-with-children",
                () -> organisations.close(place.westBase(), 0, DAY, DECISION, Scope.EVERYTHING));
        organisations.close(place.westCell(), 0, DAY.minusDays(1), DECISION, Scope.EVERYTHING);
        organisations.close(place.westBase(), 0, DAY.minusDays(1), DECISION, Scope.EVERYTHING);
        assertThat(tree.find(place.westBase(), Scope.EVERYTHING, DAY)).isEmpty();
        assertThat(tree.find(place.westBase(), Scope.EVERYTHING, DAY.minusDays(1)))
                .isPresent();
        refused(
                "organisation.closed-already",
                () -> organisations.rename(place.westBase(), 1, "Sau", DAY, DECISION, Scope.EVERYTHING));
        assertThat(closureFollowsFromTheVersions()).isTrue();
    }

    @Test
    void whoSawAnOlderStateIsRefused() {
        var cell = orgs.tree().eastCell();
        organisations.rename(cell, 0, "Một " + cell, DAY, DECISION, Scope.EVERYTHING);
        assertThatExceptionOfType(ObjectOptimisticLockingFailureException.class)
                .isThrownBy(() -> organisations.rename(cell, 0, "Hai", DAY, DECISION, Scope.EVERYTHING));
    }

    @Test
    void whatLiesBeyondTheScopeIsUnknown() {
        var place = orgs.tree();
        var east = Scope.of(java.util.Set.of(place.east().id()));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> organisations.rename(place.westCell(), 0, "Lạ", DAY, DECISION, east));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> organisations.move(place.eastBase(), 0, place.west(), DAY, DECISION, east));
        assertThat(tree.tops(east, DAY)).singleElement().returns(place.east(), OrganisationTree.Named::id);
    }

    @Test
    void aTypedNameIsUnderstoodByItselfOrBelowItsParent() {
        var place = orgs.tree();
        found("Chi bộ chung", place.eastBase(), DAY);
        found("Chi bộ chung", place.westBase(), DAY);
        var east = tree.get(place.eastBase(), Scope.EVERYTHING, DAY).name();
        assertThat(tree.meant(
                        "Chi bộ chung", Scope.of(java.util.Set.of(place.east().id())), DAY))
                .isPresent();
        assertThat(tree.meant(east + " / chi bo CHUNG", Scope.EVERYTHING, DAY)).isPresent();
        assertThat(tree.meant("Chi bộ chung không có", Scope.EVERYTHING, DAY)).isEmpty();
    }

    /** Each of the six acts: one entry, with what was before and what is after, and the decision. */
    @Test
    void everyActLeavesItsTrail() {
        var place = orgs.tree();
        var founded = found("Chi bộ để dấu", place.eastBase(), DAY);
        organisations.rename(place.eastCell(), 0, "Để dấu " + place.eastCell(), DAY, DECISION, Scope.EVERYTHING);
        organisations.move(place.westBase(), 0, place.east(), DAY, DECISION, Scope.EVERYTHING);
        organisations.changeType(place.eastBase(), 0, "DB_XA", DAY, DECISION, Scope.EVERYTHING);
        organisations.changeKind(place.otherEastCell(), 0, "XA", DAY, DECISION, Scope.EVERYTHING);
        organisations.close(place.westCell(), 0, DAY, DECISION, Scope.EVERYTHING);
        assertTrail(founded, "organisation.founded", false, "Chi bộ để dấu");
        assertTrail(place.eastCell(), "organisation.renamed", true, "Để dấu " + place.eastCell());
        assertTrail(place.westBase(), "organisation.moved", true, place.east().toString());
        assertTrail(place.eastBase(), "organisation.type-changed", true, "DB_XA");
        assertTrail(place.otherEastCell(), "organisation.kind-changed", true, "XA");
        assertTrail(place.westCell(), "organisation.closed", true, "2022-04-02");
    }

    private void assertTrail(OrganisationId id, String act, boolean wasThere, String after) {
        var entry = jdbc.sql("""
                        select act, cast(before as text) as before, cast(after as text) as after, organisation_id = :id as own
                        from audit.entry where subject = 'organisation' and subject_id = :id
                        """).param("id", id.id()).query().singleRow();
        assertThat(entry).containsEntry("act", act).containsEntry("own", true);
        assertThat(entry.get("before") != null).as(act).isEqualTo(wasThere);
        assertThat(String.valueOf(entry.get("after"))).contains(after, DECISION.number(), DECISION.issuer());
    }

    private OrganisationId found(String name, OrganisationId parent, LocalDate day) {
        return organisations.found(new Founding(name, "CB_TT", null, parent, null, day), DECISION, Scope.EVERYTHING);
    }

    private static void refused(String key, ThrowingCallable act) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(act).returns(key, RuleBroken::key);
    }

    private boolean closureFollowsFromTheVersions() {
        return Boolean.TRUE.equals(transaction.execute(state -> {
            state.setRollbackOnly();
            var kept = closure();
            ancestry.rebuild();
            return kept.equals(closure());
        }));
    }

    private String closure() {
        return String.valueOf(jdbc.sql(
                        "select string_agg(cast(a as text), ',' order by cast(a as text)) from organisation.ancestry a")
                .query(String.class)
                .optional());
    }
}

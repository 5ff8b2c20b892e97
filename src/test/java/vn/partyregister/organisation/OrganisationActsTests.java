package vn.partyregister.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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
        assertThat(tree.history(id)).singleElement().returns(DECISION, OrganisationTree.Past::decision);
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
        assertThat(tree.history(cell)).hasSize(2);
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

    @Test
    void everyActLeavesItsTrail() {
        var cell = orgs.tree().eastCell();
        organisations.rename(cell, 0, "Để dấu " + cell, DAY, DECISION, Scope.EVERYTHING);
        assertThat(jdbc.sql("select count(*) from audit.entry where act = 'organisation.renamed' and subject_id = :id")
                        .param("id", cell.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
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

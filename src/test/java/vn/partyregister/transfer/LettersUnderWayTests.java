package vn.partyregister.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.organisation.Consequence;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.ReorganisationId;
import vn.partyregister.organisation.Reorganised;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Uuids;

/** No organisation ends that a letter still leads through. */
@RegisterTest
@NullUnmarked
class LettersUnderWayTests {
    private static final LocalDate DAY = LocalDate.of(2022, 4, 20);

    @Autowired
    private LettersUnderWay letters;

    @Autowired
    private Transfers transfers;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    private Orgs.Tree tree;
    private TransferId letter;

    @BeforeEach
    void aLetterFromOneCellToAnother() {
        tree = orgs.tree();
        letter = transfers.request(
                people.add(tree.eastCell(), one -> one),
                new NewTransfer(TransferKind.OFFICIAL, tree.westCell(), null, "WORK", DAY, DAY, null, null),
                Scope.EVERYTHING);
    }

    @Test
    void whereALetterWaitsNothingEndsAndTheOneAboveTheCellNeither() {
        assertThat(letters.foresee(ending(tree.eastCell()))).singleElement().matches(Consequence::bars);
        assertThat(letters.foresee(ending(tree.westCell()))).singleElement().matches(Consequence::bars);
        assertThat(letters.foresee(ending(tree.westBase()))).singleElement().matches(Consequence::bars);
        assertThat(letters.foresee(ending(tree.otherEastCell()))).isEmpty();
    }

    @Test
    void onceItIsCancelledItIsInNobodysWay() {
        transfers.cancel(letter, DAY, "Ghi nhầm", Scope.EVERYTHING);
        assertThat(letters.foresee(ending(tree.eastCell()))).isEmpty();
    }

    @Test
    void whatALetterWentThroughIsNotTakenBack() {
        assertThat(letters.restingOn(beginning(tree.westCell())))
                .singleElement()
                .matches(Consequence::bars);
        assertThat(letters.restingOn(beginning(tree.otherEastCell()))).isEmpty();
    }

    private static Reorganised ending(OrganisationId one) {
        return event(Set.of(one), Set.of());
    }

    private static Reorganised beginning(OrganisationId one) {
        return event(Set.of(), Set.of(one));
    }

    private static Reorganised event(Set<OrganisationId> closed, Set<OrganisationId> begun) {
        return new Reorganised(
                new ReorganisationId(Uuids.next()), DAY, Map.of(), closed, Map.of(), begun, Map.of(), Map.of(), null);
    }
}

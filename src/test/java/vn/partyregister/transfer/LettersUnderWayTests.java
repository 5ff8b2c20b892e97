package vn.partyregister.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    private GuestsMoveAlong guests;

    @Autowired
    private JdbcClient jdbc;

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

    /** A guest's letter is to one cell. */
    @Test
    void whereAGuestStaysNothingEndsUntilTheStayHas() {
        jdbc.sql("""
                        with letter as (
                            insert into organisation.decision (id, issuer_name, number, issued_on)
                            values (:id, 'Tỉnh ủy khác', cast(:id as text), '2022-03-01') returning id)
                        insert into transfer.guest (id, full_name, born_earliest, born_precision, joined_on, home,
                            organisation_id, ground, letter_id, arrived_on, until_on, recorded_by)
                        select :id, cast(:id as text), '1990-02-03', 'DAY', '2015-02-03', 'Đảng bộ tỉnh khác', :cell, 'STUDY',
                            letter.id, '2022-03-02', '2022-09-01', 'test' from letter
                        """)
                .param("id", Uuids.next())
                .param("cell", tree.otherEastCell().id())
                .update();
        assertThat(guests.foresee(ending(tree.otherEastCell()))).singleElement().matches(Consequence::bars);
        assertThat(guests.foresee(ending(tree.eastCell()))).isEmpty();
        assertThat(guests.restingOn(beginning(tree.otherEastCell())))
                .singleElement()
                .matches(Consequence::bars);
        end(DAY.plusDays(1));
        assertThat(guests.foresee(ending(tree.otherEastCell()))).hasSize(1);
        end(DAY);
        assertThat(guests.foresee(ending(tree.otherEastCell()))).isEmpty();
    }

    private void end(LocalDate day) {
        jdbc.sql("update transfer.guest set ended_on = :day, ended_by = 'test' where organisation_id = :cell")
                .param("day", day)
                .param("cell", tree.otherEastCell().id())
                .update();
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

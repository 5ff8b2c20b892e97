package vn.partyregister.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import vn.partyregister.platform.Scope;

/** Rows of organisations that have ended, and of those that come after them. */
@NullMarked
class EndedOrganisationRowsTests extends OrganisationSheets {
    private static final String[][] ENDED = {
        {"X1", "Đảng bộ xã An Trường", "DB_CS", "Xã", "H1", "", "2022-03-31"},
        {"A1", "Chi bộ ấp 1", "CB_TT", "", "X1", "", "2022-02-28"},
        {"", "Chi bộ ấp 2", "CB_TT", "", "Đảng bộ huyện Càng Long / Đảng bộ xã An Trường", "", "2022-03-31"}
    };

    /** The commune of the province with its two cells, coded, and then ended. */
    private void loadEnded() {
        var coded = PROVINCE.clone();
        coded[0] = new String[] {"A1", "Chi bộ ấp 1", "Chi bộ", "", "X1"};
        coded[2] = new String[] {"X1", "Đảng bộ xã An Trường", "DB_CS", "Xã", "H1"};
        load(coded);
        load(ENDED);
        assertThat(one("select count(*) from organisation.closing")).isEqualTo(3);
    }

    @Test
    void anEndedOrganisationUnderAnEndedParentComesAgainUnchanged() {
        loadEnded();
        assertThat(judged(ENDED)).containsExactly("UNCHANGED", "UNCHANGED", "UNCHANGED");
        assertThat(judged(new String[][] {ENDED[2], ENDED[1]})).containsExactly("UNCHANGED", "UNCHANGED");
        load(ENDED);
        assertThat(one("select count(*) from organisation.organisation")).isEqualTo(6);
        assertThat(closure()).isEqualTo(rebuilt());
    }

    @Test
    void aFileFromBeforeTheEndDoesNotFoundAnEndedOrganisationAgain() {
        loadEnded();
        var batch = stage(new String[][] {
            {"X1", "Đảng bộ xã An Trường", "DB_CS", "Xã", "H1"},
            {"", "Chi bộ ấp 2", "CB_TT", "", "X1"},
            {"", "Đảng bộ xã An Trường", "DB_CS", "Xã", "H1"}
        });
        judge(batch);
        assertThat(verdicts(batch)).containsExactly("UNCHANGED", "UNCHANGED", "REJECTED");
        assertThat(warnings(batch))
                .contains(
                        "2 name organisation.import.ended-here [31/03/2022]",
                        "3 name organisation.import.ended-here [31/03/2022]");
    }

    @Test
    void anEndedOrganisationIsNotChangedByAFile() {
        loadEnded();
        assertThat(problems(new String[][] {
                    {"X1", "Đảng bộ xã Mới", "", "", "H1", "", "2022-03-31"},
                    {"A1", "Chi bộ ấp 1", "", "", "X1", "", "2022-02-27"}
                }))
                .containsExactly(
                        "2 name organisation.import.has-ended [31/03/2022]",
                        "3 ended_on organisation.import.has-ended [28/02/2022]");
    }

    @Test
    void aCodeNamesTheOrganisationThatHeldItOnTheDayTheRowIsAbout() {
        loadEnded();
        var later = new String[] {"X1", "Đảng bộ xã An Trường Mới", "DB_CS", "Xã", "H1", "2022-04-01"};
        load(new String[][] {later});
        assertThat(one("select count(distinct organisation_id) from organisation.organisation_code where code = 'X1'"))
                .isEqualTo(2);
        assertThat(judged(new String[][] {later})).containsExactly("UNCHANGED");
        assertThat(judged(new String[][] {ENDED[0]})).containsExactly("UNCHANGED");
    }

    @Test
    void aCodeIsFreeFromTheDayAfterItsHolderEndedAndNotADayEarlier() {
        loadEnded();
        assertThat(problems(new String[][] {{"X1", "Đảng bộ xã Khác", "DB_CS", "Xã", "H1", "2022-03-31"}}))
                .containsExactly("2 name organisation.import.has-ended [31/03/2022]");
        assertThat(judged(new String[][] {{"X1", "Đảng bộ xã Khác", "DB_CS", "Xã", "H1", "2022-04-01"}}))
                .containsExactly("NEW");
        load(new String[][] {{"X1", "Đảng bộ xã Khác", "DB_CS", "Xã", "H1", "2022-04-02"}});
        assertThat(problems(
                        new String[][] {{"X1", "Đảng bộ xã Thứ ba", "DB_CS", "Xã", "H1", "2022-04-01", "2022-04-01"}}))
                .isEmpty();
        assertThat(problems(
                        new String[][] {{"X1", "Đảng bộ xã Thứ ba", "DB_CS", "Xã", "H1", "2022-04-01", "2022-04-02"}}))
                .contains("2 name organisation.import.ends-and-changes [02/04/2022]");
    }

    @Test
    void nothingNewStandsUnderAnEndedParentADayLongerThanIt() {
        loadEnded();
        assertThat(problems(new String[][] {
                    {"", "Chi bộ ấp 9", "CB_TT", "", "X1"}, {"", "Chi bộ ấp 10", "CB_TT", "", "X1", "", "2022-04-01"}
                }))
                .containsExactly(
                        "2 ended_on organisation.import.parent-ended []",
                        "3 ended_on organisation.import.parent-ended []");
        load(new String[][] {{"", "Chi bộ ấp 11", "CB_TT", "", "X1", "", "2022-03-31"}});
        assertThat(closure()).isEqualTo(rebuilt());
    }

    @Test
    void aRowThatEndsInThePastChangesNothingElse() {
        load(PROVINCE);
        load(new String[][] {{"S1", "Chi bộ Trường Mầm non", "", "", "H1"}});
        assertThat(problems(new String[][] {{"S1", "Chi bộ Trường Mới", "", "", "H1", "", "2022-04-29"}}))
                .contains("2 name organisation.import.ends-and-changes [29/04/2022]");
        load(new String[][] {{"S1", "Chi bộ Trường Mới", "", "", "H1", "", "2022-04-30"}});
        assertThat(one("select count(*) from organisation.closing where last_day = '2022-04-30'"))
                .isEqualTo(1);
    }

    @Test
    void aCodeWrittenDownAfterTheEndIsTheCodeOfTheLastDay() {
        load(PROVINCE);
        var ended = new String[] {"S1", "Chi bộ Trường Mầm non", "", "", "H1", "", "2022-03-31"};
        load(new String[][] {{"S1", "Chi bộ Trường Mầm non", "", "", "H1"}});
        load(new String[][] {ended});
        assertThat(
                        one(
                                "select count(*) from organisation.organisation_code where code = 'S1' and valid = '[2022-03-31,2022-04-01)'"))
                .isEqualTo(1);
        assertThat(judged(new String[][] {ended})).containsExactly("UNCHANGED");
    }

    @Test
    void aParentDoesNotEndBeforeAChildThatHasEndedOrMovesOnlyToday() {
        loadEnded();
        assertThat(problems(new String[][] {{"H1", "Đảng bộ huyện Càng Long", "", "", "", "", "2022-03-30"}}))
                .contains("2 ended_on organisation.closing-with-children [Đảng bộ huyện Càng Long]");
        load(new String[][] {{"H2", "Đảng bộ huyện Cầu Kè", "DB_HUYEN", "", "T"}});
        var move = new String[] {"", "Chi bộ Trường Mầm non", "CB_CS", "", "H2"};
        var school = new String[] {"S1", "Chi bộ Trường Mầm non", "", "", "H1"};
        load(new String[][] {school});
        move[0] = "S1";
        assertThat(problems(new String[][] {{"H1", "Đảng bộ huyện Càng Long", "", "", "", "", "2022-04-28"}, move}))
                .contains("2 ended_on organisation.closing-with-children [Đảng bộ huyện Càng Long]");
        load(new String[][] {{"H1", "Đảng bộ huyện Càng Long", "", "", "", "", "2022-04-29"}, move});
        assertThat(closure()).isEqualTo(rebuilt());
    }

    @Test
    void eachEndIsHeldAgainstThePeopleOfItsOwnDay() {
        loadEnded();
        var asked = new ArrayList<LocalDate>();
        rows = rows((_, from) -> {
            asked.add(from);
            return Set.of();
        });
        judge(stage(new String[][] {ENDED[0], {"", "Chi bộ Trường Mầm non", "", "", "H1", "", "2022-04-15"}}));
        rows = rows(Set.of());
        assertThat(asked).containsExactly(LocalDate.of(2022, 4, 16));
    }

    @Test
    void aClerkSendsAnEndedOrganisationOfTheOwnCommitteeAgain() {
        loadEnded();
        var own = bare.jdbc()
                .sql("select organisation_id from organisation.organisation_code where code = 'H1'")
                .query(UUID.class)
                .single();
        var batch = stage(ENDED);
        bare.transaction().executeWithoutResult(_ -> rows.judge(batch, Scope.of(Set.of(own)), DAY));
        assertThat(verdicts(batch)).containsExactly("UNCHANGED", "UNCHANGED", "UNCHANGED");
    }
}

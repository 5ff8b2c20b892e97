package vn.partyregister.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.partyregister.admission.Cases.day;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.partyregister.RegisterTest;
import vn.partyregister.admission.StageRule.Condition;
import vn.partyregister.platform.Refusal.RuleBroken;

/** From where to where a case may go, written out by hand from the dossier: each pair that is not here is refused. */
@RegisterTest
@NullUnmarked
class ProcedureTests {
    /** In a cell below a partial committee of a base committee: from, and all it leads to. */
    private static final String WAY = """
            SOURCE -> SYMPATHISER REMOVED WITHDRAWN
            SYMPATHISER -> COURSE_DONE REMOVED WITHDRAWN
            COURSE_DONE -> HELPER_SET REMOVED WITHDRAWN
            HELPER_SET -> APPLIED REMOVED WITHDRAWN
            APPLIED -> BIO_DECLARED WITHDRAWN REFUSED
            BIO_DECLARED -> BIO_VERIFIED WITHDRAWN REFUSED
            BIO_VERIFIED -> OPINIONS WITHDRAWN REFUSED
            OPINIONS -> CELL_VOTED WITHDRAWN REFUSED
            CELL_VOTED -> PARTIAL_APPRAISED WITHDRAWN REFUSED
            PARTIAL_APPRAISED -> BASE_RESOLVED WITHDRAWN REFUSED
            BASE_RESOLVED -> DECIDED WITHDRAWN REFUSED
            DECIDED -> CEREMONY WITHDRAWN CANCELLED
            CEREMONY -> PROBATION NOT_WORTHY CANCELLED
            PROBATION -> SELF_REVIEW NOT_WORTHY CANCELLED
            SELF_REVIEW -> CELL_VOTED_OFFICIAL NOT_WORTHY CANCELLED
            CELL_VOTED_OFFICIAL -> OFFICIAL CANCELLED
            OFFICIAL ->
            REMOVED ->
            WITHDRAWN ->
            REFUSED ->
            NOT_WORTHY -> STRUCK
            CANCELLED ->
            STRUCK ->
            LEFT ->
            """;

    @Autowired
    private Procedures procedures;

    @ParameterizedTest
    @CsvSource({"2011-01-19", "2016-07-25", "2021-07-30", "2025-07-01", "2026-07-26"})
    void eachPairIsAllowedOrRefused(LocalDate day) {
        var procedure = procedures.on(day, EnumSet.allOf(Condition.class));
        for (var from : Stage.values()) {
            var allowed = to(from);
            for (var next : Stage.values()) {
                assertThat(allows(procedure, from, next))
                        .as("%s -> %s on %s", from, next, day)
                        .isEqualTo(allowed.contains(next));
            }
        }
    }

    /** What a case leads to depends on where its cell lies in one place alone: after the vote of the cell. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"none, DECIDED", "BASE_COMMITTEE, BASE_RESOLVED", "PARTIAL, PARTIAL_APPRAISED"})
    void afterItsVoteACellGoesToTheCommitteeItHas(Condition lies, Stage next) {
        var where = EnumSet.noneOf(Condition.class);
        if (lies != null) {
            where.add(lies);
        }
        var procedure = procedures.on(day(30, 4, 2022), where);
        for (var stage : Set.of(Stage.PARTIAL_APPRAISED, Stage.BASE_RESOLVED, Stage.DECIDED)) {
            assertThat(allows(procedure, Stage.CELL_VOTED, stage))
                    .as("%s", stage)
                    .isEqualTo(stage == next);
        }
    }

    @Test
    void noStageIsMissingInTheTable() {
        assertThat(WAY.lines().map(line -> Stage.valueOf(line.split(" ->")[0])).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Stage.values());
    }

    private static Set<Stage> to(Stage from) {
        return WAY.lines()
                .filter(line -> line.startsWith(from + " ->"))
                .flatMap(line -> Arrays.stream(
                        line.substring(line.indexOf("->") + 2).strip().split(" ")))
                .filter(name -> !name.isEmpty())
                .map(Stage::valueOf)
                .collect(Collectors.toSet());
    }

    private static boolean allows(Procedure procedure, Stage from, Stage next) {
        try {
            procedure.requireNext(from, next);
            return true;
        } catch (RuleBroken refused) {
            assertThat(refused.key()).isEqualTo("admission.not-next");
            assertThat(refused.source()).isNotNull();
            return false;
        }
    }

    @Test
    void beforeTheCharterThereIsNoProcedure() {
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(
                        () -> procedures.on(day(18, 1, 2011), Set.of()).requireNext(Stage.SOURCE, Stage.SYMPATHISER))
                .returns("admission.no-such-stage", RuleBroken::key);
    }
}

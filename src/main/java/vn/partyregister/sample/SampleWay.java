package vn.partyregister.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import vn.partyregister.admission.Stage;

/** The days on which a case came to each stage, counted back from the one it has reached. */
final class SampleWay {
    /** How many days a stage comes after the one before it, at least and at most: well within every term. */
    private static final Map<Stage, int[]> AFTER = new EnumMap<>(Map.ofEntries(
            Map.entry(Stage.SYMPATHISER, new int[] {30, 150}),
            Map.entry(Stage.COURSE_DONE, new int[] {30, 120}),
            Map.entry(Stage.HELPER_SET, new int[] {10, 60}),
            Map.entry(Stage.APPLIED, new int[] {90, 200}),
            Map.entry(Stage.BIO_DECLARED, new int[] {7, 25}),
            Map.entry(Stage.BIO_VERIFIED, new int[] {30, 75}),
            Map.entry(Stage.OPINIONS, new int[] {5, 20}),
            Map.entry(Stage.CELL_VOTED, new int[] {5, 15}),
            Map.entry(Stage.PARTIAL_APPRAISED, new int[] {3, 8}),
            Map.entry(Stage.BASE_RESOLVED, new int[] {7, 20}),
            Map.entry(Stage.DECIDED, new int[] {8, 25})));

    /** How long a case may have stood at a stage. */
    private static final Map<Stage, int[]> STANDS = new EnumMap<>(Map.ofEntries(
            Map.entry(Stage.SOURCE, new int[] {5, 280}),
            Map.entry(Stage.SYMPATHISER, new int[] {5, 330}),
            Map.entry(Stage.COURSE_DONE, new int[] {3, 60}),
            Map.entry(Stage.HELPER_SET, new int[] {5, 230}),
            Map.entry(Stage.APPLIED, new int[] {2, 30}),
            Map.entry(Stage.BIO_DECLARED, new int[] {3, 70}),
            Map.entry(Stage.BIO_VERIFIED, new int[] {2, 22}),
            Map.entry(Stage.OPINIONS, new int[] {2, 16}),
            Map.entry(Stage.CELL_VOTED, new int[] {2, 25}),
            Map.entry(Stage.PARTIAL_APPRAISED, new int[] {2, 10}),
            Map.entry(Stage.BASE_RESOLVED, new int[] {2, 26}),
            Map.entry(Stage.DECIDED, new int[] {1, 26})));

    private final SplittableRandom chance;

    SampleWay(SplittableRandom chance) {
        this.chance = chance;
    }

    /** The stages up to one, as they are for a cell that lies where it lies. */
    static List<Stage> upTo(Stage last, SampleCells.Known cell) {
        var way = new ArrayList<Stage>();
        for (var stage : Stage.values()) {
            if (stage.compareTo(last) <= 0
                    && (stage != Stage.PARTIAL_APPRAISED || cell.partial())
                    && (stage != Stage.BASE_RESOLVED || cell.base())) {
                way.add(stage);
            }
        }
        return way;
    }

    /** The days to a stage that was reached on a day. */
    Map<Stage, LocalDate> back(Stage reached, LocalDate day, SampleCells.Known cell) {
        var days = new EnumMap<Stage, LocalDate>(Stage.class);
        var before = day;
        for (var stage : upTo(reached, cell).reversed()) {
            days.put(stage, before);
            before = before.minusDays(draw(AFTER.getOrDefault(stage, new int[] {0, 0})));
        }
        return days;
    }

    /** A day on which a case that still stands at a stage may have come there. */
    LocalDate since(Stage stage, LocalDate today) {
        return today.minusDays(draw(STANDS.getOrDefault(stage, new int[] {1, 20})));
    }

    /** The course was on another day than drawn: what comes before it makes room. */
    void course(Map<Stage, LocalDate> days, LocalDate course) {
        days.put(Stage.COURSE_DONE, course);
        days.put(Stage.SYMPATHISER, course.minusDays(draw(AFTER.getOrDefault(Stage.COURSE_DONE, new int[] {0, 0}))));
        days.put(Stage.SOURCE, course.minusDays(120L + draw(AFTER.getOrDefault(Stage.SYMPATHISER, new int[] {0, 0}))));
    }

    private int draw(int[] range) {
        return chance.nextInt(range[0], range[1] + 1);
    }
}

package vn.partyregister.bench;

import java.util.Arrays;
import java.util.Locale;

/** Durations of the same work, in milliseconds. */
record Timing(double[] sorted) {
    /** One run of the work that is measured. */
    interface Work {
        void run() throws Exception;
    }

    static Timing of(int warmUps, int runs, Work work) throws Exception {
        return each(() -> {}, warmUps, runs, work);
    }

    /** @param before what happens before each run of the work and is not measured */
    static Timing each(Work before, int warmUps, int runs, Work work) throws Exception {
        for (var i = 0; i < warmUps; i++) {
            before.run();
            work.run();
        }
        var taken = new double[runs];
        for (var i = 0; i < runs; i++) {
            before.run();
            var start = System.nanoTime();
            work.run();
            taken[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(taken);
        return new Timing(taken);
    }

    double median() {
        return sorted[sorted.length / 2];
    }

    double p99() {
        return sorted[(int) Math.ceil(sorted.length * 0.99) - 1];
    }

    static String written(double milliseconds) {
        return String.format(Locale.ROOT, milliseconds < 100 ? "%.1f ms" : "%.0f ms", milliseconds);
    }
}

package vn.partyregister.sample;

import java.util.Arrays;

/** Shares a whole out by weights, each share within its bounds, so that nothing is left over. */
final class Shares {
    private Shares() {}

    static int[] of(int whole, double[] weights, int[] least, int[] most) {
        if (Arrays.stream(least).sum() > whole || Arrays.stream(most).sum() < whole) {
            throw new IllegalArgumentException(whole + " does not fit the bounds");
        }
        var low = 0.0;
        var high = 1_000_000.0;
        for (var step = 0; step < 100; step++) {
            var middle = (low + high) / 2;
            if (sum(weights, least, most, middle) <= whole) {
                low = middle;
            } else {
                high = middle;
            }
        }
        var shares = new int[weights.length];
        for (var at = 0; at < shares.length; at++) {
            shares[at] = share(weights[at] * low, least[at], most[at]);
        }
        var left = whole - Arrays.stream(shares).sum();
        for (var at = 0; left > 0; at = (at + 1) % shares.length) {
            if (shares[at] < most[at]) {
                shares[at]++;
                left--;
            }
        }
        return shares;
    }

    private static int sum(double[] weights, int[] least, int[] most, double scale) {
        var sum = 0;
        for (var at = 0; at < weights.length; at++) {
            sum += share(weights[at] * scale, least[at], most[at]);
        }
        return sum;
    }

    private static int share(double wanted, int least, int most) {
        return (int) Math.max(least, Math.min(most, Math.floor(wanted)));
    }
}

package vn.partyregister.sample;

import java.time.LocalDate;

/**
 * Numbers that look right and cannot be anybody's. No province or country has the sign 099, and no former identity
 * number begins with 000: both would be refused wherever a real number is asked for. Card and file numbers begin with
 * 99. Each is the image of the person's place in the list under a step modulo a prime: scattered, and never twice.
 */
final class SampleNumbers {
    private static final int PRIME = 999_983;
    private static final int STEP = 618_033;

    private SampleNumbers() {}

    /** Structured as real ones are: province, century and sex, year of birth, six digits. */
    static String citizen(int place, LocalDate born, boolean isWoman) {
        var century = 2 * (born.getYear() / 100 - 19) + (isWoman ? 1 : 0);
        return "099" + century + digits(born.getYear() % 100, 2) + digits(scattered(place, 11), 6);
    }

    static String formerIdentity(int place) {
        return "000" + digits(scattered(place, 7), 6);
    }

    static String card(int place) {
        return "99" + digits(scattered(place, 5), 6);
    }

    static String oldCard(int place) {
        return "99" + digits(scattered(place, 3), 6);
    }

    static String file(int place, String sign) {
        return digits(990_000L - place, 6) + sign;
    }

    private static String digits(long number, int width) {
        var digits = Long.toString(number);
        return "0".repeat(width - digits.length()) + digits;
    }

    private static long scattered(int place, int start) {
        return ((long) place * STEP + start) % PRIME;
    }
}

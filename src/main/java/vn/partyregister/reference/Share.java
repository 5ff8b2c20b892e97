package vn.partyregister.reference;

import org.springframework.util.Assert;

/** A part of a whole, as a directive gives it: a third is 1/3. */
public record Share(int numerator, int denominator) {
    public Share {
        Assert.isTrue(0 < numerator && numerator <= denominator, "a part is no more than the whole");
    }

    static Share of(String written) {
        var slash = written.indexOf('/');
        return new Share(Integer.parseInt(written.substring(0, slash)), Integer.parseInt(written.substring(slash + 1)));
    }

    /** Whether a part of a whole is more than this. */
    public boolean isExceededBy(int part, int whole) {
        return (long) part * denominator > (long) whole * numerator;
    }

    /** Whether a part of a whole is this or more. */
    public boolean isReachedBy(int part, int whole) {
        return (long) part * denominator >= (long) whole * numerator;
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}

package vn.partyregister.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.PartialDate;

/** Somebody of a sample register: who they are, and when they joined, became official and were exempt. */
final class SamplePerson {
    final int place;
    final SampleTree.Cell cell;
    final boolean isWoman;
    final PartialDate asKnown;
    final LocalDate born;
    final LocalDate joined;
    final @Nullable LocalDate official;
    final String ethnicity;
    final String name;

    @Nullable
    LocalDate exemptFrom;

    SampleMember.@Nullable Leaving left;

    SamplePerson(
            int place,
            SampleTree.Cell cell,
            boolean isWoman,
            PartialDate asKnown,
            LocalDate born,
            LocalDate joined,
            @Nullable LocalDate official,
            String ethnicity,
            String name) {
        this.place = place;
        this.cell = cell;
        this.isWoman = isWoman;
        this.asKnown = asKnown;
        this.born = born;
        this.joined = joined;
        this.official = official;
        this.ethnicity = ethnicity;
        this.name = name;
    }

    int age(LocalDate day) {
        return (int) ChronoUnit.YEARS.between(born, day);
    }

    static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}

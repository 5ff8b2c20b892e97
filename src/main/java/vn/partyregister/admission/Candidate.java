package vn.partyregister.admission;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.PersonName;
import vn.partyregister.platform.VietnameseText;

/**
 * Who is to be admitted, as known while they are no member yet.
 *
 * @param massOrganisation a code of {@code candidate-union}
 * @param educationProof what shows the general education
 * @param educationException which exception of the rule they fall under
 */
@Embeddable
public record Candidate(
        String fullName,
        String familyName,
        String middleName,
        String givenName,
        String sex,
        LocalDate bornEarliest,
        @Enumerated(EnumType.STRING) PartialDate.Precision bornPrecision,
        String ethnicity,
        String religion,
        String category,
        String massOrganisation,
        @Nullable String generalEducation,
        @Nullable String educationProof,
        @Nullable String educationException,
        @Nullable String residence,
        boolean foreignSpouse) {
    /** By the name as it is written. */
    public static Candidate named(
            String fullName,
            String sex,
            PartialDate born,
            String ethnicity,
            String religion,
            String category,
            String massOrganisation,
            @Nullable String generalEducation,
            @Nullable String educationProof,
            @Nullable String educationException,
            @Nullable String residence,
            boolean foreignSpouse) {
        var name = PersonName.of(fullName);
        return new Candidate(
                VietnameseText.tidy(fullName),
                name.family(),
                name.middle(),
                name.given(),
                sex,
                born.earliest(),
                born.precision(),
                ethnicity,
                religion,
                category,
                massOrganisation,
                generalEducation,
                educationProof,
                educationException,
                residence,
                foreignSpouse);
    }

    public PartialDate born() {
        return new PartialDate(bornEarliest, bornPrecision);
    }

    /** Full years on a day, counted by the month: whoever is of age in this month is of age. */
    public int age(LocalDate day) {
        return (int) YearMonth.from(bornEarliest).until(YearMonth.from(day), ChronoUnit.YEARS);
    }
}

package vn.partyregister.member;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** Education and training (trình độ), in codes of the lists of the same names; languages and informatics as written. */
@Embeddable
public record Education(
        @Nullable String generalEducation,
        @Nullable String qualification,
        @Nullable String academicTitle,
        @Nullable String politicalTheory,
        @Nullable String foreignLanguages,
        @Nullable String informatics) {
    static Education general(String code) {
        return new Education(code, null, null, null, null, null);
    }
}

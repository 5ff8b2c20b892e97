package vn.partyregister.admission;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is told of a candidate, value by value. */
public enum CandidateField {
    FULL_NAME(null, Candidate::fullName),
    SEX("sex", Candidate::sex),
    BORN(null, candidate -> candidate.born().toString()),
    ETHNICITY("ethnicity", Candidate::ethnicity),
    RELIGION("religion", Candidate::religion),
    CATEGORY("candidate-category", Candidate::category),
    MASS_ORGANISATION("candidate-union", Candidate::massOrganisation),
    GENERAL_EDUCATION("general-education", Candidate::generalEducation),
    EDUCATION_PROOF("education-proof", Candidate::educationProof),
    EDUCATION_EXCEPTION("education-exception", Candidate::educationException),
    RESIDENCE(null, Candidate::residence),
    FOREIGN_SPOUSE(null, candidate -> Boolean.toString(candidate.foreignSpouse())),
    /** The place without members that they are meant for. */
    SOURCE_PLACE(null, _ -> null),
    /** Its last three digits. */
    CITIZEN_NUMBER(null, _ -> null);

    private final @Nullable String list;
    private final Function<Candidate, @Nullable String> value;

    CandidateField(@Nullable String list, Function<Candidate, @Nullable String> value) {
        this.list = list;
        this.value = value;
    }

    /** The code list that its values are of; null where they are written. */
    public @Nullable String list() {
        return list;
    }

    @Nullable
    String of(Candidate candidate) {
        return value.apply(candidate);
    }
}

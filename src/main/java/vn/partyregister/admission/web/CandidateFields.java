package vn.partyregister.admission.web;

import org.jspecify.annotations.NullUnmarked;
import vn.partyregister.admission.Candidate;
import vn.partyregister.platform.PartialDate;

/** What is asked of a candidate wherever they are told of: the fields of {@code admission/candidate-fields}. */
@NullUnmarked
interface CandidateFields {
    String fullName();

    String sex();

    PartialDate born();

    String ethnicity();

    String religion();

    String category();

    String massOrganisation();

    String generalEducation();

    String educationProof();

    String educationException();

    String residence();

    Boolean foreignSpouse();

    default Candidate candidate() {
        return Candidate.named(
                fullName(),
                sex(),
                born(),
                ethnicity(),
                religion(),
                category(),
                massOrganisation(),
                Texts.given(generalEducation()),
                Texts.given(educationProof()),
                Texts.given(educationException()),
                Texts.given(residence()),
                Boolean.TRUE.equals(foreignSpouse()));
    }
}

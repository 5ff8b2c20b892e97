package vn.partyregister.admission;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** New cases as the rows that saving each of them would write, in batches. */
@Component
class CaseRows {
    private static final String CASE = """
            insert into admission.admission_case (id, version, organisation_id, full_name, family_name, middle_name, given_name, sex,
                born_earliest, born_precision, ethnicity, religion, category, mass_organisation, general_education, education_proof,
                education_exception, residence, foreign_spouse, citizen_number_sealed, citizen_number_hash, citizen_number_end,
                again_id, member_id, rule_day, stage, since, ended_on, certificate_on, voted_on, decided_on, received_on, joined_on,
                biography_on, proposed_on, official_on, recorded_by)
            values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String STEP = """
            insert into admission.step (case_id, position, kind, stage, day, organisation_id, document_number, document_day,
                document_issuer, received_on, vote_entitled, vote_present, vote_in_favour, vote_against, first_member_id,
                second_member_id, mass_organisation, reason, recorded_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String RELATIVE = """
            insert into admission.relative (case_id, position, relation, full_name, place, letter, sent_on, returned_on, result,
                verifier)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcTemplate batches;

    CaseRows(JdbcTemplate batches) {
        this.batches = batches;
    }

    void insert(List<Row> cases, String username) {
        batches.batchUpdate(
                CASE, cases, cases.size(), (row, written) -> write(new Line(row), written, username));
        var steps = parts(cases, AdmissionCase::steps);
        batches.batchUpdate(STEP, steps, steps.size(), (row, step) -> writeStep(new Line(row), step));
        var relatives = parts(cases, AdmissionCase::relatives);
        batches.batchUpdate(RELATIVE, relatives, Math.max(1, relatives.size()), (row, one) -> writeRelative(new Line(row), one));
    }

    private static <T> List<Part<T>> parts(List<Row> cases, Function<AdmissionCase, List<T>> of) {
        var parts = new ArrayList<Part<T>>();
        for (var written : cases) {
            var all = of.apply(written.one());
            for (var position = 0; position < all.size(); position++) {
                parts.add(new Part<>(written.one().id(), position, all.get(position)));
            }
        }
        return parts;
    }

    private static void write(Line line, Row written, String username) throws SQLException {
        var one = written.one();
        var candidate = one.candidate();
        var number = one.citizenNumber();
        var again = one.again();
        var member = one.member();
        var days = one.milestones();
        line.add(one.id().id(), one.organisation().id(), candidate.fullName(), candidate.familyName())
                .add(candidate.middleName(), candidate.givenName(), candidate.sex(), candidate.bornEarliest())
                .add(candidate.bornPrecision().name(), candidate.ethnicity(), candidate.religion(), candidate.category())
                .add(candidate.massOrganisation(), candidate.generalEducation(), candidate.educationProof())
                .add(candidate.educationException(), candidate.residence(), candidate.foreignSpouse())
                .add(number == null ? null : number.sealed(), number == null ? null : number.hash())
                .add(number == null ? null : number.end(), again == null ? null : again.id())
                .add(member == null ? null : member.id(), one.ruleDay(), one.stage().name(), one.since())
                .add(one.stage().isOver() ? one.since() : null, days.certificateOn(), days.votedOn(), days.decidedOn())
                .add(days.receivedOn(), days.joinedOn(), days.biographyOn(), days.proposedOn(), written.officialOn())
                .add(username);
    }

    private static void writeStep(Line line, Part<Step> part) throws SQLException {
        var step = part.one();
        var document = step.document();
        var vote = step.vote();
        line.add(part.of().id(), part.position(), step.kind().name(), step.stage().name(), step.day())
                .add(step.organisationId(), document == null ? null : document.number())
                .add(document == null ? null : document.day(), document == null ? null : document.issuer())
                .add(step.receivedOn(), vote == null ? null : vote.entitled(), vote == null ? null : vote.present())
                .add(vote == null ? null : vote.inFavour(), vote == null ? null : vote.against())
                .add(step.firstMemberId(), step.secondMemberId(), step.massOrganisation(), step.reason())
                .add(step.recordedBy());
    }

    private static void writeRelative(Line line, Part<Relative> part) throws SQLException {
        var one = part.one();
        line.add(part.of().id(), part.position(), one.relation(), one.fullName(), one.place(), one.letter())
                .add(one.sentOn(), one.returnedOn(), one.result(), one.verifier());
    }

    /** A case to be written, and the day from which its member is official. */
    record Row(AdmissionCase one, @Nullable LocalDate officialOn) {}

    /** A row below a case. */
    private record Part<T>(AdmissionCaseId of, int position, T one) {}

    /** The values of a row, in the order of its columns. */
    private static final class Line {
        private final PreparedStatement row;
        private int last;

        Line(PreparedStatement row) {
            this.row = row;
        }

        Line add(@Nullable Object... values) throws SQLException {
            for (var value : values) {
                row.setObject(++last, value);
            }
            return this;
        }
    }
}

package vn.partyregister.admission;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** New cases as the rows that saving each of them would write, in batches. */
@Component
class CaseRows {
    private static final String CASE = """
            insert into admission.admission_case (id, version, organisation_id, full_name, family_name, middle_name, given_name, sex,
                born_earliest, born_precision, ethnicity, religion, category, mass_organisation, general_education, education_proof,
                education_exception, residence, foreign_spouse, citizen_number_sealed, citizen_number_hash, citizen_number_end,
                again_id, member_id, source_place, rule_day, stage, since, ended_on, certificate_on, voted_on, decide_until, decided_on, received_on, joined_on,
                biography_on, proposed_on, recognise_until, official_on, recorded_by)
            values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String STEP = """
            insert into admission.step (case_id, position, kind, stage, day, organisation_id, document_number, document_day,
                document_issuer, received_on, vote_entitled, vote_present, vote_in_favour, vote_against, first_member_id,
                second_member_id, mass_organisation, reason, until_on, recorded_by)
            select case_id, position, kind, stage, day, organisation_id, number, document_day, issuer, received_on, entitled, present,
                in_favour, against, first_member, second_member, mass_organisation, reason, until_on, :username
            from unnest(cast(:case_id as uuid[]), cast(:position as integer[]), :kind, :stage, cast(:day as date[]),
                cast(:organisation as uuid[]), :number, cast(:document_day as date[]), :issuer, cast(:received_on as date[]),
                cast(:entitled as integer[]), cast(:present as integer[]), cast(:in_favour as integer[]),
                cast(:against as integer[]), cast(:first as uuid[]), cast(:second as uuid[]), :mass_organisation, :reason,
                cast(:until_on as date[]))
                as told (case_id, position, kind, stage, day, organisation_id, number, document_day, issuer, received_on, entitled,
                    present, in_favour, against, first_member, second_member, mass_organisation, reason, until_on)
            """;
    private static final String RELATIVE = """
            insert into admission.relative (case_id, position, relation, full_name, place, letter, sent_on, returned_on, result,
                verifier)
            select * from unnest(cast(:case_id as uuid[]), cast(:position as integer[]), :relation, :full_name, :place, :letter,
                cast(:sent_on as date[]), cast(:returned_on as date[]), :result, :verifier)
            """;

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    CaseRows(JdbcTemplate batches, JdbcClient jdbc) {
        this.batches = batches;
        this.jdbc = jdbc;
    }

    void insert(List<Row> cases, String username) {
        batches.batchUpdate(CASE, cases, cases.size(), (row, written) -> write(new Line(row), written, username));
        insertSteps(parts(cases, AdmissionCase::steps), username);
        insertRelatives(parts(cases, AdmissionCase::relatives));
    }

    /** As columns and not as rows: tens of thousands of them have one statement to be read, not hundreds. */
    private void insertSteps(List<Part<Step>> steps, String username) {
        jdbc.sql(STEP)
                .param("case_id", texts(steps, part -> part.of().id()))
                .param("position", texts(steps, Part::position))
                .param("kind", texts(steps, part -> part.one().kind().name()))
                .param("stage", texts(steps, part -> part.one().stage().name()))
                .param("day", texts(steps, part -> part.one().day()))
                .param("organisation", texts(steps, part -> part.one().organisationId()))
                .param("number", texts(steps, part -> of(part.one().document(), Document::number)))
                .param("document_day", texts(steps, part -> of(part.one().document(), Document::day)))
                .param("issuer", texts(steps, part -> of(part.one().document(), Document::issuer)))
                .param("received_on", texts(steps, part -> part.one().receivedOn()))
                .param("entitled", texts(steps, part -> of(part.one().vote(), Vote::entitled)))
                .param("present", texts(steps, part -> of(part.one().vote(), Vote::present)))
                .param("in_favour", texts(steps, part -> of(part.one().vote(), Vote::inFavour)))
                .param("against", texts(steps, part -> of(part.one().vote(), Vote::against)))
                .param("first", texts(steps, part -> part.one().firstMemberId()))
                .param("second", texts(steps, part -> part.one().secondMemberId()))
                .param("mass_organisation", texts(steps, part -> part.one().massOrganisation()))
                .param("reason", texts(steps, part -> part.one().reason()))
                .param("until_on", texts(steps, part -> part.one().untilOn()))
                .param("username", username)
                .update();
    }

    private void insertRelatives(List<Part<Relative>> relatives) {
        jdbc.sql(RELATIVE)
                .param("case_id", texts(relatives, part -> part.of().id()))
                .param("position", texts(relatives, Part::position))
                .param("relation", texts(relatives, part -> part.one().relation()))
                .param("full_name", texts(relatives, part -> part.one().fullName()))
                .param("place", texts(relatives, part -> part.one().place()))
                .param("letter", texts(relatives, part -> part.one().letter()))
                .param("sent_on", texts(relatives, part -> part.one().sentOn()))
                .param("returned_on", texts(relatives, part -> part.one().returnedOn()))
                .param("result", texts(relatives, part -> part.one().result()))
                .param("verifier", texts(relatives, part -> part.one().verifier()))
                .update();
    }

    private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable Object> column) {
        return rows.stream()
                .map(column)
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new);
    }

    private static <T, V> @Nullable V of(@Nullable T whole, Function<T, @Nullable V> part) {
        return whole == null ? null : part.apply(whole);
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
                .add(
                        candidate.bornPrecision().name(),
                        candidate.ethnicity(),
                        candidate.religion(),
                        candidate.category())
                .add(candidate.massOrganisation(), candidate.generalEducation(), candidate.educationProof())
                .add(candidate.educationException(), candidate.residence(), candidate.foreignSpouse())
                .add(number == null ? null : number.sealed(), number == null ? null : number.hash())
                .add(number == null ? null : number.end(), again == null ? null : again.id())
                .add(
                        member == null ? null : member.id(),
                        one.sourcePlace(),
                        one.ruleDay(),
                        one.stage().name(),
                        one.since())
                .add(one.stage().isOver() ? one.since() : null, days.certificateOn(), days.votedOn())
                .add(days.decideUntil(), days.decidedOn(), days.receivedOn(), days.joinedOn(), days.biographyOn())
                .add(days.proposedOn(), days.recogniseUntil(), written.officialOn())
                .add(username);
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

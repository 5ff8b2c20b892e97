package vn.partyregister.training;

import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.PersonName;
import vn.partyregister.platform.Seal;
import vn.partyregister.reference.Forms;

/**
 * Enters many classes that are over, with who attended, how it ended for them and which certificates they hold, for a
 * register that is opened with them. What a table refuses ends the whole load.
 */
@Service
public class ClassLoad {
    private static final int BATCH = 500;
    private static final int SHOWN_DIGITS = 3;

    private final JdbcTemplate batches;
    private final Forms forms;
    private final Seal seal;
    private final BusinessDay businessDay;
    private final AuditTrail audit;

    ClassLoad(JdbcTemplate batches, Forms forms, Seal seal, BusinessDay businessDay, AuditTrail audit) {
        this.batches = batches;
        this.forms = forms;
        this.seal = seal;
        this.businessDay = businessDay;
        this.audit = audit;
    }

    @Transactional
    public void load(List<KnownClass> known) {
        var username = Author.current().username();
        var classes = known.stream()
                .map(told -> new Begun(
                        TrainingClass.plan(told.planned(), username),
                        told,
                        forms.classCertificate(told.planned().kind().name(), told.issuedOn())
                                .code()))
                .toList();
        var attending = new ArrayList<Attending>();
        classes.forEach(begun -> begun.told()
                .attended()
                .forEach(one -> attending.add(new Attending(ParticipantId.next().id(), begun, one))));
        insertClasses(classes, username);
        insertPeople(
                attending.stream().filter(one -> one.told().person() != null).toList(), username);
        insertMembers(
                attending.stream().filter(one -> one.told().member() != null).toList(), username);
        insertOutcomes(attending, username);
        insertCertificates(
                attending.stream().filter(one -> one.told().number() != null).toList(), username);
        batches.execute("analyze training.class, training.participant, training.outcome, training.certificate");
        audit.changed(
                "training.loaded",
                new Subject("class", null, null),
                null,
                Map.of("classes", classes.size(), "people", attending.size()));
    }

    private void insertClasses(List<Begun> classes, String username) {
        batches.batchUpdate("""
                insert into training.class (id, version, organisation_id, kind, name, audience, place, from_on, to_on, expected,
                    recorded_by)
                values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, classes, BATCH, (row, begun) -> {
            var told = begun.told().planned();
            row.setObject(1, begun.id());
            row.setObject(2, told.organisation().id());
            row.setString(3, told.kind().name());
            row.setString(4, told.name());
            row.setString(5, told.audience());
            row.setString(6, told.place());
            row.setObject(7, told.fromOn());
            row.setObject(8, told.toOn());
            row.setInt(9, told.expected());
            row.setString(10, username);
        });
    }

    private void insertPeople(List<Attending> people, String username) {
        var today = businessDay.today();
        batches.batchUpdate("""
                insert into training.participant (id, class_id, organisation_id, seen_on, full_name, family_name, middle_name,
                    given_name, born_earliest, born_precision, citizen_number_sealed, citizen_number_hash, citizen_number_end,
                    registered_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, people, BATCH, (row, one) -> {
            var told = Objects.requireNonNull(one.told().person());
            var name = PersonName.of(told.fullName());
            var number = told.citizenNumber();
            row.setObject(1, one.id());
            row.setObject(2, one.of().id());
            row.setObject(3, told.sentBy().id());
            row.setObject(4, today);
            row.setString(5, name.full());
            row.setString(6, name.family());
            row.setString(7, name.middle());
            row.setString(8, name.given());
            row.setObject(9, told.born().earliest());
            row.setString(10, told.born().precision().name());
            row.setBytes(11, number == null ? null : seal.seal(number));
            row.setBytes(12, number == null ? null : seal.hash(number));
            row.setString(13, number == null ? null : number.substring(number.length() - SHOWN_DIGITS));
            row.setString(14, username);
        });
    }

    /** Members are written as the register has them, where they stood on the last day of the class. */
    private void insertMembers(List<Attending> members, String username) {
        batches.batchUpdate("""
                insert into training.participant (id, class_id, organisation_id, seen_on, member_id, full_name, family_name,
                    middle_name, given_name, born_earliest, born_precision, citizen_number_sealed, citizen_number_hash,
                    citizen_number_end, registered_by)
                select cast(? as uuid), cast(? as uuid), s.organisation_id, greatest(lower(s.valid), cast(? as date)), m.id,
                    m.full_name, m.family_name, m.middle_name, m.given_name, m.born_earliest, m.born_precision,
                    m.citizen_number_sealed, m.citizen_number_hash, m.citizen_number_end, ?
                from member.member m join membership.standing s on s.member_id = m.id and s.valid @> cast(? as date)
                where m.id = ?
                """, members, BATCH, (row, one) -> {
            var planned = one.of().told().planned();
            row.setObject(1, one.id());
            row.setObject(2, one.of().id());
            row.setObject(3, planned.fromOn());
            row.setString(4, username);
            row.setObject(5, planned.toOn());
            row.setObject(
                    6, one.told().member() == null ? null : one.told().member().id(), Types.OTHER);
        });
    }

    private void insertOutcomes(List<Attending> attending, String username) {
        batches.batchUpdate(
                "insert into training.outcome (participant_id, outcome, why, recorded_by) values (?, ?, ?, ?)",
                attending,
                BATCH,
                (row, one) -> {
                    row.setObject(1, one.id());
                    row.setString(2, (one.told().missed() == null ? Outcome.FINISHED : Outcome.NOT_FINISHED).name());
                    row.setString(3, one.told().missed());
                    row.setString(4, username);
                });
    }

    private void insertCertificates(List<Attending> certified, String username) {
        batches.batchUpdate("""
                insert into training.certificate (id, participant_id, organisation_id, kind, year, number, issued_on, form_code,
                    issued_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, certified, BATCH, (row, one) -> {
            var planned = one.of().told().planned();
            var issued = one.of().told().issuedOn();
            row.setObject(1, CertificateId.next().id());
            row.setObject(2, one.id());
            row.setObject(3, planned.organisation().id());
            row.setString(4, planned.kind().name());
            row.setInt(5, issued.getYear());
            row.setObject(6, one.told().number(), Types.INTEGER);
            row.setObject(7, issued);
            row.setString(8, one.of().form());
            row.setString(9, username);
        });
    }

    /**
     * A class that is over.
     *
     * @param issuedOn the day of its certificates
     */
    public record KnownClass(NewClass planned, LocalDate issuedOn, List<Attended> attended) {
        public KnownClass {
            attended = List.copyOf(attended);
        }
    }

    /**
     * Who attended: a person, or a member.
     *
     * @param missed why they have not finished; null where they have
     * @param number of the certificate; null where they hold none
     */
    public record Attended(
            @Nullable NewParticipant person,
            @Nullable MemberId member,
            @Nullable String missed,
            @Nullable Integer number) {}

    private record Begun(TrainingClass planned, KnownClass told, String form) {
        UUID id() {
            return planned.id().id();
        }
    }

    private record Attending(UUID id, Begun of, Attended told) {}
}

package vn.partyregister.training;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.reference.Forms;

/** Certificates of classes (giấy chứng nhận) are issued and revoked; who holds a valid one is told to other modules. */
@Service
@Transactional
public class Certificates {
    private final Classes classes;
    private final HeldCertificates held;
    private final Forms forms;
    private final BusinessDay businessDay;
    private final JdbcClient jdbc;

    Certificates(Classes classes, HeldCertificates held, Forms forms, BusinessDay businessDay, JdbcClient jdbc) {
        this.classes = classes;
        this.held = held;
        this.forms = forms;
        this.businessDay = businessDay;
        this.jdbc = jdbc;
    }

    /** The certificate of the awareness class that is valid on a day, found by the citizen number. */
    @Transactional(readOnly = true)
    public Optional<Certified> validOn(String citizenNumber, LocalDate day) {
        return held.byNumber(ClassKind.AWARENESS, citizenNumber, day).stream()
                .filter(Certified::valid)
                .findFirst();
    }

    /** As above, where no number is known: found by the name and the birth date, and so no more than likely. */
    @Transactional(readOnly = true)
    public Optional<Certified> validOn(String fullName, PartialDate born, LocalDate day) {
        return held.byName(ClassKind.AWARENESS, fullName, born, day).stream()
                .filter(Certified::valid)
                .findFirst();
    }

    /** All certificates of a kind that somebody holds by their number, the newest first, those no longer valid too. */
    @Transactional(readOnly = true)
    public List<Certified> of(ClassKind kind, String citizenNumber, LocalDate day) {
        return held.byNumber(kind, citizenNumber, day);
    }

    /** The next number of an issuer's certificates in a year. */
    @Transactional(readOnly = true)
    public int next(OrganisationId issuer, ClassKind kind, int year) {
        return jdbc.sql("""
                        select coalesce(max(number), 0) + 1 from training.certificate
                        where organisation_id = :issuer and kind = :kind and year = :year
                        """)
                .param("issuer", issuer.id())
                .param("kind", kind.name())
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    /** Issues to everybody who has finished and holds none of this class, in the order of their names; tells how many. */
    public int issue(TrainingClassId id, int first, LocalDate day, Scope scope) {
        var issuing = classes.hold(id, scope).requireNotCancelled().requireEndedBy(day);
        if (day.isAfter(businessDay.today())) {
            throw new RuleBroken("training.in-the-future", Dates.write(day));
        }
        var finished = jdbc.sql("""
                        select id from training.attendance
                        where class_id = :class and outcome = 'FINISHED' and certificate_id is null
                        order by given_name, middle_name, family_name, id
                        """)
                .param("class", id.id())
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
        if (finished.isEmpty()) {
            throw new RuleBroken("training.nobody-finished");
        }
        requireFree(issuing, first, first + finished.size() - 1, day.getYear());
        jdbc.sql("""
                        insert into training.certificate
                            (id, participant_id, organisation_id, kind, year, number, issued_on, form_code, issued_by)
                        select n.id, n.participant, :issuer, :kind, :year, :first + cast(n.place as integer) - 1, :day, :form,
                            :username
                        from unnest(cast(:ids as uuid[]), cast(:participants as uuid[])) with ordinality
                            as n (id, participant, place)
                        """)
                .param(
                        "ids",
                        IntStream.range(0, finished.size())
                                .mapToObj(_ -> CertificateId.next().id())
                                .toArray(UUID[]::new))
                .param("participants", finished.toArray(UUID[]::new))
                .param("issuer", issuing.organisation().id())
                .param("kind", issuing.kind().name())
                .param("year", day.getYear())
                .param("first", first)
                .param("day", day)
                .param(
                        "form",
                        forms.classCertificate(issuing.kind().name(), day).code())
                .param("username", Author.current().username())
                .update();
        classes.note(
                "training.certificates-issued",
                issuing,
                null,
                Map.of("first", first, "people", finished.size(), "day", day));
        return finished.size();
    }

    private void requireFree(TrainingClass issuing, int first, int last, int year) {
        jdbc.sql("""
                        select g.number, p.full_name, p.born_earliest, p.born_precision
                        from training.certificate g join training.participant p on p.id = g.participant_id
                        where g.organisation_id = :issuer and g.kind = :kind and g.year = :year
                            and g.number between :first and :last
                        order by g.number limit 1
                        """)
                .param("issuer", issuing.organisation().id())
                .param("kind", issuing.kind().name())
                .param("year", year)
                .param("first", first)
                .param("last", last)
                .query((row, _) -> new RuleBroken(
                        "training.number-given",
                        row.getInt("number") + "/" + year,
                        row.getString("full_name"),
                        new PartialDate(
                                        row.getObject("born_earliest", LocalDate.class),
                                        PartialDate.Precision.valueOf(row.getString("born_precision")))
                                .toString()))
                .optional()
                .ifPresent(given -> {
                    throw given;
                });
    }

    /** Takes a certificate back; its number is not given again. */
    public TrainingClassId revoke(CertificateId id, String why, Scope scope) {
        var of = jdbc.sql("""
                        select p.class_id from training.certificate g join training.participant p on p.id = g.participant_id
                        where g.id = :id
                        """)
                .param("id", id.id())
                .query((row, _) -> new TrainingClassId(row.getObject("class_id", UUID.class)))
                .optional()
                .orElseThrow(() -> new NotFound("training.unknown-certificate"));
        var revoking = classes.hold(of, scope);
        var revoked = jdbc.sql("""
                        update training.certificate set revoked_at = now(), revoked_by = :username, revoked_why = :why
                        where id = :id and revoked_at is null
                        """)
                .param("username", Author.current().username())
                .param("why", why)
                .param("id", id.id())
                .update();
        if (revoked == 0) {
            throw new RuleBroken("training.revoked-already");
        }
        classes.note("training.certificate-revoked", revoking, null, Map.of("certificate", id, "why", why));
        return of;
    }
}

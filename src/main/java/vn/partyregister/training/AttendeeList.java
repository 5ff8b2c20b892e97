package vn.partyregister.training;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.ListQuery;
import vn.partyregister.platform.Listing;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;
import vn.partyregister.reference.Rulebook;

/** Who attends classes: of one class, or the people behind a figure of many. */
@Service
public class AttendeeList {
    /** What the list can be ordered by. */
    public static final Collection<String> ORDERS = List.of("name", "born", "organisation", "certificate", "class");

    public static final String STANDARD_ORDER = "name,asc";

    private static final Map<String, String> COLUMNS = Map.of(
            "name", "p.given_name %1$s, p.middle_name %1$s, p.family_name %1$s",
            "born", "p.born_earliest %1$s",
            "organisation", "o.name collate organisation.by_name %1$s",
            "certificate", "p.issued_on %1$s nulls last, p.number %1$s nulls last",
            "class", "c.from_on %1$s, c.id %1$s");

    private final Rulebook rulebook;
    private final BusinessDay businessDay;
    private final JdbcClient jdbc;

    AttendeeList(Rulebook rulebook, BusinessDay businessDay, JdbcClient jdbc) {
        this.rulebook = rulebook;
        this.businessDay = businessDay;
        this.jdbc = jdbc;
    }

    /** A page of the list, and how many there are. A page behind the last is the last. */
    public Listing<Attendee> page(AttendeeFilter filter, Scope scope, String sort, int page) {
        return query(filter, scope, sort).page(jdbc, page, sort, filter.address(""));
    }

    /** All of them, as the database hands them out; the caller closes the stream. */
    public Stream<Attendee> stream(AttendeeFilter filter, Scope scope, String sort) {
        return query(filter, scope, sort).all(jdbc);
    }

    private ListQuery<Attendee> query(AttendeeFilter filter, Scope scope, String sort) {
        var which = which(filter, scope);
        return ListQuery.of(Attendee.class, rows(which))
                .counted("select count(*) from training.attendance p join training.class c on c.id = p.class_id where "
                        + which)
                .ordered(COLUMNS, sort, "p.given_name, p.middle_name, p.family_name, p.id")
                .with(params(scope))
                .with(
                        "class",
                        filter.trainingClass() == null
                                ? null
                                : filter.trainingClass().id())
                .seeking(filter.q())
                .with("organisation", filter.organisation())
                .with("kind", filter.kind())
                .with("from", filter.from())
                .with("to", filter.to());
    }

    /** Somebody by their registration. */
    public Attendee get(ParticipantId id, Scope scope) {
        return one("p.id = :one", id.id(), "training.unknown-participant", scope);
    }

    /** Whoever holds a certificate. */
    public Attendee get(CertificateId id, Scope scope) {
        return one("p.certificate_id = :one", id.id(), "training.unknown-certificate", scope);
    }

    private Attendee one(String which, UUID id, String unknown, Scope scope) {
        return jdbc.sql(rows(which + " and " + seen(scope)))
                .params(params(scope))
                .param("one", id)
                .query(new RecordRows<>(Attendee.class))
                .optional()
                .orElseThrow(() -> new NotFound(unknown));
    }

    private static String rows(String which) {
        return """
                select p.id, c.id as class_id, c.name as class_name, c.kind, p.member_id, p.full_name, p.born_earliest,
                    p.born_precision, p.citizen_number_end, coalesce(o.name, '') as organisation, p.outcome, p.why,
                    p.certificate_id, p.number || '/' || extract(year from p.issued_on) as certificate, p.issued_on,
                    case c.kind when 'AWARENESS' then %s else %s end as last_day
                from training.attendance p
                join training.class c on c.id = p.class_id
                left join organisation.organisation_version o
                    on o.organisation_id = p.organisation_id and o.valid @> p.seen_on
                where %s
                """.formatted(
                        HeldCertificates.lastDay("p.issued_on"),
                        HeldCertificates.lastDay("p.issued_on")
                                .replace(":amount", ":amount2")
                                .replace(":unit", ":unit2"),
                        which);
    }

    private static String seen(Scope scope) {
        return "(%s or %s)".formatted(ClassList.leads(scope), scope.condition("p.organisation_id", "p.seen_on"));
    }

    private static String which(AttendeeFilter filter, Scope scope) {
        return String.join(
                " and ",
                seen(scope),
                filter.trainingClass() == null ? ClassState.HELD.condition() : "c.id = :class",
                ClassList.held(filter.organisation() != null, Boolean.TRUE.equals(filter.own())),
                filter.q() == null ? "true" : "p.name_folded like :q",
                filter.kind() == null ? "true" : "c.kind = :kind",
                filter.from() == null ? "true" : "c.year >= :from",
                filter.to() == null ? "true" : "c.year <= :to",
                filter.state() == null ? "true" : filter.state().condition());
    }

    private Map<String, Object> params(Scope scope) {
        var today = businessDay.today();
        var params = new HashMap<String, Object>(scope.params(today));
        params.put("today", today);
        params.putAll(HeldCertificates.term(ClassKind.AWARENESS, rulebook, today));
        HeldCertificates.term(ClassKind.NEW_MEMBER, rulebook, today)
                .forEach((name, value) -> params.put(name + "2", value));
        return params;
    }
}

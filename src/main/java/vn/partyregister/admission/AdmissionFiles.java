package vn.partyregister.admission;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.Seal;

/** Opens cases within a scope; whoever opens one is noted. */
@Service
@Transactional
public class AdmissionFiles {
    private final AdmissionCaseRepository cases;
    private final Procedures procedures;
    private final Eligibility eligibility;
    private final Checklist checklist;
    private final CellFacts cells;
    private final Competence competence;
    private final Corrections corrections;
    private final OrganisationTree tree;
    private final ObjectProvider<Certificates> certificates;
    private final ObjectProvider<CandidatePlaces> places;
    private final JdbcClient jdbc;
    private final Seal seal;
    private final BusinessDay businessDay;
    private final AuditTrail audit;

    AdmissionFiles(
            AdmissionCaseRepository cases,
            Procedures procedures,
            Eligibility eligibility,
            Checklist checklist,
            CellFacts cells,
            Competence competence,
            Corrections corrections,
            OrganisationTree tree,
            ObjectProvider<Certificates> certificates,
            ObjectProvider<CandidatePlaces> places,
            JdbcClient jdbc,
            Seal seal,
            BusinessDay businessDay,
            AuditTrail audit) {
        this.cases = cases;
        this.procedures = procedures;
        this.eligibility = eligibility;
        this.checklist = checklist;
        this.cells = cells;
        this.competence = competence;
        this.corrections = corrections;
        this.tree = tree;
        this.certificates = certificates;
        this.places = places;
        this.jdbc = jdbc;
        this.seal = seal;
        this.businessDay = businessDay;
        this.audit = audit;
    }

    /** A case whose cell the scope reaches. */
    public AdmissionFile open(AdmissionCaseId id, Scope scope) {
        var today = businessDay.today();
        var one = cases.get(id);
        if (tree.find(one.organisation(), scope, today).isEmpty()) {
            throw new NotFound("admission.unknown");
        }
        audit.read(
                "admission.read",
                new Subject("admission", id.id(), one.organisation().id()),
                null);
        var procedure = procedures.on(one.ruleDay(), cells.where(one.organisation(), today));
        return new AdmissionFile(
                one,
                tree.name(one.organisation(), today).orElse(""),
                procedure,
                one.relatives(),
                one.papers(),
                eligibility.of(one, today),
                checklist.of(one, procedure, today),
                deadlines(id),
                names(one, today),
                opens(one.member(), scope, today),
                known(one),
                places.stream()
                        .flatMap(source -> source.of(id, scope).stream())
                        .findFirst()
                        .orElse(null),
                competence.unjudged(one).orElse(null),
                corrections.of(id));
    }

    /** The whole citizen number; each showing is noted. */
    public String citizenNumber(AdmissionCaseId id, Scope scope) {
        var one = open(id, scope).one();
        audit.read(
                "admission.citizen-number",
                new Subject("admission", id.id(), one.organisation().id()),
                null);
        var number = one.citizenNumber();
        return number == null ? "" : seal.openText(number.sealed());
    }

    /** Official members of the case's cell on a day, for a picker. */
    public List<MemberChoice> officials(AdmissionCase one, LocalDate day) {
        return cells.choices(one.organisation(), day);
    }

    /** The member of the case's base organisation who is meant; nothing where nobody is, or several. */
    public Optional<MemberId> meant(String typed, AdmissionCase one, LocalDate day) {
        return cells.meant(typed, one.organisation(), day);
    }

    private List<Certificates.Certificate> known(AdmissionCase one) {
        var number = one.citizenNumber();
        return one.milestones().certificateOn() != null
                ? List.of()
                : certificates.stream()
                        .flatMap(source -> source
                                .of(
                                        one.candidate().fullName(),
                                        one.candidate().born(),
                                        number == null ? null : number.hash())
                                .stream())
                        .toList();
    }

    private AdmissionFile.Deadlines deadlines(AdmissionCaseId id) {
        return jdbc.sql("""
                        select certificate_until, decide_by, ceremony_by, biography_by, propose_by, recognise_by
                        from admission.deadline where id = :id
                        """)
                .param("id", id.id())
                .query(new RecordRows<>(AdmissionFile.Deadlines.class))
                .single();
    }

    private Map<UUID, String> names(AdmissionCase one, LocalDate today) {
        var members = one.steps().stream()
                .flatMap(step -> step.members().stream())
                .map(MemberId::id)
                .collect(Collectors.toSet());
        var organisations = one.steps().stream().map(Step::organisationId).collect(Collectors.toSet());
        var names = new HashMap<UUID, String>();
        ask("select id, full_name as name from member.member where id = any(:ids)", members, names);
        jdbc.sql("""
                        select distinct on (organisation_id) organisation_id as id, name from organisation.organisation_version
                        where organisation_id = any(:ids)
                        order by organisation_id, valid @> cast(:today as date) desc, lower(valid) desc
                        """)
                .param("ids", organisations.toArray(UUID[]::new))
                .param("today", today)
                .query(row -> {
                    names.put(row.getObject("id", UUID.class), row.getString("name"));
                });
        return names;
    }

    private void ask(String sql, Set<UUID> ids, Map<UUID, String> names) {
        if (ids.isEmpty()) {
            return;
        }
        jdbc.sql(sql).param("ids", ids.toArray(UUID[]::new)).query(row -> {
            names.put(row.getObject("id", UUID.class), row.getString("name"));
        });
    }

    private boolean opens(@Nullable MemberId member, Scope scope, LocalDate today) {
        return member != null
                && jdbc.sql("""
                        select exists (select from membership.standing s where s.member_id = :member
                            and s.valid @> cast(:asAt as date) and %s)
                        """.formatted(scope.condition("s.organisation_id")))
                        .params(scope.params(today))
                        .param("member", member.id())
                        .query(Boolean.class)
                        .single();
    }
}

package vn.partyregister.admission;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.partyregister.inbox.ObligationSource;

/**
 * What cases of admission ask of whom by when: of the committee above that it decides, of the cell the rest. A term that
 * ended without being met, because the way was left, is owed by nobody. The biography after the ceremony is asked of every
 * new member, with a case or without, by whoever keeps the papers.
 */
@Component
class AdmissionObligations implements ObligationSource {
    private static final String SELECT = """
            select '%1$s' as kind, c.full_name as subject,
                concat_ws(' ', c.given_name, c.middle_name, c.family_name) as subject_order, %2$s as owner_id,
                %3$s as since, d.%4$s as due_on, %5$s as done_on, '/admissions/' || c.id as address
            from admission.admission_case c join admission.deadline d on d.id = c.id
            where %3$s <= cast(:asAt as date) and (%5$s is not null or c.ended_on is null) and %6$s
            """;

    /** The committee that decides: the nearest above the base, or the cell's own place where none is known. */
    private static final String COMMITTEE = """
            coalesce((select a.ancestor_id from organisation.ancestry a
                join organisation.organisation_version o on o.organisation_id = a.ancestor_id and o.valid @> cast(:asAt as date)
                join organisation.organisation_type t on t.code = o.type
                where a.descendant_id = c.organisation_id and a.valid @> cast(:asAt as date) and t.tier = 'DIRECT'
                order by a.depth limit 1), c.organisation_id)\
            """;

    private static final List<Kind> KINDS = List.of(
            new Kind("ADMISSION_CERTIFICATE", false, "c.certificate_on", "certificate_until", "c.voted_on", """
                    (c.voted_on is null and exists (select from reference.rule r where r.key = 'certificate-end-told-before'
                        and r.scope = 'ALL' and r.valid @> cast(:asAt as date)
                        and d.certificate_until <= cast(:asAt as date) + make_interval(months => cast(r.value as integer))))\
                    """),
            new Kind("ADMISSION_DECISION", true, "c.voted_on", "decide_by", "c.decided_on", "true"),
            new Kind("ADMISSION_CEREMONY", false, "c.decided_on", "ceremony_by", "c.joined_on", "true"),
            new Kind(
                    "ADMISSION_PROPOSAL",
                    false,
                    "admission.last_day('probation', c.rule_day, c.joined_on)",
                    "propose_by",
                    "c.proposed_on",
                    "c.stage <> 'NOT_WORTHY'"),
            new Kind(
                    "ADMISSION_RECOGNITION",
                    true,
                    "c.proposed_on",
                    "recognise_by",
                    "case when c.stage = 'OFFICIAL' then c.since end",
                    "true"));

    @Override
    public List<String> kinds() {
        return KINDS.stream().map(Kind::name).toList();
    }

    @Override
    public String select() {
        return KINDS.stream().map(Kind::select).collect(Collectors.joining(" union all "));
    }

    /**
     * One kind of obligation.
     *
     * @param above whether a committee above the cell owes it
     */
    private record Kind(String name, boolean above, String since, String due, String done, String condition) {
        String select() {
            return SELECT.formatted(name, above ? COMMITTEE : "c.organisation_id", since, due, done, condition);
        }
    }
}

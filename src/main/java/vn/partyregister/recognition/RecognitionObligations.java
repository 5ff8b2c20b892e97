package vn.partyregister.recognition;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.partyregister.inbox.ObligationSource;

/**
 * A batch of badges is submitted before its day of award, by the committee that draws it up, and decided by that day, by the
 * root; a check of party cards is finished.
 */
@Component
class RecognitionObligations implements ObligationSource {
    private static final String SELECT = """
            select 'BADGE_PROPOSAL' as kind, to_char(b.award_day, 'DD/MM/YYYY') as subject, to_char(b.award_day, 'YYYYMMDD') as subject_order,
                b.organisation_id as owner_id, least(cast(b.recorded_at as date), cast(:asAt as date)) as since,
                b.award_day - cast(r.value as integer) as due_on, b.submitted_on as done_on, '/recognition/batches/' || b.id as address,
                'badge-proposal-before-award' as rule, b.award_day as rule_day
            from recognition.batch b
            left join reference.rule r on r.key = 'badge-proposal-before-award' and r.scope = 'ALL' and r.valid @> b.award_day
            union all
            select 'BADGE_DECISION', v.name || ' · ' || to_char(b.award_day, 'DD/MM/YYYY'), v.name, root.id,
                b.submitted_on, b.award_day, case when b.decided_at is not null then least(cast(b.decided_at as date), cast(:asAt as date)) end, '/recognition/batches/' || b.id,
                'badge-award-day', b.award_day
            from recognition.batch b
            join organisation.organisation root on root.is_root
            join organisation.organisation_version v on v.organisation_id = b.organisation_id and v.valid @> b.submitted_on
            where b.submitted_on <= cast(:asAt as date)
            union all
            select 'CARD_CHECK', c.name, c.name, c.organisation_id, c.begun_on,
                reference.last_day(c.begun_on, cast(r.value as integer), r.unit), case when c.closed_at is not null then least(cast(c.closed_at as date), cast(:asAt as date)) end,
                '/recognition/checks/' || c.id, 'card-check-length', c.begun_on
            from recognition.card_check c
            left join reference.rule r on r.key = 'card-check-length' and r.scope = 'ALL' and r.valid @> c.begun_on
            where c.begun_on <= cast(:asAt as date)
            """;

    @Override
    public List<String> kinds() {
        return List.of("BADGE_PROPOSAL", "BADGE_DECISION", "CARD_CHECK");
    }

    @Override
    public String select() {
        return SELECT;
    }
}

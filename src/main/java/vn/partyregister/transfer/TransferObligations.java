package vn.partyregister.transfer;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.partyregister.inbox.ObligationSource;

/**
 * What a transfer asks of whom by when: the sender that the letter be out, the receiver that it be presented and answered. It
 * is owed by the level whose box is the next, of what goes outside by the sender, who has to learn what became of it.
 */
@Component
class TransferObligations implements ObligationSource {
    private static final String SELECT = """
            select '%1$s' as kind, coalesce(m.full_name, t.newcomer_full_name) as subject,
                coalesce(concat_ws(' ', m.given_name, m.middle_name, m.family_name), t.newcomer_full_name) as subject_order,
                coalesce((select b.organisation_id from transfer.box b where b.transfer_id = t.id and b.side = '%2$s'
                    order by b.filled_on is null desc, case when b.filled_on is null then b.position else -b.position end limit 1),
                    t.from_id) as owner_id,
                %3$s as since, d.%4$s as due_on, %5$s as done_on, '/transfers/' || t.id as address,
                (select k.key from reference.rule_key k where k.key = '%7$s' || lower(t.kind)) as rule, %8$s as rule_day
            from transfer.transfer t
            join transfer.deadline d on d.id = t.id
            left join member.member m on m.id = t.member_id
            where %3$s <= cast(:asAt as date) and %6$s
            """;

    @Override
    public List<String> kinds() {
        return List.of("TRANSFER_LETTER", "TRANSFER_PRESENTATION");
    }

    @Override
    public String select() {
        return SELECT.formatted(
                        "TRANSFER_LETTER",
                        Side.FROM,
                        "t.requested_on",
                        "begin_by",
                        "t.introduced_on",
                        "t.direction <> 'IN' and (t.introduced_on is not null or t.ended_on is null)",
                        "transfer-start-",
                        "t.decided_on")
                + " union all "
                + SELECT.formatted(
                        "TRANSFER_PRESENTATION",
                        Side.TO,
                        "t.introduced_on",
                        "present_by",
                        "t.ended_on",
                        "t.stage in ('IN_TRANSIT', 'ARRIVING', 'ACCEPTED')",
                        "transfer-presentation-",
                        "t.introduced_on");
    }
}

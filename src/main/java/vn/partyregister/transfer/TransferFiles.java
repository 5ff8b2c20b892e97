package vn.partyregister.transfer;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Scope;

/**
 * Opens transfers. Both ends read what the letter says of the member, and no more: the receiver before the member is
 * theirs, the sender when the member no longer is.
 */
@Service
@Transactional
public class TransferFiles {
    private final JdbcClient jdbc;
    private final AuditTrail audit;

    TransferFiles(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** A transfer that passes a level within the scope; whoever opens it is noted. */
    public TransferFile open(TransferId id, Scope scope, LocalDate today) {
        var head = jdbc.sql("""
                        select t.id, t.code, t.kind, t.direction, t.stage, t.member_id,
                            coalesce(m.full_name, t.newcomer_full_name) as full_name, coalesce(m.sex, '') as sex,
                            coalesce(m.born_earliest, t.newcomer_born_earliest) as born_earliest,
                            coalesce(m.born_precision, t.newcomer_born_precision) as born_precision,
                            coalesce(m.joined_on, t.newcomer_joined_on) as joined_on,
                            case when m.id is null then t.newcomer_official_on else m.official_on end as official_on,
                            coalesce(m.card_number, t.newcomer_card_number) as card_number, m.file_number,
                            t.ground, t.decided_on, t.requested_on, t.returns_on, t.begun_late_why,
                            t.letter_number, t.letter_issued_on, t.letter_issuer, t.introduced_on, t.received_on,
                            t.presented_late_why, t.ended_on, t.ended_why, t.dossier_travelled, t.dossier_on, t.recorded_by,
                            d.begin_by, d.present_by, coalesce(%s, false) as overdue,
                            exists (select from membership.standing s where s.member_id = t.member_id
                                and s.valid @> cast(:asAt as date) and %s) as opens,
                            coalesce(%s, false) as sender, coalesce(%s, false) as receiver, m.id is null as newcomer
                        from transfer.transfer t
                        join transfer.deadline d on d.id = t.id
                        left join member.member m on m.id = t.member_id
                        where t.id = :id and %s
                        """.formatted(
                                TransferView.IS_OVERDUE,
                                scope.condition("s.organisation_id"),
                                "t.from_id is not null and " + scope.condition("t.from_id"),
                                "t.to_id is not null and " + scope.condition("t.to_id"),
                                TransferList.seen(scope)))
                .params(scope.params(today))
                .param("id", id.id())
                .query(new RecordRows<>(TransferFile.Head.class))
                .optional()
                .orElseThrow(() -> new NotFound("transfer.unknown"));
        audit.read(
                "transfer.read",
                new Subject(
                        head.memberId() == null ? "transfer" : "member",
                        head.memberId() == null ? id.id() : head.memberId(),
                        null),
                Map.of("code", head.code()));
        return new TransferFile(
                head,
                jdbc.sql("""
                        select b.position, b.side, b.level, b.name, b.filled_on, b.filled_by, %s as mine
                        from transfer.box b join transfer.transfer t on t.id = b.transfer_id
                        where b.transfer_id = :id order by b.position
                        """.formatted(scope.condition("coalesce(b.organisation_id, t.from_id)")))
                        .params(scope.params(today))
                        .param("id", id.id())
                        .query(new RecordRows<>(TransferFile.Passed.class))
                        .list());
    }
}

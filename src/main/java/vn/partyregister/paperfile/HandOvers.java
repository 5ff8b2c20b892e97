package vn.partyregister.paperfile;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.paperfile.HandOver.Draft;
import vn.partyregister.paperfile.HandOver.LeftOut;
import vn.partyregister.paperfile.HandOver.Made;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.RecordRows;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;

/** Hands the paper files of chosen members over to another organisation, all in one record. */
@Service
@Transactional
public class HandOvers {
    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final BusinessDay businessDay;
    private final AuditTrail audit;

    HandOvers(JdbcClient jdbc, Ledger ledger, BusinessDay businessDay, AuditTrail audit) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.businessDay = businessDay;
        this.audit = audit;
    }

    /** Where the files of those chosen are, as far as the scope reaches. */
    @Transactional(readOnly = true)
    public List<Whereabouts> chosen(Collection<MemberId> members, Scope scope) {
        return ledger.find(inScope(members, scope));
    }

    /** Who of them would be left out of a hand-over on this day by this organisation (null: by any), and why. */
    @Transactional(readOnly = true)
    public List<LeftOut> leftOut(List<Whereabouts> files, LocalDate day, @Nullable OrganisationId from) {
        return files.stream()
                .flatMap(file -> against(file, day, from).stream().map(reason -> LeftOut.of(file, reason)))
                .toList();
    }

    /** Makes the record and the event of each file, in one transaction; whose file cannot go is left out and named. */
    public Made make(Draft draft, Collection<MemberId> members, Scope scope) {
        var files = ledger.hold(inScope(members, scope));
        if (files.isEmpty()) {
            throw new RuleBroken("paperfile.nobody-chosen");
        }
        var going = files.stream()
                .filter(file -> against(file, draft.day(), draft.from()).isEmpty())
                .map(Whereabouts::memberId)
                .toList();
        if (going.isEmpty()) {
            throw new RuleBroken("paperfile.nobody-can-go");
        }
        var id = HandOverId.next();
        insert(id, draft);
        ledger.append(going, Happening.handedOver(id, draft.day()));
        audit.changed(
                "paper-file.handed-over",
                new Subject("hand-over", id.id(), draft.from().id()),
                null,
                Map.of(
                        "number", draft.number(),
                        "on", draft.day(),
                        "receiver", draft.toName(),
                        "files", going.stream().map(MemberId::id).toList()));
        return new Made(id, leftOut(files, draft.day(), draft.from()));
    }

    /** A record that the scope reaches by the organisation that handed over or by the one that receives. */
    @Transactional(readOnly = true)
    public HandOver get(HandOverId id, Scope scope, LocalDate today) {
        var head = jdbc.sql("""
                        select h.id, h.number, h.handed_over_on, h.from_organisation_id, f.name as from_name, h.to_name,
                            h.handed_by, h.received_by
                        from paperfile.hand_over h
                        join lateral (select name from organisation.organisation_version
                            where organisation_id = h.from_organisation_id
                            order by valid @> h.handed_over_on desc, lower(valid) desc limit 1) f on true
                        where h.id = :id and (%s or %s)
                        """.formatted(
                                scope.condition("h.from_organisation_id"), scope.condition("h.to_organisation_id")))
                .params(scope.params(today))
                .param("id", id.id())
                .query(new RecordRows<>(HandOver.Head.class))
                .optional()
                .orElseThrow(() -> new NotFound("paperfile.unknown-hand-over"));
        return new HandOver(head, above(head), files(head));
    }

    /** Whoever stands in the scope, or left a file in its keeping. */
    private List<MemberId> inScope(Collection<MemberId> members, Scope scope) {
        return members.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                select m.id from member.member m
                                where m.id in (:members) and (
                                    exists (select from membership.standing s
                                        where s.member_id = m.id and s.valid @> cast(:asAt as date) and %s)
                                    or exists (select from paperfile.whereabouts w where w.member_id = m.id and %s))
                                """.formatted(scope.condition("s.organisation_id"), scope.condition("w.organisation_id")))
                        .params(scope.params(businessDay.today()))
                        .param("members", members.stream().map(MemberId::id).toList())
                        .query((row, _) -> new MemberId(row.getObject("id", UUID.class)))
                        .list();
    }

    private Optional<RuleBroken> against(Whereabouts file, LocalDate day, @Nullable OrganisationId from) {
        var refused = ledger.against(file, Kind.HANDED_OVER, day);
        if (refused.isPresent() || from == null || from.equals(file.organisationId())) {
            return refused;
        }
        var keeper = file.organisation();
        return Optional.of(new RuleBroken("paperfile.kept-elsewhere", keeper == null ? "" : keeper));
    }

    private void insert(HandOverId id, Draft draft) {
        var to = draft.to();
        var made = jdbc.sql("""
                        insert into paperfile.hand_over (id, number, handed_over_on, from_organisation_id,
                            to_organisation_id, to_name, handed_by, received_by, recorded_by)
                        values (:id, :number, :day, :from, :to, :toName, :handedBy, :receivedBy, :username)
                        on conflict (from_organisation_id, number, handed_over_on) do nothing
                        """)
                .param("id", id.id())
                .param("number", draft.number())
                .param("day", draft.day())
                .param("from", draft.from().id())
                .param("to", to == null ? null : to.id(), java.sql.Types.OTHER)
                .param("toName", draft.toName())
                .param("handedBy", draft.handedBy(), java.sql.Types.VARCHAR)
                .param("receivedBy", draft.receivedBy(), java.sql.Types.VARCHAR)
                .param("username", Author.current().username())
                .update();
        if (made == 0) {
            throw new RuleBroken("paperfile.number-used", draft.number());
        }
    }

    private @Nullable String above(HandOver.Head head) {
        return jdbc.sql("""
                        select p.name from organisation.organisation_version v
                        join organisation.organisation_version p
                            on p.organisation_id = v.parent_id and p.valid @> cast(:day as date)
                        where v.organisation_id = :from and v.valid @> cast(:day as date)
                        """)
                .param("day", head.handedOverOn())
                .param("from", head.fromOrganisationId().id())
                .query((row, _) -> row.getString("name"))
                .optional()
                .orElse(null);
    }

    private List<HandOver.Item> files(HandOver.Head head) {
        return jdbc.sql("""
                        select m.full_name, m.card_number, m.file_number, o.name as organisation,
                            e.before = 'SEALED' as sealed
                        from paperfile.event e
                        join member.member m on m.id = e.member_id
                        left join membership.standing s on s.member_id = m.id and s.valid @> e.happened_on
                        left join organisation.organisation_version o
                            on o.organisation_id = s.organisation_id and o.valid @> e.happened_on
                        where e.hand_over_id = :id
                        order by m.given_name, m.middle_name, m.family_name, m.id
                        """)
                .param("id", head.id().id())
                .query(new RecordRows<>(HandOver.Item.class))
                .list();
    }
}

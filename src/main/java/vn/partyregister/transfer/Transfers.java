package vn.partyregister.transfer;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.member.MemberId;
import vn.partyregister.membership.MemberFiles;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Author;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;

/** Transfers are asked for, signed level by level, presented, accepted, returned and cancelled; each side within its scope. */
@Service
@Transactional
public class Transfers {
    private static final List<Stage> OPEN =
            Arrays.stream(Stage.values()).filter(Stage::isOpen).toList();

    private final TransferRepository transfers;
    private final Chains chains;
    private final Deadlines deadlines;
    private final Letters letters;
    private final Reach reach;
    private final Acceptance acceptance;
    private final MemberFiles files;
    private final BusinessDay businessDay;
    private final AuditTrail audit;

    Transfers(
            TransferRepository transfers,
            Chains chains,
            Deadlines deadlines,
            Letters letters,
            Reach reach,
            Acceptance acceptance,
            MemberFiles files,
            BusinessDay businessDay,
            AuditTrail audit) {
        this.transfers = transfers;
        this.chains = chains;
        this.deadlines = deadlines;
        this.letters = letters;
        this.reach = reach;
        this.acceptance = acceptance;
        this.files = files;
        this.businessDay = businessDay;
        this.audit = audit;
    }

    /** A member within the scope asks to go. */
    public TransferId request(MemberId member, NewTransfer told, Scope scope) {
        var from = files.brief(member, scope, businessDay.today()).organisationId();
        notInTheFuture(told.decidedOn(), told.requestedOn());
        requireElsewhere(from, told.to());
        if (told.returnsOn() != null) {
            deadlines.requireTemporary(told.requestedOn(), told.returnsOn(), told.ground());
        }
        var transfer = Transfer.request(
                member,
                from,
                told,
                deadlines.begins(told.kind(), told.decidedOn()),
                told.to() == null
                        ? chains.out(told.kind(), from, Objects.requireNonNull(told.elsewhere()), businessDay.today())
                        : chains.within(told.kind(), from, told.to(), businessDay.today()),
                username());
        return open(transfer, member, told.requestedOn(), "transfer.requested");
    }

    /** Somebody brings a letter to a cell within the scope. */
    public TransferId present(NewArrival told, Scope scope) {
        notInTheFuture(told.person().joinedOn(), told.letter().day(), told.receivedOn());
        var today = businessDay.today();
        if (!reach.covers(scope, told.to())) {
            throw new RuleBroken("transfer.not-yours-to-return");
        }
        var known = letters.known(told.person(), today);
        var from = known == null ? null : known.standsIn();
        if (known == null || from == null) {
            var letter = letters.note(told.letter(), null, TransferId.next());
            var boxes = chains.in(told.kind(), told.from(), told.to(), today);
            var member = known == null ? null : known.member();
            var transfer = Transfer.from(told.from(), member, told, letter, boxes, username());
            return open(transfer, member, told.receivedOn(), "transfer.presented");
        }
        requireElsewhere(from, told.to());
        var letter = letters.note(told.letter(), from, TransferId.next());
        var boxes = chains.within(told.kind(), from, told.to(), today);
        return open(
                Transfer.presented(known.member(), from, told, letter, boxes, username()),
                known.member(),
                told.receivedOn(),
                "transfer.presented");
    }

    private TransferId open(Transfer transfer, @Nullable MemberId member, LocalDate day, String act) {
        if (member != null) {
            acceptance.requirePossible(member, transfer, day);
            if (transfers.existsByMemberAndPassageStageIn(member, OPEN)) {
                throw new RuleBroken("transfer.open-already");
            }
        }
        while (transfers.existsByCode(transfer.code())) {
            transfer.drawAnew();
        }
        transfers.saveAndFlush(transfer);
        note(act, transfer, Map.of("kind", transfer.kind(), "way", transfer.direction(), "on", day));
        return transfer.id();
    }

    /** Levels of the side whose turn it is confirm; the journal is told when the last one has. */
    public void confirm(TransferId id, Confirmation said, Scope scope) {
        var transfer = get(id, scope);
        notInTheFuture(said.day());
        var side = transfer.requireNext(said.upTo());
        reach.requireAll(transfer.open(said.upTo()), transfer, scope);
        switch (side) {
            case FROM -> sign(transfer, said);
            case TO -> receive(transfer, said);
        }
        transfers.saveAndFlush(transfer);
        note(
                "transfer.confirmed",
                transfer,
                Map.of("on", said.day(), "box", said.upTo() + 1, "stage", transfer.stage()));
    }

    private void sign(Transfer transfer, Confirmation said) {
        if (transfer.issues(said.upTo())) {
            transfer.introduce(said.upTo(), letters.sign(transfer, said), said.day(), username());
        } else {
            transfer.sign(said.upTo(), said.day(), username());
        }
    }

    private void receive(Transfer transfer, Confirmation said) {
        if (said.upTo() < transfer.boxes().size() - 1) {
            transfer.receive(said.upTo(), said.day(), username());
            return;
        }
        var presents = deadlines.presents(transfer.kind(), Objects.requireNonNull(transfer.introducedOn()));
        presents.requireInTime(said.day(), said.lateWhy(), "transfer.presented-late");
        transfer.accept(acceptance.enter(transfer, said), said.day(), presents, said.lateWhy(), username());
    }

    /** The receiver has seen the letter, though the sender has not yet said here that it is out. */
    public void noteReceived(TransferId id, LocalDate day, Scope scope) {
        var transfer = get(id, scope);
        notInTheFuture(day);
        reach.requireReceiver(transfer, scope);
        transfers.saveAndFlush(transfer.note(day));
        note("transfer.received", transfer, Map.of("on", day));
    }

    /** The receiver sends the letter back. */
    public void sendBack(TransferId id, LocalDate day, String why, Scope scope) {
        var transfer = get(id, scope);
        notInTheFuture(day);
        reach.requireReceiver(transfer, scope);
        transfers.saveAndFlush(transfer.sendBack(day, why));
        note("transfer.returned", transfer, Map.of("on", day, "why", why));
    }

    /** The sender takes it back. */
    public void cancel(TransferId id, LocalDate day, String why, Scope scope) {
        var transfer = get(id, scope);
        notInTheFuture(day);
        reach.requireSender(transfer, scope);
        transfers.saveAndFlush(transfer.cancel(day, why));
        note("transfer.cancelled", transfer, Map.of("on", day, "why", why));
    }

    /** Whether the paper file went along, and on which day. */
    public void tellOfDossier(TransferId id, boolean travelled, @Nullable LocalDate day, Scope scope) {
        var transfer = get(id, scope);
        if (day != null) {
            notInTheFuture(day);
        }
        transfers.saveAndFlush(transfer.tellOfDossier(travelled, day));
        note("transfer.dossier", transfer, Map.of("travelled", travelled));
    }

    private Transfer get(TransferId id, Scope scope) {
        var transfer = transfers.get(id);
        reach.requireSeen(transfer, scope);
        return transfer;
    }

    private static void requireElsewhere(OrganisationId from, @Nullable OrganisationId to) {
        if (from.equals(to)) {
            throw new RuleBroken("membership.same-organisation");
        }
    }

    private void notInTheFuture(LocalDate... days) {
        for (var day : days) {
            if (day.isAfter(businessDay.today())) {
                throw new RuleBroken("membership.in-the-future", Dates.write(day));
            }
        }
    }

    private static String username() {
        return Author.current().username();
    }

    private void note(String act, Transfer transfer, Map<String, Object> what) {
        var told = new LinkedHashMap<>(what);
        told.put("code", transfer.code());
        var member = transfer.member();
        var place = transfer.from() == null ? transfer.to() : transfer.from();
        audit.changed(
                act,
                new Subject(
                        member == null ? "transfer" : "member",
                        member == null ? transfer.id().id() : member.id(),
                        place == null ? null : place.id()),
                null,
                told);
    }
}

package vn.partyregister.transfer;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.partyregister.member.MemberId;
import vn.partyregister.member.NewMember;
import vn.partyregister.membership.Act;
import vn.partyregister.membership.Arrival;
import vn.partyregister.membership.DatedFacts;
import vn.partyregister.membership.FactKind;
import vn.partyregister.membership.Journal;
import vn.partyregister.membership.MemberFiles;
import vn.partyregister.membership.MovementKind;
import vn.partyregister.membership.Movements;
import vn.partyregister.membership.NewFact;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.transfer.Confirmation.Particulars;

/**
 * Tells the journal of a transfer that has been accepted. Each side has confirmed within its own scope; the entry itself
 * reaches from one to the other and is asked for nobody's.
 */
@Component
class Acceptance {
    private static final Scope BOTH_SIDES = Scope.EVERYTHING;

    private final Movements movements;
    private final DatedFacts facts;
    private final Journal journal;
    private final MemberFiles files;
    private final BusinessDay businessDay;

    Acceptance(Movements movements, DatedFacts facts, Journal journal, MemberFiles files, BusinessDay businessDay) {
        this.movements = movements;
        this.facts = facts;
        this.journal = journal;
        this.files = files;
        this.businessDay = businessDay;
    }

    /** Enters it; says who was accepted. */
    MemberId enter(Transfer transfer, Confirmation said) {
        var member = transfer.member();
        if (member == null) {
            return arrive(transfer, said);
        }
        if (transfer.from() != null) {
            requireStillThere(member, transfer.from());
        }
        if (transfer.kind().moves()) {
            movements.record(member, act(transfer, said.day(), decided(transfer)), BOTH_SIDES);
        } else {
            facts.record(member, away(transfer, said.day()), BOTH_SIDES);
        }
        return member;
    }

    /** Refuses what could not be entered now: whom a letter introduces must be able to go. */
    void requirePossible(MemberId member, Transfer transfer, LocalDate day) {
        movements.requirePossible(member, act(transfer, day, null), BOTH_SIDES);
    }

    private static Act act(Transfer transfer, LocalDate day, @Nullable Decision letter) {
        return switch (transfer.direction()) {
            case WITHIN ->
                new Act(
                        MovementKind.TRANSFERRED,
                        day,
                        transfer.to(),
                        null,
                        transfer.way().ground(),
                        null,
                        letter,
                        null);
            case OUT ->
                new Act(
                        MovementKind.TRANSFERRED_OUT,
                        day,
                        null,
                        null,
                        transfer.way().ground(),
                        transfer.way().elsewhere(),
                        letter,
                        null);
            case IN ->
                new Act(
                        MovementKind.TRANSFERRED_IN,
                        day,
                        transfer.to(),
                        transfer.status(),
                        null,
                        transfer.way().elsewhere(),
                        letter,
                        null);
        };
    }

    private NewFact away(Transfer transfer, LocalDate day) {
        return new NewFact(
                FactKind.TEMPORARY_OUT,
                day,
                transfer.way().returnsOn(),
                transfer.to() == null ? transfer.boxes().getLast().name() : null,
                transfer.to(),
                decided(transfer));
    }

    private MemberId arrive(Transfer transfer, Confirmation said) {
        var person = Objects.requireNonNull(transfer.newcomer());
        var told = said.person();
        if (told == null) {
            throw new RuleBroken("transfer.particulars-missing");
        }
        return journal.arrive(
                new Arrival(
                        person(person, told),
                        Objects.requireNonNull(transfer.to()),
                        said.day(),
                        Objects.requireNonNull(transfer.way().elsewhere()),
                        person.officialOn(),
                        decided(transfer)),
                BOTH_SIDES);
    }

    private static NewMember person(Newcomer person, Particulars told) {
        return new NewMember(
                person.fullName(),
                null,
                told.sex(),
                person.born(),
                told.ethnicity(),
                told.religion(),
                null,
                told.decidedOn(),
                person.joinedOn(),
                null,
                null);
    }

    private static Decision decided(Transfer transfer) {
        return Objects.requireNonNull(transfer.letter()).decision();
    }

    private void requireStillThere(MemberId member, OrganisationId from) {
        var here = files.brief(member, BOTH_SIDES, businessDay.today());
        if (!here.organisationId().equals(from)) {
            throw new RuleBroken("transfer.moved-meanwhile", here.organisation());
        }
    }
}

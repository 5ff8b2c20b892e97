package vn.partyregister.transfer;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.member.MemberId;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.Decisions;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.VietnameseText;

/** Numbers letters of introduction as decisions are numbered, one letter for one member; and finds whom one names. */
@Component
class Letters {
    private final TransferRepository transfers;
    private final Decisions decisions;
    private final JdbcClient jdbc;

    Letters(TransferRepository transfers, Decisions decisions, JdbcClient jdbc) {
        this.transfers = transfers;
        this.decisions = decisions;
        this.jdbc = jdbc;
    }

    /** The letter that the last level of the sender signs; one that was brought before is that very letter. */
    Letter sign(Transfer transfer, Confirmation said) {
        var brought = transfer.letter();
        if (brought != null) {
            return brought;
        }
        if (said.number() == null) {
            throw new RuleBroken("transfer.number-missing");
        }
        var issuer = transfer.boxes().get(said.upTo()).name();
        return note(new Decision(issuer, said.number(), said.day(), null), transfer.from(), transfer.id());
    }

    /**
     * Keeps a letter.
     *
     * @param from the sender, where that is an organisation of the register
     */
    Letter note(Decision decided, @Nullable OrganisationId from, TransferId transfer) {
        var letter = from == null ? decisions.note(decided) : decisions.note(decided, from);
        if (transfers.introducesAnother(letter, transfer)) {
            throw new RuleBroken("transfer.letter-used", decided.number());
        }
        return new Letter(
                letter, VietnameseText.tidy(decided.number()), decided.day(), VietnameseText.tidy(decided.issuer()));
    }

    /** The member of that name and card number, whoever asks: they hold the letter in their hands. */
    @Nullable
    Known known(Newcomer person, LocalDate today) {
        return person.cardNumber() == null
                ? null
                : jdbc.sql("""
                                select m.id, s.organisation_id from member.member m
                                left join membership.standing s on s.member_id = m.id and s.valid @> cast(:today as date)
                                where m.card_number = :card and platform.folded(m.full_name) = :name
                                """)
                        .param("today", today)
                        .param("card", person.cardNumber())
                        .param("name", VietnameseText.folded(person.fullName()))
                        .query((row, _) -> new Known(
                                new MemberId(row.getObject("id", UUID.class)),
                                organisation(row.getObject("organisation_id", UUID.class))))
                        .optional()
                        .orElse(null);
    }

    private static @Nullable OrganisationId organisation(@Nullable UUID id) {
        return id == null ? null : new OrganisationId(id);
    }

    /** @param standsIn null for who left the register */
    record Known(MemberId member, @Nullable OrganisationId standsIn) {}
}

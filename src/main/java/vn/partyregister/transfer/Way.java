package vn.partyregister.transfer;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.jspecify.annotations.Nullable;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Refusal.RuleBroken;

/**
 * From where to where a letter introduces, and why: it stays as it was asked for.
 *
 * @param from null for who comes from outside of the register
 * @param to null for who goes outside of it
 * @param elsewhere the end outside, as it is written
 * @param returnsOn the last day of a temporary transfer
 */
@Embeddable
record Way(
        @Enumerated(EnumType.STRING) TransferKind kind,
        @Enumerated(EnumType.STRING) Direction direction,
        @Embedded @EmbeddedColumnNaming("from_%s") @Nullable OrganisationId from,
        @Embedded @EmbeddedColumnNaming("to_%s") @Nullable OrganisationId to,
        @Nullable String elsewhere,
        @Nullable String ground,
        @Nullable LocalDate returnsOn) {
    Way {
        if (!kind.goes(direction)) {
            throw new RuleBroken("transfer.no-such-way." + kind);
        }
    }

    /** As a member of the register asks to go. */
    static Way asked(OrganisationId from, NewTransfer told) {
        return new Way(
                told.kind(),
                told.direction(),
                from,
                told.to(),
                told.to() == null ? told.elsewhere() : null,
                told.ground(),
                told.returnsOn());
    }

    /** As a letter says that came before its sender told of it here. */
    static Way presented(OrganisationId from, NewArrival told) {
        return new Way(told.kind(), Direction.WITHIN, from, told.to(), null, told.ground(), null);
    }

    /** As a letter says that comes from outside of the register. */
    static Way into(String elsewhere, NewArrival told) {
        return new Way(told.kind(), Direction.IN, null, told.to(), elsewhere, told.ground(), null);
    }
}

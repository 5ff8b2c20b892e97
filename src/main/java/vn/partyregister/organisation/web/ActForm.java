package vn.partyregister.organisation.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.OrganisationTree.Facts;

/** What a page of an act asks: what becomes otherwise, from which day, by which decision. */
@NullUnmarked
record ActForm(
        @NotBlank(
                groups = {Founds.class, Renames.class},
                message = "{organisation.field.name-missing}")
        @Size(
                max = 300,
                groups = {Founds.class, Renames.class},
                message = "{organisation.field.too-long}")
        String name,

        @NotBlank(
                groups = {Founds.class, ChangesType.class},
                message = "{organisation.field.type-missing}")
        String type,

        String kind,

        @Size(
                max = 700,
                groups = {Founds.class, Moves.class},
                message = "{organisation.field.too-long}")
        @NotBlank(groups = Moves.class, message = "{organisation.field.parent-missing}")
        String parent,

        @Size(max = 50, groups = Founds.class, message = "{organisation.field.too-long}")
        String code,

        @NotNull(message = "{organisation.field.day-missing}")
        LocalDate day,

        @NotBlank(message = "{organisation.field.issuer-missing}")
        @Size(max = 300, message = "{organisation.field.too-long}")
        String issuer,

        @NotBlank(message = "{organisation.field.number-missing}")
        @Size(max = 100, message = "{organisation.field.too-long}")
        String number,

        @NotNull(message = "{organisation.field.issued-missing}")
        LocalDate issuedOn,

        @Size(max = 1000, message = "{organisation.field.too-long}")
        String summary,

        Integer revision) {
    interface Founds {}

    interface Renames {}

    interface Moves {}

    interface ChangesType {}

    static ActForm under(String parent) {
        return new ActForm(null, null, null, parent, null, null, null, null, null, null, null);
    }

    /** Filled with what stands, for the fields of this act. */
    static ActForm about(String act, Facts facts) {
        return new ActForm(
                "name".equals(act) ? facts.name() : null,
                "type".equals(act) ? facts.type() : null,
                "kind".equals(act) ? facts.kind() : null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                facts.revision());
    }

    Decision decision() {
        return new Decision(issuer, number, issuedOn, summary == null || summary.isBlank() ? null : summary.strip());
    }
}

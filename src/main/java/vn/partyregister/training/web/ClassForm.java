package vn.partyregister.training.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.VietnameseText;
import vn.partyregister.training.ClassKind;
import vn.partyregister.training.ClassRow;
import vn.partyregister.training.NewClass;

/** What the browser sends of the plan of a class. */
@NullUnmarked
record ClassForm(
        @NotBlank(message = "{training.missing.organisation}") @Size(max = 700)
        String organisation,

        @NotNull(message = "{training.missing.kind}") ClassKind kind,

        @NotBlank(message = "{training.missing.name}") @Size(max = 200)
        String name,

        @NotBlank(message = "{training.missing.audience}") String audience,

        @NotBlank(message = "{training.missing.place}") @Size(max = 200)
        String place,

        @NotNull(message = "{training.missing.from-on}") LocalDate fromOn,

        @NotNull(message = "{training.missing.to-on}") LocalDate toOn,

        @NotNull(message = "{training.missing.expected}")
        @Min(value = 1, message = "{training.missing.expected}")
        @Max(value = 9999, message = "{training.missing.expected}")
        Integer expected) {
    static ClassForm at(String organisation) {
        return new ClassForm(organisation, null, null, null, null, null, null, null);
    }

    static ClassForm of(ClassRow row) {
        return new ClassForm(
                row.organiser(),
                row.kind(),
                row.name(),
                row.audience(),
                row.place(),
                row.fromOn(),
                row.toOn(),
                row.expected());
    }

    NewClass told(OrganisationId organiser) {
        return new NewClass(
                organiser,
                kind,
                VietnameseText.tidy(name),
                audience,
                VietnameseText.tidy(place),
                fromOn,
                toOn,
                expected);
    }
}

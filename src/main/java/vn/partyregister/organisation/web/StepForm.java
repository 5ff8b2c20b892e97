package vn.partyregister.organisation.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.NullUnmarked;
import vn.partyregister.organisation.StepEntry.Typed;

/** What a page asks of a step; which fields it has follows from the act. */
@NullUnmarked
record StepForm(
        @NotBlank(groups = One.class, message = "{organisation.plan.field.organisation-missing}")
        @Size(max = 700, message = "{organisation.field.too-long}")
        String organisation,

        @NotBlank(groups = Many.class, message = "{organisation.plan.field.organisation-missing}")
        @Size(max = 50_000, message = "{organisation.field.too-long}")
        String organisations,

        @NotBlank(groups = Placed.class, message = "{organisation.field.parent-missing}")
        @Size(max = 700, message = "{organisation.field.too-long}")
        String parent,

        @NotBlank(groups = Named.class, message = "{organisation.field.name-missing}")
        @Size(max = 300, message = "{organisation.field.too-long}")
        String name,

        @NotBlank(groups = OfAType.class, message = "{organisation.field.type-missing}")
        @Size(max = 50, message = "{organisation.field.too-long}")
        String type,

        @Size(max = 50, message = "{organisation.field.too-long}")
        String kind,

        @Size(max = 50, message = "{organisation.field.too-long}")
        String code,

        @Size(max = 50_000, message = "{organisation.field.too-long}")
        String cells,

        Integer revision) {
    interface One {}

    interface Many {}

    interface Placed {}

    interface Named {}

    interface OfAType {}

    static StepForm empty(int revision) {
        return new StepForm(null, null, null, null, null, null, null, null, revision);
    }

    Typed typed() {
        return new Typed(
                given(organisation),
                given(organisations),
                given(parent),
                given(name),
                given(type),
                given(kind),
                given(code),
                given(cells));
    }

    private static String given(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}

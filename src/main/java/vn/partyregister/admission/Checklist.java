package vn.partyregister.admission;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.partyregister.admission.HeldForm.State;
import vn.partyregister.reference.DossierForm;
import vn.partyregister.reference.DossierForm.Condition;
import vn.partyregister.reference.DossierForms;

/** What the dossier of a case holds of the forms that the guidance of its rule day asks for. */
@Component
class Checklist {
    private final DossierForms forms;
    private final FormConditions conditions;

    Checklist(DossierForms forms, FormConditions conditions) {
        this.forms = forms;
        this.conditions = conditions;
    }

    List<HeldForm> of(AdmissionCase one, Procedure procedure, LocalDate day) {
        var hold = conditions.of(one, day);
        return forms.on(one.ruleDay()).stream()
                .map(form -> judge(form, one, procedure, hold))
                .toList();
    }

    private static HeldForm judge(DossierForm form, AdmissionCase one, Procedure procedure, Set<Condition> hold) {
        var stage = Stage.valueOf(form.stage());
        var step = one.live(stage).orElse(null);
        var needed = form.onlyWhen() == null || hold.contains(form.onlyWhen());
        var turn = step != null
                || procedure
                        .next(one.stage())
                        .filter(next -> next.stage() == stage)
                        .isPresent();
        var evidence =
                switch (form.shownBy()) {
                    case STEP -> step == null ? null : new Evidence(null, null, step.day());
                    case DOCUMENT -> step == null ? null : Evidence.of(step.document());
                    case PAPER ->
                        one.paper(String.valueOf(form.paper()))
                                .map(Evidence::of)
                                .orElse(null);
                };
        var state = !needed
                ? State.NOT_NEEDED
                : evidence != null ? State.HELD : step == null ? State.NOT_DUE : State.MISSING;
        return new HeldForm(
                form,
                state,
                evidence == null ? null : evidence.number(),
                evidence == null ? null : evidence.issuer(),
                evidence == null ? null : evidence.day(),
                form.printed() && needed && turn);
    }

    private record Evidence(
            @Nullable String number, @Nullable String issuer, LocalDate day) {
        static @Nullable Evidence of(@Nullable Document document) {
            return document == null ? null : new Evidence(document.number(), document.issuer(), document.day());
        }

        static Evidence of(Paper paper) {
            return new Evidence(paper.number(), paper.issuer(), paper.day());
        }
    }
}

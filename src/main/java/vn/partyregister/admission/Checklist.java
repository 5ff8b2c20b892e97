package vn.partyregister.admission;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
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
    private final ObjectProvider<CaseScans> scans;
    private final ObjectProvider<Certificates> certificates;

    Checklist(
            DossierForms forms,
            FormConditions conditions,
            ObjectProvider<CaseScans> scans,
            ObjectProvider<Certificates> certificates) {
        this.forms = forms;
        this.conditions = conditions;
        this.scans = scans;
        this.certificates = certificates;
    }

    List<HeldForm> of(AdmissionCase one, Procedure procedure, LocalDate day) {
        var hold = conditions.of(one, day);
        var attached = scans.stream()
                .flatMap(source -> source.of(one.id()).stream())
                .collect(Collectors.groupingBy(CaseScans.Scan::form));
        return forms.on(one.ruleDay()).stream()
                .map(form -> judge(form, one, procedure, hold, attached.getOrDefault(form.key(), List.of())))
                .toList();
    }

    private HeldForm judge(
            DossierForm form,
            AdmissionCase one,
            Procedure procedure,
            Set<Condition> hold,
            List<CaseScans.Scan> attached) {
        var stage = Stage.valueOf(form.stage());
        var step = one.live(stage).orElse(null);
        var needed = form.onlyWhen() == null || hold.contains(form.onlyWhen());
        var turn = step != null
                || procedure
                        .next(one.stage())
                        .filter(next -> next.stage() == stage)
                        .isPresent();
        var evidence = needed ? evidence(form, one, step) : null;
        var state = !needed
                ? State.NOT_NEEDED
                : evidence != null || !attached.isEmpty() ? State.HELD : step == null ? State.NOT_DUE : State.MISSING;
        return new HeldForm(
                form,
                state,
                evidence == null ? null : evidence.number(),
                evidence == null ? null : evidence.issuer(),
                evidence == null ? null : evidence.day(),
                form.printed() && needed && turn,
                attached);
    }

    private @Nullable Evidence evidence(DossierForm form, AdmissionCase one, @Nullable Step step) {
        return switch (form.shownBy()) {
            case STEP -> step == null ? null : new Evidence(null, null, step.day());
            case DOCUMENT -> step == null ? null : Evidence.of(step.document());
            case PAPER ->
                one.paper(String.valueOf(form.paper()))
                        .map(Evidence::of)
                        .or(() -> certificate(form, one))
                        .orElse(null);
        };
    }

    /** What the classes issued to the member since they joined is in the dossier without being typed again. */
    private Optional<Evidence> certificate(DossierForm form, AdmissionCase one) {
        var joined = one.milestones().joinedOn();
        var member = one.member();
        return joined == null || member == null || !Paper.NEW_MEMBER_CLASS.equals(form.paper())
                ? Optional.empty()
                : certificates.stream()
                        .flatMap(source -> source.ofNewMember(member).stream())
                        .filter(certificate -> !certificate.day().isBefore(joined))
                        .findFirst()
                        .map(Evidence::of);
    }

    private record Evidence(
            @Nullable String number, @Nullable String issuer, LocalDate day) {
        static @Nullable Evidence of(@Nullable Document document) {
            return document == null ? null : new Evidence(document.number(), document.issuer(), document.day());
        }

        static Evidence of(Certificates.Certificate one) {
            return new Evidence(one.number(), one.issuer(), one.day());
        }

        static Evidence of(Paper paper) {
            return new Evidence(paper.number(), paper.issuer(), paper.day());
        }
    }
}

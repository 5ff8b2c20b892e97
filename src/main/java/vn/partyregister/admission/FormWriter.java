package vn.partyregister.admission;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.admission.WrittenForm.Line;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.audit.AuditTrail.Subject;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.PrintFormat;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.RuleSource;
import vn.partyregister.platform.Scope;
import vn.partyregister.reference.CodeLists;
import vn.partyregister.reference.DossierForm;
import vn.partyregister.reference.DossierForm.Line.Kind;
import vn.partyregister.reference.DossierForms;
import vn.partyregister.reference.Rules;

/** Fills in the forms that the committees write, from what a case knows, under the guidance of its rule day. */
@Service
@Transactional
public class FormWriter {
    private static final String RULE = "rule:";
    private static final String TERM = "term:";

    private final AdmissionFiles files;
    private final FormConditions conditions;
    private final CellFacts cells;
    private final CaseRules rules;
    private final DossierForms forms;
    private final CodeLists lists;
    private final MessageSource messages;
    private final BusinessDay businessDay;
    private final AuditTrail audit;

    FormWriter(
            AdmissionFiles files,
            FormConditions conditions,
            CellFacts cells,
            CaseRules rules,
            DossierForms forms,
            CodeLists lists,
            MessageSource messages,
            BusinessDay businessDay,
            AuditTrail audit) {
        this.files = files;
        this.conditions = conditions;
        this.cells = cells;
        this.rules = rules;
        this.forms = forms;
        this.lists = lists;
        this.messages = messages;
        this.businessDay = businessDay;
        this.audit = audit;
    }

    /** One form of a case whose cell the scope reaches; who lets it be written is noted. */
    public WrittenForm write(AdmissionCaseId id, String slug, PrintFormat format, Scope scope) {
        var file = files.open(id, scope);
        var held = file.form(slug);
        requirePrintable(held, file);
        audit.read(
                "admission.form-printed",
                new Subject("admission", id.id(), file.one().organisation().id()),
                Map.of("form", held.form().code(), "format", format));
        return written(held, file);
    }

    private static void requirePrintable(HeldForm held, AdmissionFile file) {
        var form = held.form();
        if (!form.printed()) {
            throw new RuleBroken("admission.form.by-hand", form.code(), writer(form), form.directive());
        }
        if (held.state() == HeldForm.State.NOT_NEEDED) {
            throw new RuleBroken(
                    "admission.form.not-needed",
                    form.code(),
                    new DefaultMessageSourceResolvable("FormCondition." + form.onlyWhen()),
                    form.directive());
        }
        if (!held.printable()) {
            throw new RuleBroken(
                    "admission.form.not-due",
                    form.code(),
                    Stage.valueOf(form.stage()).label(),
                    file.one().stage().label(),
                    form.directive());
        }
    }

    private static DefaultMessageSourceResolvable writer(DossierForm form) {
        return new DefaultMessageSourceResolvable("FormWriter." + form.writer());
    }

    private WrittenForm written(HeldForm held, AdmissionFile file) {
        var one = file.one();
        var form = held.form();
        var step = one.live(Stage.valueOf(form.stage())).orElse(null);
        var day = day(held, step);
        var asAt = day == null ? businessDay.today() : day;
        var cell = step == null ? one.organisation() : new OrganisationId(step.organisationId());
        var upward = cells.upward(cell, asAt);
        var book = rules.of(one, asAt);
        var values = FormValues.of(file, upward, official(one, book.begun()), lists);
        var hold = conditions.of(one, asAt);
        var head = FormHead.of(form.writer(), upward, decider(step));
        return new WrittenForm(
                form,
                head.superior(),
                head.body(),
                held.number(),
                head.place(),
                day,
                forms.lines(form, one.ruleDay()).stream()
                        .filter(line -> line.onlyWhen() == null || hold.contains(line.onlyWhen()))
                        .map(line -> new Line(
                                line.kind(),
                                line.number(),
                                FormText.fill(line.text(), blank -> value(blank, form, file, book, values)),
                                line.room()))
                        .filter(line -> line.kind() != Kind.BASIS || !FormText.isOpen(line.parts()))
                        .toList());
    }

    /** A directive that the book does not know on the day is no basis: its line is left out. */
    private Optional<String> value(
            String blank, DossierForm form, AdmissionFile file, CaseRules.Book book, FormValues values) {
        if (blank.startsWith(RULE)) {
            var key = blank.substring(RULE.length());
            return book.about(key).find(key).flatMap(rule -> forms.cited(rule.source()));
        }
        if (blank.startsWith(TERM)) {
            return term(blank.substring(TERM.length()), book);
        }
        return switch (blank) {
            case "stage" -> forms.cited(stageSource(form, file));
            case "form" -> Optional.of(forms.cited(form));
            default -> values.get(blank);
        };
    }

    private static RuleSource stageSource(DossierForm form, AdmissionFile file) {
        return file.procedure().get(Stage.valueOf(form.stage())).source();
    }

    private Optional<String> term(String key, CaseRules.Book book) {
        var known = book.about(key);
        if (!known.know(key)) {
            return Optional.empty();
        }
        var term = known.term(key).value();
        return Optional.of(messages.getMessage(
                "reference.unit." + term.unit(), new Object[] {term.amount()}, LocaleContextHolder.getLocale()));
    }

    /** The day the months of probation end, which the register knows from the ceremony on. */
    private static @Nullable LocalDate official(AdmissionCase one, Rules begun) {
        var joined = one.milestones().joinedOn();
        return joined == null || !begun.know("probation")
                ? null
                : joined.plus(begun.probation().value());
    }

    /** Of a document its own day; a summary has none. */
    private static @Nullable LocalDate day(HeldForm held, @Nullable Step step) {
        return switch (held.form().shownBy()) {
            case STEP -> null;
            case DOCUMENT ->
                step == null || step.document() == null ? null : step.document().day();
            case PAPER -> held.day();
        };
    }

    private static @Nullable String decider(@Nullable Step step) {
        return Optional.ofNullable(step)
                .map(Step::document)
                .map(Document::issuer)
                .orElse(null);
    }
}

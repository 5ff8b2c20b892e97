package vn.partyregister.planning.web;

import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.planning.Group;
import vn.partyregister.planning.NewTarget;
import vn.partyregister.planning.PlanId;
import vn.partyregister.planning.PlanList;
import vn.partyregister.planning.PlanProgress;
import vn.partyregister.planning.PlanRow;
import vn.partyregister.planning.Plans;
import vn.partyregister.planning.Progress;
import vn.partyregister.platform.Attempt;
import vn.partyregister.platform.Permission;
import vn.partyregister.platform.Permitted;
import vn.partyregister.platform.Refusal.RuleBroken;
import vn.partyregister.platform.Scope;
import vn.partyregister.reference.Code;

/** Targets are set: all groups of one organisation, or one group of all those right below it. */
@Controller
@RequestMapping("/plans/{plan}")
@Permitted(Permission.KEEP_MEMBERS)
class TargetController {
    private static final String FIGURE = "figure-";
    private static final String CLOSED = "closed-";
    private static final int MOST = 9_999_999;
    private static final int WHOLE = 10_000;

    private final Plans plans;
    private final PlanList list;
    private final PlanProgress progress;

    TargetController(Plans plans, PlanList list, PlanProgress progress) {
        this.plans = plans;
        this.list = list;
        this.progress = progress;
    }

    /** The targets of an organisation, a line for each group. */
    @GetMapping("/targets/{organisation}")
    String targets(@PathVariable PlanId plan, @PathVariable UUID organisation, Scope scope, Model model) {
        model.addAttribute("form", ChangeForm.empty()).addAttribute("typed", Map.of());
        return targets(list.get(plan, scope), organisation, scope, model);
    }

    @PostMapping("/targets/{organisation}")
    Object set(
            @PathVariable PlanId plan,
            @PathVariable UUID organisation,
            @RequestParam Map<String, String> given,
            @Valid @ModelAttribute("form") ChangeForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var row = list.get(plan, scope);
        model.addAttribute("typed", given);
        return set(
                row,
                organisation,
                () -> targets(row, organisation, scope, model),
                () -> progress.of(row, organisation, null, scope).lines().stream()
                        .filter(line -> given.containsKey(FIGURE + line.group().code()))
                        .map(line ->
                                target(organisation, line.group(), line.group().code(), given))
                        .toList(),
                new Asked(form, errors, scope, model, next));
    }

    /** The targets of those right below an organisation in one group. */
    @GetMapping("/split/{organisation}")
    String split(
            @PathVariable PlanId plan,
            @PathVariable UUID organisation,
            @RequestParam(required = false) @Nullable String group,
            Scope scope,
            Model model) {
        model.addAttribute("form", ChangeForm.empty()).addAttribute("typed", Map.of());
        return split(list.get(plan, scope), organisation, group, scope, model);
    }

    @PostMapping("/split/{organisation}")
    Object setSplit(
            @PathVariable PlanId plan,
            @PathVariable UUID organisation,
            @RequestParam Map<String, String> given,
            @Valid @ModelAttribute("form") ChangeForm form,
            BindingResult errors,
            Scope scope,
            Model model,
            RedirectAttributes next) {
        var row = list.get(plan, scope);
        model.addAttribute("typed", given);
        return set(
                row,
                organisation,
                () -> split(row, organisation, given.get("group"), scope, model),
                () -> {
                    var whole = progress.of(row, organisation, given.get("group"), scope);
                    return whole.parts().stream()
                            .filter(part -> !part.itself() && given.containsKey(FIGURE + part.id()))
                            .map(part ->
                                    target(part.id(), whole.chosen(), part.id().toString(), given))
                            .toList();
                },
                new Asked(form, errors, scope, model, next));
    }

    private Object set(
            PlanRow row, UUID organisation, Supplier<String> page, Supplier<List<NewTarget>> told, Asked asked) {
        return asked.errors().hasErrors()
                ? page.get()
                : Attempt.of(
                        () -> {
                            var form = asked.form();
                            var set = plans.set(
                                    new PlanId(row.id()), told.get(), form.decision(), form.why(), asked.scope());
                            asked.next().addFlashAttribute("told", set);
                            return "redirect:/plans/" + row.id() + "?organisation=" + organisation;
                        },
                        page,
                        "planning.notice.targets-set",
                        asked.model(),
                        asked.next());
    }

    private static NewTarget target(UUID organisation, Group group, String field, Map<String, String> given) {
        return new NewTarget(
                new OrganisationId(organisation),
                group.code(),
                figure(group, given.getOrDefault(FIGURE + field, "")),
                given.containsKey(CLOSED + field));
    }

    /** A whole number of people, or a share as it is written: 4,5 per cent. */
    private static @Nullable Integer figure(Group group, String written) {
        var text = written.strip().replace(',', '.');
        if (text.isEmpty()) {
            return null;
        }
        var refused = new RuleBroken("planning.no-figure", group.name(), written);
        int figure;
        try {
            figure = new BigDecimal(text)
                    .movePointRight(group.countsAdmissions() ? 0 : 2)
                    .intValueExact();
        } catch (ArithmeticException | NumberFormatException _) {
            throw refused;
        }
        if (figure < 0 || figure > (group.countsAdmissions() ? MOST : WHOLE)) {
            throw refused;
        }
        return figure;
    }

    private String targets(PlanRow row, UUID organisation, Scope scope, Model model) {
        var whole = progress.of(row, organisation, null, scope);
        return page(row, whole, lines(whole), "targets", model);
    }

    private String split(PlanRow row, UUID organisation, @Nullable String group, Scope scope, Model model) {
        var whole = progress.of(row, organisation, group, scope);
        var share = !whole.chosen().countsAdmissions();
        var fields = new ArrayList<Field>();
        whole.parts().stream()
                .filter(part -> !part.itself())
                .forEach(part ->
                        fields.add(Field.of(part.id().toString(), part.name(), part.target(), part.closed(), share)));
        model.addAttribute(
                "groups",
                progress.groups(row).stream()
                        .map(one -> new Code(one.code(), one.name()))
                        .toList());
        return page(row, whole, fields, "split", model);
    }

    private static List<Field> lines(Progress whole) {
        return whole.lines().stream()
                .map(line -> Field.of(
                        line.group().code(),
                        line.group().name(),
                        line.target(),
                        line.closed(),
                        !line.group().countsAdmissions()))
                .toList();
    }

    private static String page(PlanRow row, Progress whole, List<Field> fields, String act, Model model) {
        model.addAttribute("plan", row).addAttribute("progress", whole).addAttribute("fields", fields);
        model.addAttribute("act", act);
        return "planning/targets";
    }

    /** A form and what answers it. */
    private record Asked(ChangeForm form, BindingResult errors, Scope scope, Model model, RedirectAttributes next) {}

    /**
     * A line to be filled in.
     *
     * @param written the target that holds, as it is written
     */
    record Field(String name, String label, @Nullable String written, boolean closed) {
        static Field of(String name, String label, @Nullable Integer figure, boolean closed, boolean share) {
            var written = figure == null
                    ? null
                    : share
                            ? BigDecimal.valueOf(figure, 2)
                                    .stripTrailingZeros()
                                    .toPlainString()
                                    .replace('.', ',')
                            : figure.toString();
            return new Field(name, label, written, closed);
        }
    }
}

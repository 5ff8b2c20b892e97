package vn.partyregister.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.partyregister.organisation.ReorganisationStore.NumberedStep;
import vn.partyregister.platform.Scope;
import vn.partyregister.platform.VietnameseText;

/** Steps as somebody types them on a page: organisations by code or name, one in a line, those that begin by their names. */
@Service
public class StepEntry {
    private final JdbcClient jdbc;
    private final Reorganisations reorganisations;
    private final OrganisationLists lists;

    StepEntry(JdbcClient jdbc, Reorganisations reorganisations, OrganisationLists lists) {
        this.jdbc = jdbc;
        this.reorganisations = reorganisations;
        this.lists = lists;
    }

    /** What was typed as steps, or what is wrong with which field. */
    @Transactional(readOnly = true)
    public Entered read(ReorganisationId id, StepAct act, Typed typed, Scope scope) {
        var draft = reorganisations.get(id, scope);
        if (!lists.knowsType(typed.type())) {
            return wrong("type", typed.type(), "organisation.import.type-unknown");
        }
        if (!lists.knowsKind(typed.kind())) {
            return wrong("kind", typed.kind(), "organisation.import.kind-unknown");
        }
        var held = reorganisations.steps(id).stream().map(NumberedStep::step).toList();
        return new Reader(new Meaning(TreeBefore.read(jdbc, draft.effectiveOn()), held), typed).read(act);
    }

    private static Entered wrong(String field, @Nullable String typed, String key) {
        return new Entered(List.of(), List.of(new Wrong(field, typed, key, "")));
    }

    private static final class Reader {
        private final Meaning meaning;
        private final Typed typed;
        private final List<Wrong> wrong = new ArrayList<>();

        Reader(Meaning meaning, Typed typed) {
            this.meaning = meaning;
            this.typed = typed;
        }

        Entered read(StepAct act) {
            var steps =
                    switch (act) {
                        case FOUND, SPLIT -> begin(act);
                        case MERGE -> toOne(Step::merge);
                        case MOVE -> toOne(Step::move);
                        case CHANGE_TYPE -> many(id -> Step.changeType(id, given(typed.type()), typed.kind()));
                        case RENAME ->
                            one("organisation", typed.organisation())
                                    .map(id -> List.of(
                                            Step.rename(id, given(typed.name())).withCode(typed.code())))
                                    .orElse(List.of());
                        case CLOSE -> many(Step::close);
                    };
            return new Entered(wrong.isEmpty() ? steps : List.of(), wrong);
        }

        private List<Step> begin(StepAct act) {
            var id = OrganisationId.next();
            var parent = one("parent", typed.parent());
            var source =
                    act == StepAct.SPLIT ? one("organisation", typed.organisation()) : Optional.<OrganisationId>empty();
            var steps = new ArrayList<Step>();
            parent.ifPresent(above -> steps.add(new Step(
                    act,
                    id,
                    source.orElse(null),
                    above,
                    given(typed.name()),
                    given(typed.type()),
                    typed.kind(),
                    typed.code())));
            lines("cells", typed.cells()).forEach(cell -> steps.add(Step.move(cell, id)));
            return steps;
        }

        private List<Step> toOne(BiFunction<OrganisationId, OrganisationId, Step> step) {
            var target = one("parent", typed.parent());
            var organisations = lines("organisations", typed.organisations());
            return target.map(to -> {
                        if (organisations.contains(to)) {
                            wrong.add(new Wrong("parent", typed.parent(), "organisation.plan.into-itself", ""));
                        }
                        return organisations.stream()
                                .map(id -> step.apply(id, to))
                                .toList();
                    })
                    .orElse(List.of());
        }

        private List<Step> many(Function<OrganisationId, Step> step) {
            return lines("organisations", typed.organisations()).stream()
                    .map(step)
                    .toList();
        }

        private Optional<OrganisationId> one(String field, @Nullable String written) {
            var meant = meaning.of(written);
            if (meant.isEmpty()) {
                wrong.add(new Wrong(field, written, "organisation.plan.field.unclear", written == null ? "" : written));
            }
            return meant;
        }

        private List<OrganisationId> lines(String field, @Nullable String written) {
            var found = new ArrayList<OrganisationId>();
            (written == null ? "" : written)
                    .lines()
                    .map(VietnameseText::tidy)
                    .filter(line -> !line.isEmpty())
                    .forEach(line -> meaning.of(line)
                            .filter(id -> !found.contains(id))
                            .ifPresentOrElse(
                                    found::add,
                                    () -> wrong.add(
                                            new Wrong(field, written, "organisation.plan.field.unclear", line))));
            return found;
        }

        private static String given(@Nullable String value) {
            return VietnameseText.tidy(Objects.requireNonNull(value));
        }
    }

    /** What the fields of a page hold; null where the act does not ask. */
    public record Typed(
            @Nullable String organisation,
            @Nullable String organisations,
            @Nullable String parent,
            @Nullable String name,
            @Nullable String type,
            @Nullable String kind,
            @Nullable String code,
            @Nullable String cells) {}

    /** The steps, or what is wrong. */
    public record Entered(List<Step> steps, List<Wrong> wrong) {
        public Entered {
            steps = List.copyOf(steps);
            wrong = List.copyOf(wrong);
        }
    }

    /**
     * A field that cannot be taken.
     *
     * @param typed all that stands in it
     * @param line of it, what is wrong
     */
    public record Wrong(String field, @Nullable String typed, String key, String line) {}
}

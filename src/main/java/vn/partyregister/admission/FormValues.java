package vn.partyregister.admission;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.partyregister.admission.CellFacts.Upward;
import vn.partyregister.platform.Dates;
import vn.partyregister.reference.CodeLists;

/** What a case can write into the blanks of a form, by the name of the blank; a blank it does not know stays open. */
final class FormValues {
    private final Map<String, String> values = new HashMap<>();
    private final AdmissionFile file;
    private final AdmissionCase one;

    private FormValues(AdmissionFile file) {
        this.file = file;
        this.one = file.one();
    }

    static FormValues of(AdmissionFile file, Upward upward, @Nullable LocalDate official, CodeLists lists) {
        var values = new FormValues(file);
        values.candidate(lists);
        values.organisations(upward);
        values.steps();
        values.papers();
        values.day("official-day", official);
        return values;
    }

    /** Nothing where it is not known. */
    Optional<String> get(String blank) {
        return Optional.ofNullable(values.get(blank));
    }

    private void candidate(CodeLists lists) {
        var person = one.candidate();
        put("name", person.fullName());
        put("born", person.born().toString());
        put("ethnicity", lists.label("ethnicity", person.ethnicity()));
        put("religion", lists.label("religion", person.religion()));
        put("residence", person.residence());
    }

    private void organisations(Upward upward) {
        put("cell", upward.cell());
        put("partial", upward.partial());
        put("base", upward.base());
        put("above", upward.above());
    }

    private void steps() {
        document("course", Stage.COURSE_DONE);
        members("helpers", Stage.HELPER_SET);
        members("introducers", Stage.OPINIONS);
        one.live(Stage.OPINIONS).map(Step::massOrganisation).ifPresent(union -> put("union", union));
        meeting("cell", Stage.CELL_VOTED);
        document("partial", Stage.PARTIAL_APPRAISED);
        meeting("base", Stage.BASE_RESOLVED);
        document("decision", Stage.DECIDED);
        day("ceremony-day", one.milestones().joinedOn());
        members("helpers2", Stage.PROBATION);
        meeting("cell2", Stage.CELL_VOTED_OFFICIAL);
    }

    private void papers() {
        paper("workplace", "OPINIONS_WORKPLACE");
        paper("residence", "OPINIONS_RESIDENCE");
        paper("class", Paper.NEW_MEMBER_CLASS);
        paper("partial2", "RECOGNITION_APPRAISAL");
        paper("base2", "RECOGNITION_BASE");
    }

    /** A meeting has its day, and its vote; its resolution may be numbered later. */
    private void meeting(String blank, Stage stage) {
        document(blank, stage);
        one.live(stage).map(Step::day).ifPresent(met -> day(blank + "-day", met));
        one.live(stage).map(Step::vote).ifPresent(vote -> {
            put(blank + "-entitled", Integer.toString(vote.entitled()));
            put(blank + "-present", Integer.toString(vote.present()));
            put(blank + "-absent", Integer.toString(vote.entitled() - vote.present()));
            put(blank + "-for", Integer.toString(vote.inFavour()));
            put(blank + "-against", Integer.toString(vote.against()));
            put(blank + "-share", vote.percent());
        });
    }

    private void document(String blank, Stage stage) {
        one.live(stage).map(Step::document).ifPresent(document -> {
            put(blank + "-number", document.number());
            day(blank + "-day", document.day());
        });
    }

    /** As the dossier holds it; where its guidance has no form for it, as it was recorded. */
    private void paper(String blank, String kind) {
        file.held(kind)
                .ifPresentOrElse(
                        held -> paper(blank, held.number(), held.issuer(), held.day()),
                        () -> one.paper(kind)
                                .ifPresent(paper -> paper(blank, paper.number(), paper.issuer(), paper.day())));
    }

    private void paper(String blank, @Nullable String number, @Nullable String issuer, @Nullable LocalDate day) {
        put(blank + "-number", number);
        put(blank + "-issuer", issuer);
        day(blank + "-day", day);
    }

    private void members(String blank, Stage stage) {
        one.live(stage)
                .filter(step -> !step.members().isEmpty())
                .ifPresent(step -> put(
                        blank,
                        step.members().stream()
                                .map(member -> file.names().getOrDefault(member.id(), ""))
                                .collect(Collectors.joining(", "))));
    }

    private void day(String blank, @Nullable LocalDate day) {
        put(blank, day == null ? null : Dates.write(day));
    }

    private void put(String blank, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            values.put(blank, value);
        }
    }
}

package vn.partyregister.admission;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.platform.RuleSource;

/**
 * A case as it is read.
 *
 * @param organisation the name of its cell
 * @param procedure the stages on its way
 * @param names of the members and cells that its steps speak of
 * @param forms what the dossier holds
 * @param opens whether the reader may open the file of the member the candidate became
 * @param certificates of the awareness course that the classes know of
 * @param place what the register knows of as the place they are meant for; null where it is only a text
 * @param unjudged the rule on who decides, where the register does not know the committee that did
 * @param corrections what was told of the candidate before, the last first
 */
public record AdmissionFile(
        AdmissionCase one,
        String organisation,
        Procedure procedure,
        List<Relative> relatives,
        List<Paper> papers,
        List<Criterion> criteria,
        List<HeldForm> forms,
        Deadlines deadlines,
        Map<UUID, String> names,
        boolean opens,
        List<Certificates.Certificate> certificates,
        @Nullable UUID place,
        @Nullable RuleSource unjudged,
        List<Correction> corrections) {
    public AdmissionFile {
        relatives = List.copyOf(relatives);
        papers = List.copyOf(papers);
        criteria = List.copyOf(criteria);
        forms = List.copyOf(forms);
        names = Map.copyOf(names);
        certificates = List.copyOf(certificates);
        corrections = List.copyOf(corrections);
    }

    /** The codes of the forms that a stage needs; where the catalogue has none, the form that the procedure names. */
    public String codes(StageRule rule) {
        var needed = forms.stream()
                .filter(held -> held.form().stage().equals(rule.stage().name()))
                .filter(held -> held.state() != HeldForm.State.NOT_NEEDED)
                .map(held -> held.form().code())
                .toList();
        return needed.isEmpty() ? Objects.requireNonNullElse(rule.form(), "") : String.join(", ", needed);
    }

    /** A form of its catalogue, by the code in an address. */
    public HeldForm form(String slug) {
        return forms.stream()
                .filter(held -> held.form().slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new NotFound("admission.form.unknown"));
    }

    /** The form of its catalogue that a kind of paper shows, with the paper. */
    Optional<HeldForm> held(String paper) {
        return forms.stream()
                .filter(held -> paper.equals(held.form().paper()) && held.day() != null)
                .findFirst();
    }

    /** How many forms it should hold by now, and does not. */
    public long missing() {
        return forms.stream()
                .filter(held -> held.state() == HeldForm.State.MISSING)
                .count();
    }

    /** The step that comes next on the way; null where it ends or was left. */
    public @Nullable StageRule next() {
        return procedure.next(one.stage()).orElse(null);
    }

    /** Where the way may be left to. */
    public List<StageRule> sides() {
        return procedure.sides(one.stage());
    }

    /** The step that holds of a stage; null while there is none. */
    public @Nullable Step step(Stage stage) {
        return one.live(stage).orElse(null);
    }

    /** Stages the case can be put back to. */
    public List<StageRule> backTo() {
        return one.stage().isInTheJournal()
                ? List.of()
                : procedure.way().stream()
                        .filter(rule -> one.live(rule.stage()).isPresent() && rule.stage() != one.stage())
                        .filter(rule -> one.milestones().joinedOn() == null
                                || rule.position()
                                        >= procedure.get(Stage.CEREMONY).position())
                        .toList();
    }

    /** The last days of the terms that have begun. */
    public record Deadlines(
            @Nullable LocalDate certificateUntil,
            @Nullable LocalDate decideBy,
            @Nullable LocalDate ceremonyBy,
            @Nullable LocalDate biographyBy,
            @Nullable LocalDate proposeBy,
            @Nullable LocalDate recogniseBy) {
        private static final Map<Stage, String> RULES = Map.of(
                Stage.CELL_VOTED, "awareness-certificate-validity",
                Stage.DECIDED, "admission-decision",
                Stage.CEREMONY, "ceremony",
                Stage.PROBATION, "member-biography",
                Stage.CELL_VOTED_OFFICIAL, "recognition-proposal",
                Stage.OFFICIAL, "recognition-decision");

        /** By when a stage has to be reached; null where no term runs to it. */
        public @Nullable LocalDate of(Stage stage) {
            return switch (stage) {
                case CELL_VOTED -> certificateUntil;
                case DECIDED -> decideBy;
                case CEREMONY -> ceremonyBy;
                case PROBATION -> biographyBy;
                case CELL_VOTED_OFFICIAL -> proposeBy;
                case OFFICIAL -> recogniseBy;
                case SOURCE,
                        SYMPATHISER,
                        COURSE_DONE,
                        HELPER_SET,
                        APPLIED,
                        BIO_DECLARED,
                        BIO_VERIFIED,
                        OPINIONS,
                        PARTIAL_APPRAISED,
                        BASE_RESOLVED,
                        SELF_REVIEW,
                        REMOVED,
                        WITHDRAWN,
                        REFUSED,
                        NOT_WORTHY,
                        CANCELLED,
                        STRUCK,
                        LEFT -> null;
            };
        }

        /** The key of the rule that gives the term of a stage. */
        public static String rule(Stage stage) {
            return RULES.getOrDefault(stage, "");
        }
    }
}

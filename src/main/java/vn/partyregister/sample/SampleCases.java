package vn.partyregister.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import vn.partyregister.admission.CaseLoad.KnownCase;
import vn.partyregister.admission.CaseLoad.KnownStep;
import vn.partyregister.admission.Document;
import vn.partyregister.admission.NewCase;
import vn.partyregister.admission.Relative;
import vn.partyregister.admission.Stage;
import vn.partyregister.admission.StepEntry;
import vn.partyregister.admission.Vote;
import vn.partyregister.member.MemberId;

/** Cases of a sample as their papers tell them: who helped and introduced, how the cell voted, who decided. */
final class SampleCases {
    /** Members of a base committee, and of the committee that decides. */
    private static final int COMMITTEE = 9;

    private static final int AGE_OF_PARENTS = 26;

    private final Properties work;
    private final SampleCells cells;
    private final SampleNames names;
    private final Map<String, SampleDirect> directs;
    private final Map<String, Document> certificates;
    private final SplittableRandom chance;

    SampleCases(
            SampleFolder folder,
            SampleCells cells,
            Map<String, SampleDirect> directs,
            Map<String, Document> certificates,
            SplittableRandom chance) {
        this.work = folder.properties("work");
        this.cells = cells;
        this.names = new SampleNames(folder.properties("names"));
        this.directs = directs;
        this.certificates = certificates;
        this.chance = chance;
    }

    KnownCase known(SampleCandidate one) {
        var days = one.days();
        var helper = chance.nextInt(one.cell().helpers().size());
        var steps = new ArrayList<KnownStep>();
        days.forEach((stage, day) -> {
            if (stage != Stage.SOURCE) {
                steps.add(new KnownStep(stage, entry(one, stage, day, helper)));
            }
        });
        if (one.left() != null) {
            var side = one.left().side();
            var reasons = text("reason." + side).split("\\|");
            steps.add(new KnownStep(
                    side,
                    new StepEntry(
                            one.left().on(),
                            null,
                            null,
                            null,
                            List.of(),
                            null,
                            null,
                            reasons[chance.nextInt(reasons.length)])));
        }
        return new KnownCase(
                new NewCase(
                        one.file(),
                        one.citizenNumber(),
                        one.cell().id(),
                        Objects.requireNonNull(days.get(Stage.SOURCE)),
                        null),
                relatives(one),
                steps,
                one.member(),
                one.officialOn());
    }

    private StepEntry entry(SampleCandidate one, Stage stage, LocalDate day, int helper) {
        var helpers = one.cell().helpers();
        return switch (stage) {
            case SYMPATHISER -> told(day, paper("paper.cell", day), null, List.of(), null);
            case COURSE_DONE -> told(day, certificate(one, day), null, List.of(), null);
            case HELPER_SET, PROBATION -> told(day, null, null, List.of(helpers.get(helper)), null);
            case OPINIONS -> introduced(one, day, helper);
            case CELL_VOTED, CELL_VOTED_OFFICIAL ->
                told(day, paper("paper.cell", day), vote(cells.votes(one.cell(), day)), List.of(), null);
            case PARTIAL_APPRAISED -> told(day, paper("paper.partial", day), null, List.of(), null);
            case BASE_RESOLVED -> told(day, paper("paper.base", day), vote(COMMITTEE), List.of(), null);
            case DECIDED -> decided(one, day, one.on(Stage.CEREMONY));
            case OFFICIAL -> decided(one, day, null);
            default -> StepEntry.on(day);
        };
    }

    private StepEntry introduced(SampleCandidate one, LocalDate day, int helper) {
        var helpers = one.cell().helpers();
        var first = helpers.get((helper + 1) % helpers.size());
        var second = helpers.get((helper + 2) % helpers.size());
        return switch (one.file().massOrganisation()) {
            case "YOUTH_UNION" -> told(day, null, null, List.of(first), text("union.youth"));
            case "TRADE_UNION" -> told(day, null, null, List.of(first), text("union.trade"));
            default -> told(day, null, null, List.of(first, second), null);
        };
    }

    /** The decision, which the cell receives some days later, and before the ceremony. */
    private StepEntry decided(SampleCandidate one, LocalDate day, @Nullable LocalDate ceremony) {
        var direct = Objects.requireNonNull(directs.get(one.cell().direct()));
        var number = text("paper.decision").formatted(chance.nextInt(80, 980), direct.sign());
        var received = ceremony == null ? null : day.plusDays(Math.min(3, ceremony.toEpochDay() - day.toEpochDay()));
        return new StepEntry(
                day, new Document(number, day, direct.issuer()), received, null, List.of(), null, null, null);
    }

    private Document certificate(SampleCandidate one, LocalDate day) {
        var held = certificates.get(one.key());
        if (held != null) {
            return held;
        }
        var direct = Objects.requireNonNull(directs.get(one.cell().direct()));
        return new Document(
                text("paper.certificate").formatted(chance.nextInt(1, 400)),
                day.minusDays(2),
                text("issuer.certificate").formatted(direct.place()));
    }

    private Vote vote(int entitled) {
        var present = entitled - chance.nextInt(entitled / 8 + 1);
        var inFavour = present - chance.nextInt(entitled / 12 + 1);
        return new Vote(entitled, present, inFavour, present - inFavour);
    }

    private Document paper(String form, LocalDate day) {
        return new Document(text(form).formatted(chance.nextInt(2, 60)), day, null);
    }

    private static StepEntry told(
            LocalDate day,
            @Nullable Document document,
            @Nullable Vote vote,
            List<MemberId> members,
            @Nullable String union) {
        return new StepEntry(day, document, null, vote, members, union, null, null);
    }

    /** Who is asked about: the candidate, the parents and, for many, the spouse. */
    private List<Relative> relatives(SampleCandidate one) {
        var declared = one.on(Stage.BIO_DECLARED);
        if (declared == null) {
            return List.of();
        }
        var verified = one.on(Stage.BIO_VERIFIED);
        var file = one.file();
        var isWoman = file.sex().equals("FEMALE");
        var born = file.bornEarliest().getYear();
        var relatives = new ArrayList<Relative>();
        relatives.add(asked(one, "CANDIDATE", file.fullName(), declared, verified));
        var father = names.draw(chance, file.ethnicity(), false, born - AGE_OF_PARENTS);
        relatives.add(
                asked(one, "PARENT", file.familyName() + father.substring(father.indexOf(' ')), declared, verified));
        relatives.add(asked(
                one, "PARENT", names.draw(chance, file.ethnicity(), true, born - AGE_OF_PARENTS), declared, verified));
        if (declared.getYear() - born > AGE_OF_PARENTS && chance.nextInt(3) > 0) {
            relatives.add(
                    asked(one, "SPOUSE", names.draw(chance, file.ethnicity(), !isWoman, born), declared, verified));
        }
        return relatives;
    }

    private Relative asked(
            SampleCandidate one, String relation, String name, LocalDate declared, @Nullable LocalDate verified) {
        var commune = one.cell().grown().place().commune();
        var place = commune == null ? text("asked.elsewhere") : text("asked").formatted(commune);
        if (verified == null) {
            return new Relative(relation, name, place, null, declared.plusDays(2), null, null, null);
        }
        var returned = verified.minusDays(chance.nextInt(1, 6));
        return new Relative(relation, name, place, null, declared.plusDays(2), returned, "CONFIRMED", text("verifier"));
    }

    private String text(String name) {
        return Objects.requireNonNull(work.getProperty(name), name);
    }
}
